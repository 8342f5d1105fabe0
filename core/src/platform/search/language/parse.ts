/** What a person typed, taken apart: words and phrases, what must not occur, alternatives, filters. */
export interface Part {
  text: string
  quoted: boolean
  not: boolean
  /** Joined to the part before by OR. */
  or: boolean
}

export interface SearchFilters {
  /** Handle, category and tags in normal form (NFKC, lower case). */
  author?: string
  in?: string
  tag?: string[]
  /** First day included (after) and first day excluded (before), `YYYY-MM-DD`, in the reader's time zone. */
  after?: string
  before?: string
  unanswered?: boolean
}

export interface Parsed {
  parts: Part[]
  filters: SearchFilters
  /** Filters that could not be understood, as typed (`after:yesterday`). */
  ignored: string[]
}

const MAX_INPUT = 500
const MAX_PARTS = 16
const MAX_TAGS = 5
const QUOTES = /[“”„‟«»「」『』]/g
const PART = /(-)?(?:(author|in|tag|after|before|is):\s?)?(?:"([^"]*)(?:"|$)|([^\s"]+))/giu

/** Never fails: what makes no sense is words, or nothing. */
export function parse(input: string): Parsed {
  const text = input
    .slice(0, MAX_INPUT)
    .toWellFormed()
    .normalize('NFKC')
    .replaceAll('\0', ' ')
    .replace(QUOTES, '"')
  const parsed: Parsed = { parts: [], filters: {}, ignored: [] }
  let or = false
  let previousEnd = -1
  for (const match of text.matchAll(PART)) {
    const [whole, minus, filter, quotedText, bare] = match
    const glued = match.index === previousEnd && quotedText === undefined
    previousEnd = match.index + whole.length
    const value = quotedText ?? bare ?? ''
    if (filter) {
      if (!readFilter(parsed.filters, filter.toLowerCase(), value)) parsed.ignored.push(whole)
      continue
    }
    if (quotedText === undefined && (value === 'OR' || value === '|')) {
      or = parsed.parts.length > 0
      continue
    }
    if (parsed.parts.length >= MAX_PARTS) break
    parsed.parts.push({
      text: value,
      quoted: quotedText !== undefined,
      not: Boolean(minus) && !glued,
      or,
    })
    or = false
  }
  return parsed
}

function readFilter(filters: SearchFilters, name: string, raw: string): boolean {
  const value = raw.trim().toLowerCase()
  if (!value) return false
  if (name === 'author') filters.author = value.replace(/^@/, '')
  else if (name === 'in') filters.in = value
  else if (name === 'tag') {
    const tags = (filters.tag ??= [])
    if (tags.length < MAX_TAGS) tags.push(value.replace(/^#/, ''))
  } else if (name === 'is') {
    if (value !== 'unanswered') return false
    filters.unanswered = true
  } else {
    const day = firstDay(value)
    if (!day) return false
    if (name === 'after') filters.after = day
    else filters.before = day
  }
  return true
}

/** 2016, 2016-05, 2016/5/3, 2016年5月 -> the first day meant. */
function firstDay(value: string): string | null {
  const match =
    /^(\d{4})(?:[-/.년年]\s?(\d{1,2}))?(?:[-/.월月]\s?(\d{1,2}))?[년年월月일日]?$/u.exec(value)
  if (!match) return null
  const [, year = '', month = '1', day = '1'] = match
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return Number(year) > 0 && date.toISOString().startsWith(text) ? text : null
}
