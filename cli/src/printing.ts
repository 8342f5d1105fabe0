/** Prints data for programs: one JSON value, on standard output. */
export function printJson(data: unknown): void {
  process.stdout.write(`${JSON.stringify(data, null, process.stdout.isTTY ? 2 : undefined)}\n`)
}
