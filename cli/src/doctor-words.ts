import type { Locale } from '@hiroba/core/platform'

type Said = Record<Locale, string>

export const states = {
  ok: { en: 'ok', ja: '正常', ko: '정상' },
  warn: { en: 'warn', ja: '注意', ko: '주의' },
  bad: { en: 'bad', ja: '異常', ko: '이상' },
} satisfies Record<string, Said>

export const parts = {
  node: { en: 'Node', ja: 'Node', ko: 'Node' },
  settings: { en: 'Settings', ja: '設定', ko: '설정' },
  database: { en: 'Database', ja: 'データベース', ko: '데이터베이스' },
  migrations: { en: 'Migrations', ja: 'スキーマ', ko: '마이그레이션' },
  disk: { en: 'Disk', ja: 'ディスク', ko: '디스크' },
  queue: { en: 'Queue', ja: 'ジョブ', ko: '작업' },
  secret: { en: 'Secret', ja: '秘密の値', ko: '비밀 값' },
  address: { en: 'Address', ja: 'アドレス', ko: '주소' },
} satisfies Record<string, Said>

export const says = {
  node: { en: '{version}', ja: '{version}', ko: '{version}' },
  nodeOld: {
    en: '{version}; 26 is what Hiroba is tested with',
    ja: '{version}（Hiroba は 26 で確かめています）',
    ko: '{version} (Hiroba는 26에서 시험합니다)',
  },
  settings: {
    en: 'all readable, data in {path}',
    ja: 'すべて読めます。データは {path} にあります',
    ko: '모두 읽을 수 있습니다. 데이터는 {path}에 있습니다',
  },
  database: {
    en: 'PostgreSQL {version}, {megabytes} MB, {where}',
    ja: 'PostgreSQL {version}、{megabytes} MB、{where}',
    ko: 'PostgreSQL {version}, {megabytes} MB, {where}',
  },
  migrations: {
    en: '{applied} of {known}',
    ja: '{known} 件中 {applied} 件',
    ko: '{known}개 가운데 {applied}개',
  },
  migrationsBehind: {
    en: '{applied} of {known}: "npx hiroba migrate" or the next start brings it up to date',
    ja: '{known} 件中 {applied} 件。「npx hiroba migrate」か次の起動で最新になります',
    ko: '{known}개 가운데 {applied}개. "npx hiroba migrate"나 다음 시작 때 최신이 됩니다',
  },
  migrationsNewer: {
    en: 'written by a newer Hiroba: start the newer version',
    ja: '新しい版の Hiroba のデータです。新しい版を起動してください',
    ko: '더 새로운 Hiroba의 데이터입니다. 새 버전을 시작해 주세요',
  },
  disk: {
    en: '{gigabytes} GB free at {path}',
    ja: '{path} の空き {gigabytes} GB',
    ko: '{path}의 남은 공간 {gigabytes} GB',
  },
  queue: {
    en: '{waiting} waiting, the oldest for {minutes} min; {outbox} to deliver; {dead} failed',
    ja: '待ち {waiting} 件（最も古いもの {minutes} 分）、配信待ち {outbox} 件、失敗 {dead} 件',
    ko: '대기 {waiting}개(가장 오래된 것 {minutes}분), 전달 대기 {outbox}개, 실패 {dead}개',
  },
  queueUnknown: { en: 'not made yet', ja: 'まだありません', ko: '아직 없습니다' },
  secretGiven: { en: 'from HIROBA_SECRET', ja: 'HIROBA_SECRET から', ko: 'HIROBA_SECRET에서' },
  secretKept: { en: 'kept in {path}', ja: '{path} に保管', ko: '{path}에 보관' },
  address: { en: '{url} answers', ja: '{url} が応答しています', ko: '{url}이(가) 응답합니다' },
  addressSilent: {
    en: '{url} does not answer: the server is not running, or cannot be reached from here',
    ja: '{url} から応答がありません。サーバーが止まっているか、ここから接続できません',
    ko: '{url}에서 응답이 없습니다. 서버가 멈췄거나 여기서 접속할 수 없습니다',
  },
  addressOther: {
    en: '{url} is answered by something else: check HIROBA_URL and the proxy',
    ja: '{url} には別のものが応答しています。HIROBA_URL とプロキシを確かめてください',
    ko: '{url}에 다른 것이 응답합니다. HIROBA_URL과 프록시를 확인해 주세요',
  },
} satisfies Record<string, Said>
