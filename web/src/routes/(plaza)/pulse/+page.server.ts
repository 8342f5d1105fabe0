import { monthsWritten, newestFullMonth, periodOver, pulse } from '@hiroba/core/insights'
import { page } from '#lib/page.ts'
import { answered, unanswered } from '#lib/pulse/answering.ts'
import { choiceFrom } from '#lib/pulse/choice.ts'
import { clockHours } from '#lib/pulse/clock-hours.ts'
import { pickerOf } from '#lib/pulse/picker.ts'
import { returning } from '#lib/pulse/returning.ts'
import { tellingOf } from '#lib/pulse/view.ts'
import { pulseWords } from '#lib/pulse/words.ts'
import { few, people, posts } from '#lib/pulse/writing.ts'
import { zoneName } from '#lib/pulse/zone.ts'
import type { PageServerLoadEvent } from './$types'

export const load = page(async ({ url, locals }: PageServerLoadEvent, here) => {
  const { locale } = locals.hiroba
  const words = pulseWords(locale)
  const written = await monthsWritten(here)
  if (!written) return { words, shown: null }

  const choice = choiceFrom(url.searchParams, written, newestFullMonth(here, written.last))
  const { timeZone } = here.community
  const begun = periodOver({ from: written.first, to: written.first, timeZone }).from
  const telling = tellingOf(locale, choice, await pulse(here, choice), begun)
  const zone = zoneName(locale, timeZone)
  const [kept, hours, ...figures] = await Promise.all([
    returning(here, telling, written.first),
    clockHours(here, telling, zone),
    answered(telling),
    unanswered(telling),
    people(telling),
    posts(telling),
    few(telling),
  ])
  return {
    words,
    shown: {
      lead: words.lead(telling.names.now, telling.names.before, zone),
      period: telling.names.now,
      isDefault: url.search === '',
      picker: pickerOf(locale, choice, written),
      figures: figures.filter((figure) => figure !== null),
      kept,
      hours,
    },
  }
})
