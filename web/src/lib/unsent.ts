const kept = new WeakSet<object>()

/**
 * Marks what a `load` returns as meant for the server's rendering alone. Kit writes every server
 * load as JavaScript source, even for pages without client code; for a topic page of twenty posts
 * that costs more than rendering it.
 */
export function unsent<T extends object>(data: T): T {
  kept.add(data)
  return data
}

export function isUnsent(value: unknown): boolean {
  return typeof value === 'object' && value !== null && kept.has(value)
}
