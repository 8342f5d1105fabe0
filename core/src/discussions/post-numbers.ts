/** Posts on a page of a topic: page p holds the numbers 20(p-1)+1 … 20p, so a link never moves. */
export const postsPerPage = 20

export function pageOf(postNumber: number): number {
  return Math.max(1, Math.ceil(postNumber / postsPerPage))
}
