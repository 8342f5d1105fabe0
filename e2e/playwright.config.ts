import { defineConfig } from '@playwright/test'
import { chromiumFlags } from './chromium.ts'

const report = process.env.HIROBA_E2E_REPORT
const browser = {
  launchOptions: { executablePath: process.env.HIROBA_E2E_CHROMIUM!, args: chromiumFlags() },
  baseURL: process.env.HIROBA_E2E_URL!,
  timezoneId: 'Asia/Tokyo',
}

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 20_000,
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  projects: [
    { name: 'with scripts', use: { ...browser, locale: 'ja-JP' } },
    {
      name: 'without scripts',
      testMatch: ['**/reading.e2e.ts', '**/searching.e2e.ts', '**/pulse.e2e.ts'],
      use: { ...browser, locale: 'ja-JP', javaScriptEnabled: false },
    },
  ],
  testMatch: '**/*.e2e.ts',
})
