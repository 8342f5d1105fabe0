import { hash } from 'node:crypto'

/**
 * A set of keys that holds 64 bits of each one's digest: 16 to 32 bytes a key, so that ten million
 * fit where their strings would not. Two of ten million meet by chance once in 400,000 sources.
 */
export class KeySet {
  size = 0
  /** Pairs of halves; 0,0 is an empty slot. */
  private slots = new Uint32Array(2 * 1024)

  has(key: string): boolean {
    const [high, low] = digestOf(key)
    const at = this.slotOf(high, low)
    return this.slots[at] !== 0 || this.slots[at + 1] !== 0
  }

  /** False if it was there already. */
  add(key: string): boolean {
    const [high, low] = digestOf(key)
    const at = this.slotOf(high, low)
    if (this.slots[at] !== 0 || this.slots[at + 1] !== 0) return false
    this.slots[at] = high
    this.slots[at + 1] = low
    this.size++
    if (this.size * 4 > this.slots.length) this.grow()
    return true
  }

  private slotOf(high: number, low: number): number {
    const mask = this.slots.length / 2 - 1
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const at = 2 * slot
      const [a, b] = [this.slots[at]!, this.slots[at + 1]!]
      if ((a === high && b === low) || (a === 0 && b === 0)) return at
    }
  }

  private grow(): void {
    const before = this.slots
    this.slots = new Uint32Array(before.length * 2)
    for (let at = 0; at < before.length; at += 2) {
      const [high, low] = [before[at]!, before[at + 1]!]
      if (high !== 0 || low !== 0) this.slots.set([high, low], this.slotOf(high, low))
    }
  }
}

function digestOf(key: string): [high: number, low: number] {
  const digest = hash('sha1', key, 'buffer')
  return [digest.readUInt32LE(0) || 1, digest.readUInt32LE(4)]
}
