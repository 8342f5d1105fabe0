export { importsDomain } from './domain.ts'
