import { defineConfig } from 'vitest/config'

const long = process.env['HIROBA_LONG'] === 'true'

export default defineConfig({
  test: {
    globalSetup: ['core/src/platform/database/embedded/global-setup.ts'],
    include: [`{core,web,cli}/**/*${long ? '.long' : ''}.test.ts`],
    exclude: ['**/node_modules/**', '**/build/**', ...(long ? [] : ['**/*.long.test.ts'])],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two files at a time on two cores; each file has a database of its own.
    maxWorkers: 2,
    // importing drizzle takes seconds without it
    execArgv: ['--import', './scripts/quick-imports.js'],
    env: { HIROBA_TESTING: 'true', TZ: 'UTC' },
  },
})
