import type { Locale } from '@hiroba/core/platform'

type Said = Record<Locale, string>

/** Sentences for refusals, by code. Those of settings and database are in core's config. */
export const refusals: Record<string, Said> = {
  port_taken: {
    en: 'Port {port} is taken by another program: stop that one, or choose another with PORT={next}.',
    ja: 'ポート {port} は別のプログラムが使っています。それを止めるか、PORT={next} のように別の番号にしてください。',
    ko: '포트 {port}은(는) 다른 프로그램이 쓰고 있습니다. 그것을 멈추거나 PORT={next}처럼 다른 번호를 정해 주세요.',
  },
  port_forbidden: {
    en: 'This user may not listen on port {port}: choose one above 1023, such as PORT=3000, and put a proxy before it.',
    ja: 'このユーザーはポート {port} を使えません。PORT=3000 のような 1024 以上の番号にして、前にプロキシを置いてください。',
    ko: '이 사용자는 포트 {port}을(를) 쓸 수 없습니다. PORT=3000처럼 1024 이상을 정하고 앞에 프록시를 두세요.',
  },
  schema_newer: {
    en: 'This database was written by a newer Hiroba ({applied} migrations, this one knows {known}): start the newer version. Nothing was changed.',
    ja: 'このデータベースは新しい版の Hiroba のものです（スキーマの更新 {applied} 件、この版は {known} 件まで）。新しい版を起動してください。何も変更していません。',
    ko: '이 데이터베이스는 더 새로운 Hiroba의 것입니다(마이그레이션 {applied}개, 이 버전은 {known}개까지). 새 버전을 시작해 주세요. 아무것도 바꾸지 않았습니다.',
  },
  community_unknown: {
    en: 'There is no community "{slug}" here: "npx hiroba community list" shows them all.',
    ja: 'コミュニティ「{slug}」はありません。「npx hiroba community list」で一覧を見られます。',
    ko: '커뮤니티 "{slug}"이(가) 없습니다. "npx hiroba community list"로 목록을 볼 수 있습니다.',
  },
  source_missing: {
    en: 'There is no file or folder "{path}": check the path. Nothing was changed.',
    ja: 'ファイルもフォルダも見つかりません：{path}。パスを確かめてください。何も変更していません。',
    ko: '파일이나 폴더 "{path}"이(가) 없습니다. 경로를 확인해 주세요. 아무것도 바꾸지 않았습니다.',
  },
  import_running: {
    en: 'Another import into "{slug}" is running: wait for it to end, then run this again.',
    ja: '「{slug}」への取り込みがほかに動いています。終わってから、もう一度実行してください。',
    ko: '"{slug}"(으)로 가져오는 작업이 이미 진행 중입니다. 끝난 뒤 다시 실행해 주세요.',
  },
  category_unknown: {
    en: 'There is no category {number}: leave out --name to see them all.',
    ja: 'カテゴリー {number} はありません。--name を外すと一覧が出ます。',
    ko: '분류 {number}이(가) 없습니다. --name을 빼면 목록이 나옵니다.',
  },
  category_name_bad: {
    en: 'A category needs a name of 1 to 80 characters.',
    ja: 'カテゴリーの名前は 1〜80 文字にしてください。',
    ko: '분류 이름은 1~80자로 지어 주세요.',
  },
  slug_bad: {
    en: '"{slug}" cannot stand in an address: use small letters a-z, digits and hyphens, at most 50.',
    ja: '「{slug}」はアドレスに使えません。小文字 a–z、数字、ハイフンで 50 文字までにしてください。',
    ko: '"{slug}"은(는) 주소에 쓸 수 없습니다. 소문자 a–z, 숫자, 하이픈으로 50자까지 쓰세요.',
  },
  slug_taken: {
    en: 'There is already a community "{slug}", or one with that hostname: choose another name.',
    ja: '「{slug}」またはそのホスト名のコミュニティはすでにあります。別の名前にしてください。',
    ko: '"{slug}" 또는 그 호스트 이름의 커뮤니티가 이미 있습니다. 다른 이름을 정해 주세요.',
  },
  hostname_bad: {
    en: '"{hostname}" is not a hostname: write it as plaza.example, without http:// and without a port.',
    ja: '「{hostname}」はホスト名ではありません。plaza.example のように、http:// とポートなしで書いてください。',
    ko: '"{hostname}"은(는) 호스트 이름이 아닙니다. plaza.example처럼 http://와 포트 없이 쓰세요.',
  },
  hostname_taken: {
    en: 'The hostname {hostname} belongs to the community "{by}".',
    ja: 'ホスト名 {hostname} はコミュニティ「{by}」が使っています。',
    ko: '호스트 이름 {hostname}은(는) 커뮤니티 "{by}"이(가) 쓰고 있습니다.',
  },
  time_zone_bad: {
    en: '"{timeZone}" is not a time zone: write one such as Asia/Tokyo, Asia/Seoul or UTC.',
    ja: '「{timeZone}」はタイムゾーンではありません。Asia/Tokyo のように書いてください。',
    ko: '"{timeZone}"은(는) 시간대가 아닙니다. Asia/Seoul처럼 쓰세요.',
  },
  accent_bad: {
    en: '"{accent}" is not a colour: write it as #2f6f4f.',
    ja: '「{accent}」は色ではありません。#2f6f4f のように書いてください。',
    ko: '"{accent}"은(는) 색이 아닙니다. #2f6f4f처럼 쓰세요.',
  },
  operators_only: {
    en: 'Only the operator of this installation may do this.',
    ja: 'これはこのサーバーの運営者だけができます。',
    ko: '이 서버의 관리자만 할 수 있습니다.',
  },
  build_tools_missing: {
    en: 'The web pages are not built, and the tools for it are not installed: run "npm ci" without --omit=dev, then "npm run build".',
    ja: '画面のビルドがなく、ビルドの道具も入っていません。--omit=dev なしで「npm ci」を、次に「npm run build」を実行してください。',
    ko: '웹 화면이 빌드되지 않았고 빌드 도구도 없습니다. --omit=dev 없이 "npm ci"를, 이어서 "npm run build"를 실행하세요.',
  },
  build_failed: {
    en: 'The web pages could not be built; what the build said stands above.',
    ja: '画面のビルドに失敗しました。原因は上の出力にあります。',
    ko: '웹 화면을 빌드하지 못했습니다. 이유는 위 출력에 있습니다.',
  },
}

/** What the commands themselves say. */
export const shell = {
  refused: {
    en: 'This cannot be done ({code}).',
    ja: 'できません（{code}）。',
    ko: '할 수 없습니다({code}).',
  },
  bug: {
    en: 'Something unexpected happened: {message} (HIROBA_DEBUG=1 shows where).',
    ja: '予期しない問題が起きました: {message}（HIROBA_DEBUG=1 で場所を表示します）',
    ko: '예상하지 못한 문제가 생겼습니다: {message} (HIROBA_DEBUG=1로 위치를 볼 수 있습니다)',
  },
  ENOENT: {
    en: 'There is no {path}: check the path.',
    ja: '{path} がありません。パスを確かめてください。',
    ko: '{path}이(가) 없습니다. 경로를 확인해 주세요.',
  },
  EACCES: {
    en: 'This user may not read {path}.',
    ja: 'このユーザーは {path} を読めません。',
    ko: '이 사용자는 {path}을(를) 읽을 수 없습니다.',
  },
  EISDIR: {
    en: '{path} is a folder, and a file is needed.',
    ja: '{path} はフォルダです。ファイルを指定してください。',
    ko: '{path}은(는) 폴더입니다. 파일을 지정해 주세요.',
  },
  building: {
    en: 'Building the web pages (once, about ten seconds) …',
    ja: '画面をビルドしています（初回と更新時のみ、10 秒ほど）…',
    ko: '웹 화면을 빌드하고 있습니다(처음과 업데이트 때만, 10초쯤) …',
  },
  open: {
    en: 'Hiroba is open: {url}',
    ja: '広場が開きました: {url}',
    ko: '광장이 열렸습니다: {url}',
  },
  here: {
    en: 'On this machine: {url}',
    ja: 'このマシンでは: {url}',
    ko: '이 기기에서는: {url}',
  },
  empty: {
    en: `No community yet. Found one:
  npx hiroba community create --slug my-plaza --name-en "My plaza"
or bring one along:
  npx hiroba import discourse <file.tar.gz> --community my-plaza --create`,
    ja: `まだコミュニティがありません。作るには:
  npx hiroba community create --slug my-plaza --language ja --name-ja "わたしの広場"
いまあるコミュニティを移すには:
  npx hiroba import discourse <ファイル.tar.gz> --community my-plaza --create`,
    ko: `아직 커뮤니티가 없습니다. 만들려면:
  npx hiroba community create --slug my-plaza --language ko --name-ko "나의 광장"
지금 있는 커뮤니티를 옮기려면:
  npx hiroba import discourse <파일.tar.gz> --community my-plaza --create`,
  },
  working: {
    en: 'The worker runs. Ctrl-C stops it.',
    ja: 'ワーカーが動いています。Ctrl-C で止まります。',
    ko: '워커가 실행 중입니다. Ctrl-C로 멈춥니다.',
  },
  closing: { en: 'Closing …', ja: '終了しています…', ko: '끝내고 있습니다 …' },
  closed: { en: 'Closed.', ja: '終了しました。', ko: '끝났습니다.' },
  migrated: {
    en: 'The database is up to date ({applied} migrations).',
    ja: 'データベースは最新です（スキーマの更新 {applied} 件）。',
    ko: '데이터베이스가 최신입니다(마이그레이션 {applied}개).',
  },
  noCommunities: {
    en: 'No community yet.',
    ja: 'まだコミュニティがありません。',
    ko: '아직 커뮤니티가 없습니다.',
  },
  founded: {
    en: 'Founded "{slug}": {url}',
    ja: '「{slug}」を作りました: {url}',
    ko: '"{slug}"을(를) 만들었습니다: {url}',
  },
  described: {
    en: 'Changed "{slug}": {url}',
    ja: '「{slug}」を変更しました: {url}',
    ko: '"{slug}"을(를) 바꿨습니다: {url}',
  },
  left: { en: '{time} left', ja: '残り {time}', ko: '{time} 남음' },
} satisfies Record<string, Said>
