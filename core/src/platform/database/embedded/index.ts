export { embeddedDatabase } from './embedded-database.ts'
export type { EmbeddedDatabase, EmbeddedOptions } from './embedded-database.ts'
export { joinDatabase } from './join.ts'
export type { JoinedDatabase, JoinOptions } from './join.ts'
