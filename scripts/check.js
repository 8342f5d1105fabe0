// All of CI on a laptop: `npm test`. Each step is named; the first that fails ends the run.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const notes = mkdtempSync(join(tmpdir(), 'hiroba-check-'))
const unit = join(notes, 'unit.json')
const browser = join(notes, 'browser.json')

const steps = [
  ['format', 'npm run --silent format:check'],
  ['lint', 'npm run --silent lint'],
  ['types', 'npm run --silent types'],
  ['build', 'npm run --silent build'],
  [
    'unit and integration tests, on a real PostgreSQL',
    `npx vitest run --reporter=default --reporter=json --outputFile.json=${unit}`,
  ],
  ['journeys in a real browser', 'npm run --silent test:e2e', { HIROBA_E2E_REPORT: browser }],
]

const started = Date.now()
for (const [name, command, more = {}] of steps) {
  const from = Date.now()
  console.log(`\n── ${name}`)
  const { status } = spawnSync(command, {
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, ...more },
  })
  console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'}, ${seconds(from)} s`)
  if (status !== 0) end(1)
}
const counts = { unit: unitTests(), browser: browserTests() }
console.log(`\nAll steps passed in ${seconds(started)} s.`)
console.log(
  `${counts.unit + counts.browser} tests ran: ${counts.unit} unit and integration, ${counts.browser} in the browser.`,
)
end(0)

function unitTests() {
  const { numPassedTests } = JSON.parse(readFileSync(unit, 'utf8'))
  return numPassedTests
}

function browserTests() {
  const { stats } = JSON.parse(readFileSync(browser, 'utf8'))
  return stats.expected
}

function seconds(from) {
  return ((Date.now() - from) / 1000).toFixed(1)
}

function end(status) {
  rmSync(notes, { recursive: true, force: true })
  process.exit(status)
}
