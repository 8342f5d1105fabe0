export { discussionsDomain } from './domain.ts'
export { categoriesHere, categoryByNumber, importedCategory, nameCategory } from './categories.ts'
export { newestPosts, topicAddresses } from './feeds.ts'
export {
  alreadyImported,
  findableWords,
  importPosts,
  type FindableWords,
  type ImportedBatch,
  type ImportedIds,
  type ImportedNote,
  type ImportedReply,
  type ImportedTopic,
} from './imported.ts'
export {
  latestTopics,
  topicsCount,
  topTopics,
  unansweredTopics,
  type ListOptions,
  type Period,
} from './lists.ts'
export { pageOf, postsPerPage } from './post-numbers.ts'
export { askForRendering } from './rendering.ts'
export { slugOf } from './slugs.ts'
export { popularTags, tagBySlug, type TagLine } from './tags.ts'
export { topicAddress, topicPage } from './topic-page.ts'
export { memberPage, writersHere } from './writings.ts'
export type * from './page-shapes.ts'
