/** For vitest's `globalSetup`: the workers inherit the address through the environment. */
export { startTestServer as default } from './for-tests.ts'
