import { domain } from '../platform/domain.ts'
import { countPosts } from './counts.ts'
import { opened, replied, solved } from './facts.ts'
import { renderPosts } from './rendering.ts'
import { discussionFilters } from './search-filters.ts'
import { replySubject, topicSubject } from './subjects.ts'
import {
  categories,
  notes,
  reactionCounts,
  replies,
  tags,
  topics,
  topicTags,
  writers,
} from './tables.ts'

export const discussionsDomain = domain({
  name: 'discussions',
  tables: { categories, topics, replies, notes, reactionCounts, tags, topicTags, writers },
  facts: [opened, replied, solved],
  listeners: [countPosts],
  subjects: [topicSubject, replySubject],
  jobs: [renderPosts],
  searchFilters: discussionFilters,
})
