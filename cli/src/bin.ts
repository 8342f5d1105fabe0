import '../../scripts/quick-imports.js'

// Loaded only now: what is imported above takes effect for imports that come after it.
const { runProgram } = await import('./program.ts')
process.exitCode = await runProgram(process.argv.slice(2))
