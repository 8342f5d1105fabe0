/** What a splitter finds: an element of the array, or one that was too large to keep. */
export type Found = { bytes: Uint8Array } | { tooLarge: number }

const [quote, backslash, colon, comma] = [0x22, 0x5c, 0x3a, 0x2c]
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d]

/**
 * Splits a JSON document of any size into the elements of one array in it and the rest, in bounded
 * memory: `post_stream.posts` of a topic with 100,000 posts. It checks no syntax: the elements and
 * the rest (with the array empty) are for JSON.parse.
 */
export class JsonSplitter {
  private readonly outer: string
  private readonly inner: string
  private readonly largest: number
  private readonly rest: Uint8Array[] = []
  restSize = 0

  private depth = 0
  private inString = false
  private escaped = false
  /** The last string at the first two levels, and the keys one is under there. */
  private lastString: number[] = []
  private keys = ['', '', '']
  private inArray = false

  private element: Uint8Array[] = []
  private elementSize = 0

  /** The array stands at `outer.inner`; elements over `largest` bytes are not kept. */
  constructor(outer: string, inner: string, largest: number) {
    this.outer = outer
    this.inner = inner
    this.largest = largest
  }

  /** Takes the next bytes; answers the elements that end in them. */
  *write(chunk: Uint8Array): Generator<Found> {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!
      if (this.inString) {
        this.string(byte)
        continue
      }
      if (byte > colon && byte < openBracket) continue
      if (byte === quote) {
        this.inString = true
        this.lastString = []
      } else if (byte === colon) {
        if (this.depth <= 2 && !this.inArray)
          this.keys[this.depth] = String.fromCharCode(...this.lastString)
      } else if (byte === openBrace || byte === openBracket) {
        this.depth++
        if (byte === openBracket && this.depth === 3 && this.isArray()) {
          this.keep(chunk.subarray(from, at + 1))
          this.inArray = true
          from = at + 1
        }
      } else if (byte === closeBrace || byte === closeBracket) {
        this.depth--
        if (this.inArray && this.depth === 2) {
          this.gather(chunk.subarray(from, at))
          yield* this.ended()
          this.inArray = false
          this.keys[2] = ''
          from = at
        }
      } else if (byte === comma && this.inArray && this.depth === 3) {
        this.gather(chunk.subarray(from, at))
        yield* this.ended()
        from = at + 1
      }
    }
    const tail = chunk.subarray(from)
    if (this.inArray) this.gather(tail)
    else this.keep(tail)
  }

  /** Everything around the array, once all is written. */
  document(): Buffer {
    return Buffer.concat(this.rest)
  }

  private string(byte: number) {
    if (this.escaped) this.escaped = false
    else if (byte === backslash) this.escaped = true
    else if (byte === quote) this.inString = false
    if (this.inString && this.depth <= 2 && this.lastString.length < 64) this.lastString.push(byte)
  }

  private isArray() {
    return !this.inArray && this.keys[1] === this.outer && this.keys[2] === this.inner
  }

  private keep(bytes: Uint8Array) {
    this.restSize += bytes.length
    if (this.restSize <= this.largest) this.rest.push(bytes.slice())
  }

  private gather(bytes: Uint8Array) {
    this.elementSize += bytes.length
    if (this.elementSize <= this.largest) this.element.push(bytes.slice())
    else this.element = []
  }

  private *ended(): Generator<Found> {
    const size = this.elementSize
    const bytes = size <= this.largest ? Buffer.concat(this.element) : undefined
    this.element = []
    this.elementSize = 0
    if (!bytes) yield { tooLarge: size }
    else if (bytes.some((byte) => byte > 0x20)) yield { bytes }
  }
}
