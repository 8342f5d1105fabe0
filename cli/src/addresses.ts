import type { Community } from '@hiroba/core/communities'

/** Where a community is read: at its own hostname, or under the installation's `url`. */
export function addressOf(
  { slug, hostname }: Pick<Community, 'slug' | 'hostname'>,
  url: string,
): string {
  if (!hostname) return `${url}/c/${slug}`
  const { protocol, port } = new URL(url)
  return `${protocol}//${hostname}${port && `:${port}`}`
}
