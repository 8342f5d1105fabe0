import type { Locale } from '@hiroba/core/platform'

/** Why something of a source did not come in, by the code that `--json` and the rejects give. */
export const reasons: Record<string, Record<Locale, string>> = {
  system_file: {
    en: 'hidden file of an operating system',
    ja: 'OS が作る隠しファイル',
    ko: '운영 체제가 만든 숨김 파일',
  },
  not_json: { en: 'not a JSON file', ja: 'JSON ではないファイル', ko: 'JSON이 아닌 파일' },
  whisper: {
    en: 'post for staff only',
    ja: 'スタッフだけに見える投稿',
    ko: '운영진에게만 보이는 글',
  },
  second_first_post: {
    en: 'second post with number 1',
    ja: '番号 1 の二つめの投稿',
    ko: '두 번째로 나온 1번 글',
  },
  gzip_truncated: {
    en: 'archive cut off',
    ja: '途中で切れたアーカイブ',
    ko: '중간에 끊긴 보관 파일',
  },
  gzip_corrupt: { en: 'damaged archive', ja: '壊れたアーカイブ', ko: '손상된 보관 파일' },
  gzip_bomb: {
    en: 'archive that unpacks to far too much',
    ja: '展開すると大きすぎるアーカイブ',
    ko: '풀면 지나치게 커지는 보관 파일',
  },
  tar_truncated: {
    en: 'archive cut off',
    ja: '途中で切れたアーカイブ',
    ko: '중간에 끊긴 보관 파일',
  },
  tar_corrupt: { en: 'damaged archive', ja: '壊れたアーカイブ', ko: '손상된 보관 파일' },
  unreadable: { en: 'file that cannot be opened', ja: '開けないファイル', ko: '열 수 없는 파일' },
  path_outside: {
    en: 'path out of the archive',
    ja: 'アーカイブの外を指すパス',
    ko: '보관 파일 밖을 가리키는 경로',
  },
  link: { en: 'link to another file', ja: 'ほかのファイルへのリンク', ko: '다른 파일로 가는 링크' },
  not_a_file: {
    en: 'not an ordinary file',
    ja: '通常のファイルではないもの',
    ko: '일반 파일이 아닌 것',
  },
  file_too_large: { en: 'file too large', ja: '大きすぎるファイル', ko: '너무 큰 파일' },
  folder_too_deep: { en: 'folder nested too deep', ja: '深すぎるフォルダ', ko: '너무 깊은 폴더' },
  invalid_utf8: { en: 'not UTF-8', ja: 'UTF-8 ではないもの', ko: 'UTF-8이 아닌 것' },
  invalid_json: { en: 'broken JSON', ja: '壊れた JSON', ko: '깨진 JSON' },
  wrong_shape: {
    en: 'field missing or of the wrong kind',
    ja: '項目がないか、形がちがうもの',
    ko: '항목이 없거나 형식이 다른 것',
  },
  duplicate_topic: { en: 'topic given twice', ja: '重複したトピック', ko: '겹치는 이야기' },
  post_too_large: { en: 'post too large', ja: '大きすぎる投稿', ko: '너무 큰 글' },
  line_too_long: { en: 'line too long', ja: '長すぎる行', ko: '너무 긴 줄' },
  duplicate_post_number: {
    en: 'post number given twice',
    ja: '重複した投稿番号',
    ko: '겹치는 글 번호',
  },
  duplicate_post_id: { en: 'post id given twice', ja: '重複した投稿 ID', ko: '겹치는 글 ID' },
  invalid_date: { en: 'date that is none', ja: '読めない日付', ko: '읽을 수 없는 날짜' },
  date_out_of_range: { en: 'date out of range', ja: '範囲の外の日付', ko: '범위를 벗어난 날짜' },
  duplicate_id: { en: 'id given twice', ja: '重複した ID', ko: '겹치는 ID' },
  number_taken: {
    en: 'number already taken',
    ja: 'すでに使われている番号',
    ko: '이미 쓰고 있는 번호',
  },
  topic_unknown: {
    en: 'reply to a topic that is not there',
    ja: 'もとのトピックがない返信',
    ko: '이야기가 없는 답글',
  },
  topic_without_posts: {
    en: 'topic without posts',
    ja: '投稿のないトピック',
    ko: '글이 없는 이야기',
  },
  first_post_missing: {
    en: 'topic without its first post',
    ja: '最初の投稿がないトピック',
    ko: '첫 글이 없는 이야기',
  },
}
