/** Why something in a source could not be read. People's words for these are made at the edges. */
export const rejectReasons = [
  // The source itself; reading ends there
  'gzip_truncated',
  'gzip_corrupt',
  'gzip_bomb',
  'tar_truncated',
  'tar_corrupt',
  'unreadable',
  // An entry or file, left out
  'path_outside',
  'link',
  'not_a_file',
  'file_too_large',
  'folder_too_deep',
  'invalid_utf8',
  'invalid_json',
  'wrong_shape',
  'duplicate_topic',
  // A post or line, left out
  'post_too_large',
  'line_too_long',
  'duplicate_post_number',
  'duplicate_post_id',
  'invalid_date',
  'date_out_of_range',
] as const

export type RejectReason = (typeof rejectReasons)[number]

/** `path` as it stands in the source; `detail` for whoever mends it, in technical English. */
export type Reject = { path: string; reason: RejectReason; detail?: string }

/** What a source holds that is no content, left out on purpose. */
export type Skip = { path: string; reason: 'system_file' | 'not_json' }

/**
 * Thrown inside the readers where reading ends; they turn it into a reject. `told` where the source
 * as a whole ended, and tells that itself.
 */
export class Unreadable extends Error {
  readonly reason: RejectReason
  told = false
  constructor(reason: RejectReason, detail: string) {
    super(detail)
    this.reason = reason
  }
}

/** The first characters of what is wrong, fit for a line of a report. */
export function brief(text: string): string {
  const line = text.replace(/[\s\u0000-\u001f]+/g, ' ').trim()
  return line.length > 200 ? line.slice(0, 199).toWellFormed() + '…' : line
}
