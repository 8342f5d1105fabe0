import {
  enough,
  monthsWritten,
  newestFullMonth,
  periodOver,
  pulse,
  type Pulse,
} from '@hiroba/core/insights'
import type { Here } from '@hiroba/core/platform'
import { page } from '#lib/page.ts'
import { answered, unanswered } from '#lib/pulse/answering.ts'
import {
  choiceFrom,
  inQuarters,
  twelveMonthsTo,
  type Choice,
  type Written,
} from '#lib/pulse/choice.ts'
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

  const { choice, found } = await shownOf(here, url, written)
  const { timeZone } = here.community
  const begun = periodOver({ from: written.first, to: written.first, timeZone }).from
  const telling = tellingOf(locale, choice, found, begun)
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
      lead: words.lead(telling.names.now, telling.hasBefore ? telling.names.before : null, zone),
      period: telling.names.now,
      isDefault: url.search === '',
      picker: pickerOf(locale, choice, written),
      figures: figures.filter((figure) => figure !== null),
      kept,
      hours,
    },
  }
})

/** What was asked for; else the newest full month, or a year where a month holds too little. */
async function shownOf(here: Here, url: URL, written: Written) {
  const full = newestFullMonth(here, written.last)
  const choice = choiceFrom(url.searchParams, written, full)
  const isAsked = url.searchParams.has('period') || url.searchParams.has('from')
  const found = await pulse(here, choice)
  if (!isAsked && found.now.topics < enough)
    return steadied(here, twelveMonthsTo(full, written), written)
  return choice.course.by === 'month' && choice.kind !== 'month'
    ? steadied(here, choice, written, found)
    : { choice, found }
}

/** A line of months of which most hold too few is drawn in quarters. */
async function steadied(here: Here, choice: Choice, written: Written, known?: Pulse) {
  const found = known ?? (await pulse(here, choice))
  const large = found.course.filter((month) => month.topics >= enough)
  if (large.length * 2 >= found.course.length) return { choice, found }
  const inLonger = inQuarters(choice, written)
  return { choice: inLonger, found: await pulse(here, inLonger) }
}
