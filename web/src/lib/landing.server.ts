import { categoriesHere, latestTopics, topicsCount } from '@hiroba/core/discussions'
import { landingFigures } from '@hiroba/core/insights'
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
    landingFigures(here),
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
