export { insightsDomain } from './domain.ts'
export { activity, type Activity } from './activity.ts'
export { cohorts, type Cohort } from './cohorts.ts'
export { figures, type Asked, type Figure } from './figures.ts'
export { landingFigures, type LandingFigures } from './landing.ts'
export {
  periodAfter,
  periodAt,
  periodOver,
  periodsBetween,
  unitOf,
  units,
  type Period,
  type Unit,
} from './periods.ts'
export {
  enough,
  monthsWritten,
  newestFullMonth,
  pulse,
  type Measured,
  type Pulse,
  type PulseAsked,
} from './pulse.ts'
export { differenceOf, shareOf, type Difference, type Share } from './shares.ts'
export type { MedianWait } from './survival.ts'
export { bars, type Bars } from './drawing/bars.ts'
export type { Colour, Drawing } from './drawing/canvas.ts'
export { lines, type Both, type Lines } from './drawing/lines.ts'
