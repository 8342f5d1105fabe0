import type { FeedPost } from '@hiroba/core/discussions'
import { readerOf } from './reading.server.ts'
import { withBase } from './links.ts'
import { nameOf } from './people.ts'
import type { Feed } from './feeds.ts'
import type { PlazaSay } from './words/index.ts'

type Asked = { url: URL; locals: App.Locals }

/** A feed of posts, newest first: the openings of topics or the replies of one. */
export function feedOf(
  { url, locals }: Asked,
  posts: FeedPost[],
  of: { path: string; title: (say: PlazaSay, name: string) => string },
): Feed {
  const { origin } = locals.hiroba
  const { say, link, place, locale } = readerOf(locals.hiroba, url, null)
  return {
    title: of.title(say, place?.name ?? 'Hiroba'),
    page: origin + of.path,
    self: origin + url.pathname,
    lang: locale,
    updated: new Date(Math.max(0, ...posts.map(({ createdAt }) => createdAt.getTime()))),
    entries: posts.map((post) => {
      const topic = { number: post.topicNumber, slug: post.topicSlug }
      return {
        id: `urn:uuid:${post.id}`,
        title: post.number > 1 ? `${post.topicTitle} (${post.number})` : post.topicTitle,
        link: origin + (post.number > 1 ? link.post(topic, post.number) : link.topic(topic)),
        author: nameOf(post.author),
        at: post.createdAt,
        lang: post.lang,
        html: withBase(post.html, origin + link.base),
      }
    }),
  }
}
