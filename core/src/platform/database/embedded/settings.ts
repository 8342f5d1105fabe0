import { totalmem } from 'node:os'

/**
 * What PostgreSQL is started with. On the command line, not in postgresql.conf, so that a newer
 * Hiroba's settings hold for an older cluster.
 */
export function settings(cluster: string, port: number, forTests: boolean): string[] {
  const chosen = { ...network(port), ...memory(), ...planner, ...log, ...(forTests ? hasty : {}) }
  const options = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', cluster, ...options]
}

function network(port: number) {
  return {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 60,
    timezone: 'UTC',
  }
}

/** A quarter gigabyte of buffers holds a community of 300,000 posts; small machines get an eighth. */
function memory() {
  const megabytes = Math.floor(totalmem() / 1024 ** 2)
  return {
    shared_buffers: `${within(32, 256, Math.floor(megabytes / 8))}MB`,
    effective_cache_size: `${within(128, 4096, Math.floor(megabytes / 2))}MB`,
    maintenance_work_mem: `${within(32, 128, Math.floor(megabytes / 16))}MB`,
    work_mem: '16MB',
    max_wal_size: '2GB',
    // No standby and no archive hang on this database, so bulk loads need not write everything twice.
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_logical_replication_workers: 0,
  }
}

/** Short queries on a solid-state disk: compiling them costs more than it saves. */
const planner = { random_page_cost: 1.1, jit: 'off' }

/**
 * Errors reach us through the connection; in the file they would repeat people's words. `terse`
 * leaves out details such as the statement a killed process was running.
 */
const log = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  log_timezone: 'UTC',
}

/** Nothing survives a power cut, which no test is about. */
const hasty = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 200,
}

function within(least: number, most: number, wished: number): number {
  return Math.min(most, Math.max(least, wished))
}
