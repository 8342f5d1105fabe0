export { membersDomain } from './domain.ts'
export { admitImported, handleKey, type ImportedMember } from './imported.ts'
export { handlesHere, memberByHandle, members, type Member } from './members.ts'
export { memberships } from './tables.ts'
