import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/**
 * One file out of a small zip archive (stored or deflated, no zip64), by the archive's directory at
 * its end: PKWARE APPNOTE 4.3.12 and 4.3.16.
 */
export function fileInZip(path: string, name: string): Buffer {
  const zip = readFileSync(path)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = end < 0 ? zip.length : zip.readUInt32LE(end + 16)
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((i) =>
      zip.readUInt16LE(at + i),
    )
    if (zip.toString('utf8', at + 46, at + 46 + nameLength!) === name) {
      const start = zip.readUInt32LE(at + 42)
      const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
      const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
      return zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
    }
    at += 46 + nameLength! + extraLength! + commentLength!
  }
  throw new Error(`there is no ${name} in the archive`)
}
