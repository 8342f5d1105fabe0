import { defineParams } from '@sveltejs/kit/params'

const lists = ['latest', 'top', 'unanswered'] as const
const languages = ['ja', 'ko', 'en'] as const
const feeds = ['xml', 'atom'] as const

export const params = defineParams({
  int: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
  list: (text) => lists.find((one) => one === text),
  language: (text) => languages.find((one) => one === text),
  /** feed.xml is RSS, feed.atom is Atom. */
  feed: (text) => feeds.find((one) => one === text),
})
