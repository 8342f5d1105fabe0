/** The plaza works without script: no page of it is hydrated. */
export const csr = false
