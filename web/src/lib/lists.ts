import type { CategoryLine } from '@hiroba/core/discussions'

/** What stands beside a list of topics. */
export type Aside = {
  categories: CategoryLine[]
  /** There are more categories than are shown. */
  more: boolean
  tags: { slug: string; name: string; topicsCount: number }[]
  total: number
}

const shown = 14

export function asideOf(categories: CategoryLine[], tags: Aside['tags'], total: number): Aside {
  const used = categories.filter(({ topicsCount }) => topicsCount > 0)
  return { categories: used.slice(0, shown), more: used.length > shown, tags, total }
}

export const periods = ['day', 'week', 'month', 'year', 'all'] as const
export type Period = (typeof periods)[number]

export function periodOf(text: string | null): Period {
  return periods.find((one) => one === text) ?? 'month'
}
