import { Client } from 'pg'

/** `wait`: it starts, recovers or stops, and says so. `no`: silence. */
export type Answer = 'yes' | 'wait' | 'no' | 'wrong_password'

/** Whether our own database answers at this address; makes the database itself when it is missing. */
export async function ask(url: string): Promise<Answer> {
  try {
    await briefly(url, 'select 1')
    return 'yes'
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '3D000') return make(url)
    if (code === '57P03') return 'wait'
    if (code === '28P01' || code === '28000') return 'wrong_password'
    // Every place taken is an answer too.
    return code === '53300' ? 'yes' : 'no'
  }
}

async function make(url: string): Promise<Answer> {
  const server = new URL(url)
  server.pathname = '/postgres'
  await briefly(server.href, 'create database hiroba')
  return 'yes'
}

async function briefly(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(statement)
  } finally {
    // A connection that never came about has nothing to wait for.
    client.end().catch(() => {})
  }
}
