export { joinDatabase, type JoinedDatabase, type JoinOptions } from './embedded/index.ts'
export { migrate, schemaState, type SchemaState } from './migrate.ts'
