export { communitiesDomain } from './domain.ts'
export {
  communitiesHere,
  communityByHostname,
  communityBySlug,
  type Community,
} from './communities.ts'
export { describe, mayDescribe, type Description } from './describing.ts'
export { found, isTimeZone, mayFound, type Founding } from './founding.ts'
export { keepNumbers, takeNumbers } from './numbers.ts'
