/**
 * How unequally posts are spread, 0 = all wrote the same, towards 1 = one wrote nearly all:
 * sum((2i - n - 1) x_i) / (n sum(x)) over `posts` in ascending order. Null without any.
 * A. Sen, On Economic Inequality (1973), after C. Gini (1912).
 */
export function gini(posts: readonly number[]): number | null {
  const n = posts.length
  if (n === 0) return null
  const weighted = posts.reduce((sum, x, index) => sum + (2 * (index + 1) - n - 1) * x, 0)
  return weighted / (n * total(posts))
}

/**
 * The least number of members who wrote at least half of `posts` (ascending): how few would have to
 * leave. CHAOSS, Contributor Absence Factor. 0 without any posts.
 */
export function absenceFactor(posts: readonly number[]): number {
  const needed = total(posts) / 2
  let reached = 0
  let members = 0
  while (reached < needed) reached += posts[posts.length - ++members]!
  return members
}

function total(posts: readonly number[]): number {
  return posts.reduce((sum, x) => sum + x, 0)
}
