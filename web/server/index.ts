export { openDoor, type Door, type DoorOptions } from './door.ts'
export { sessionCookie } from './requests.ts'
export type { RequestContext } from './context.ts'
