import type { Domain } from './domain.ts'
import type { FactKind } from './facts/facts.ts'
import type { Listener } from './facts/listeners.ts'
import type { JobHandler } from './jobs.ts'
import type { SearchFilter } from './search/filters.ts'
import type { Subject } from './subjects.ts'

/** What all domains brought along, frozen: the one registry of a process. */
export type House = {
  domains: readonly string[]
  facts: ReadonlyMap<string, FactKind>
  listeners: readonly Listener[]
  subjects: ReadonlyMap<string, Subject>
  jobs: ReadonlyMap<string, JobHandler>
  searchFilters: ReadonlyMap<string, SearchFilter>
}

/** Composes the domains; two claiming the same name, or a fact nobody announces, is a bug. */
export function houseOf(domains: readonly Domain[]): House {
  const house = {
    domains: domains.map((domain) => domain.name),
    facts: mapOf(domains.flatMap((domain) => domain.facts)),
    listeners: domains.flatMap((domain) => domain.listeners),
    subjects: mapOf(domains.flatMap((domain) => domain.subjects)),
    jobs: mapOf(domains.flatMap((domain) => domain.jobs)),
    searchFilters: mapOf(domains.flatMap((domain) => domain.searchFilters)),
  }
  for (const listener of house.listeners)
    for (const kind of listener.hears)
      if (!house.facts.has(kind)) throw new Error(`${listener.name} hears unknown fact ${kind}`)
  mapOf(house.listeners.map((listener) => ({ ...listener, kind: listener.name })))
  return Object.freeze(house)
}

function mapOf<T extends { kind: string }>(things: T[]): Map<string, T> {
  const map = new Map<string, T>()
  for (const thing of things) {
    if (map.has(thing.kind)) throw new Error(`two domains claim "${thing.kind}"`)
    map.set(thing.kind, thing)
  }
  return map
}
