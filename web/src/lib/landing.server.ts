import { categoriesHere, latestTopics, topicsCount } from '@hiroba/core/discussions'
import { landingFigures, type LandingFigures } from '@hiroba/core/insights'
import type { Community } from '@hiroba/core/communities'
import type { Here } from '@hiroba/core/platform'

export type LandingData = Awaited<ReturnType<typeof landing>>

const shownTopics = 6
const shownCategories = 8

/** What the landing page of a community shows. */
export async function landing(here: Here, { purpose, benefit }: Community) {
  const [latest, categories, total, figures] = await Promise.all([
    latestTopics(here, { limit: shownTopics }),
    categoriesHere(here),
    topicsCount(here),
    livingFigures(here),
  ])
  const used = categories
    .filter(({ topicsCount }) => topicsCount > 0)
    .toSorted((a, b) => b.topicsCount - a.topicsCount)
  return {
    purpose,
    benefit,
    figures,
    latest: latest.items.filter(({ pinned }) => !pinned).slice(0, shownTopics),
    categories: used.slice(0, shownCategories),
    moreCategories: used.length > shownCategories,
    topicsCount: total,
  }
}

const remembered = new Map<number, { until: number; figures: Promise<LandingFigures | null> }>()
const rememberedFor = 60_000

/**
 * The figures are reckoned at most once a minute for each community, as long as a cached page may
 * live anyway: they are the one dear part of the page.
 */
function livingFigures(here: Here): Promise<LandingFigures | null> {
  const known = remembered.get(here.community.id)
  if (known && known.until > Date.now()) return known.figures
  const figures = landingFigures(here)
  remembered.set(here.community.id, { until: Date.now() + rememberedFor, figures })
  figures.catch(() => remembered.delete(here.community.id))
  return figures
}
