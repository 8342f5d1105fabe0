import type { Hiroba } from '@hiroba/core'
import { communitiesHere, type Community } from '@hiroba/core/communities'
import type { Site } from './context.ts'

export type Sites = {
  /** The site of a `Host` header; null when it is no host at all. Unknown hosts get the default site. */
  of(host: string | undefined): Site | null
  bySlug(slug: string): Community | undefined
  /** The public address of a community's page. */
  addressOf(community: Community, path: string): string
  /** Reads the communities again when they may have changed. */
  fresh(): Promise<void>
  expire(): void
}

const readAgainAfter = 60_000
const hostShape = /^(?:[a-z0-9_](?:[a-z0-9_.-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i

/** The communities of the installation in memory, and which address belongs to which. */
export function openSites(hiroba: Hiroba, publicUrl: string): Sites {
  const { protocol, port } = new URL(publicUrl)
  const home: Site = { key: '', community: null, origin: publicUrl }
  let bySlug = new Map<string, Community>()
  let byHostname = new Map<string, Site>()
  let readAt = 0
  let reading: Promise<void> | null = null
  // Clients repeat the same few headers; what a flood of others would add is thrown away.
  const known = new Map<string, Site | null>()

  const originOf = (hostname: string) => `${protocol}//${hostname}${port && `:${port}`}`

  async function read() {
    const startedAt = Date.now()
    const all = await communitiesHere(hiroba.lobby())
    bySlug = new Map(all.map((community) => [community.slug, community]))
    byHostname = new Map(
      all.flatMap((community) => {
        const hostname = community.hostname?.toLowerCase()
        return hostname
          ? [[hostname, { key: hostname, community, origin: originOf(hostname) }]]
          : []
      }),
    )
    known.clear()
    // A change called out while we read may not be in what we read.
    if (readAt >= 0) readAt = startedAt
  }

  function understood(host: string): Site | null {
    if (!hostShape.test(host)) return null
    const hostname = host.replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase()
    return byHostname.get(hostname) ?? home
  }

  return {
    of(host) {
      if (host === undefined) return null
      let site = known.get(host)
      if (site === undefined) {
        site = understood(host)
        if (known.size >= 1000) known.clear()
        known.set(host, site)
      }
      return site
    },
    bySlug: (slug) => bySlug.get(slug),
    addressOf: (community, path) =>
      community.hostname
        ? originOf(community.hostname.toLowerCase()) + path
        : `${publicUrl}/c/${community.slug}${path === '/' ? '' : path}`,
    async fresh() {
      // A second turn when the reading we joined had begun before the last change.
      for (let turn = 0; turn < 2 && Date.now() - readAt >= readAgainAfter; turn++) {
        if (!reading) {
          readAt = 0
          reading = read().finally(() => (reading = null))
        }
        await reading
      }
    },
    expire() {
      readAt = reading ? -1 : 0
    },
  }
}
