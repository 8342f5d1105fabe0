import type { TopicPage } from '@hiroba/core/discussions'
import { nameOf } from './people.ts'
import type { Links } from './links.ts'

/**
 * What search engines read of a topic (schema.org): a QAPage once an answer was chosen, else a
 * DiscussionForumPosting. On the first page only: the others say where that one is.
 */
export function structuredTopic(
  { topic, page }: TopicPage,
  text: string | undefined,
  whole: (path: string) => string,
  link: Links,
): object | undefined {
  if (page !== 1 || !text) return undefined

  const author = (person: TopicPage['topic']['author']) => ({
    '@type': 'Person',
    name: nameOf(person),
    url: whole(link.person(person)),
  })
  const common = {
    author: author(topic.author),
    datePublished: topic.createdAt.toISOString(),
    url: whole(link.topic(topic)),
    ...(topic.lang && { inLanguage: topic.lang }),
  }
  if (!topic.accepted) {
    return {
      '@context': 'https://schema.org',
      '@type': 'DiscussionForumPosting',
      headline: topic.title,
      text,
      ...common,
      commentCount: topic.repliesCount,
      interactionStatistic: {
        '@type': 'InteractionCounter',
        interactionType: 'https://schema.org/LikeAction',
        userInteractionCount: topic.likesCount,
      },
    }
  }
  const { accepted } = topic
  return {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: topic.title,
      text,
      ...common,
      answerCount: topic.repliesCount,
      acceptedAnswer: {
        '@type': 'Answer',
        text: accepted.excerpt,
        url: whole(link.post(topic, accepted.number)),
        author: author(accepted.author),
      },
    },
  }
}

/** How the first post of the page begins, for descriptions; nothing of a hidden one. */
export function beginningOf({ entries }: TopicPage): string | undefined {
  const first = entries.find((one) => one.is === 'post')
  return first && !first.hidden ? plainBeginning(first.html) : undefined
}

/** The beginning of a post as plain text. */
export function plainBeginning(html: string, length = 200): string {
  const text = html
    .slice(0, length * 8)
    .replace(/<pre[\s>].*?(<\/pre>|$)/gs, ' ')
    .replace(/<[^>]*(>|$)/g, ' ')
    .replace(/&(lt|gt|quot|amp|nbsp|#39);/g, (_, name: keyof typeof entities) => entities[name])
    .replace(/\s+/g, ' ')
    .trim()
  const letters = [...text]
  return letters.length > length
    ? `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
    : text
}

const entities = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ', '#39': "'" } as const
