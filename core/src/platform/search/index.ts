export { forgetEntries, indexEntries, tokensOf, type Entry } from './entries.ts'
export type { SearchFilter } from './filters.ts'
export { detectLanguage, type Hint, type Language, type SnippetPart } from './language/index.ts'
export { lexemesOf } from './lexemes.ts'
export {
  search,
  searchIds,
  type Found,
  type Hit,
  type SearchOptions,
  type SearchResult,
} from './search.ts'
export { searchEntries } from './tables.ts'
