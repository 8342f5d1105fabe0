export { insightsDomain } from './domain.ts'
