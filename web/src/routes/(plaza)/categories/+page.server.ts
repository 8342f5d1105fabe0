import { categoriesHere } from '@hiroba/core/discussions'
import { page } from '#lib/page.ts'

export const load = page(async (_event: App.PlazaEvent, here) => ({
  categories: await categoriesHere(here),
}))
