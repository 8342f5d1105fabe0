export { importsDomain } from './domain.ts'
export { rehearseImport, runImport, type ImportRun, type Reading } from './running.ts'
export type { Draft, DraftNote, DraftReply, DraftTopic } from './drafts.ts'
export type { ImportCounts, Reject } from './sources.ts'
