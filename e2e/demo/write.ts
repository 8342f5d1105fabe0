import { fileURLToPath } from 'node:url'
import MarkdownIt from 'markdown-it'
import { readVillage, writeAsDiscourse, type Village } from './village.ts'

export type DemoName = 'tsuchinone' | 'dalmuri'

/** Writes a demo community's Discourse folder at `into`, told as of `now`. */
export function writeDemo(name: DemoName, now: Date, into: string): Village {
  const village = readVillage(fileURLToPath(new URL(name, import.meta.url)))
  const markdown = new MarkdownIt({ html: true, linkify: true })
  writeAsDiscourse(village, now, into, (text) => markdown.render(text))
  return village
}
