export { markdownFromHtml, type HtmlOptions } from './from-html.ts'
export {
  mentionedHandles,
  renderMarkdown,
  renderPost,
  RENDERER_VERSION,
  type RenderOptions,
} from './render.ts'
export { highlightCode } from './highlight.ts'
export { excerpt, plainText } from './plain-text.ts'
export { emojiNamed } from './emoji.ts'
