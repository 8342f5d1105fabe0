/** A refusal, or a notice that stops nothing: what happened, and what it happened to. */
export type Spoken = { code: string; data: Record<string, unknown> }
export type SpokenLocale = 'en' | 'ja' | 'ko'

/**
 * The one sentence an edge prints for a refusal of the configuration or of the database underneath;
 * undefined for a code that is not ours.
 */
export function sentence(spoken: Spoken, locale: SpokenLocale): string | undefined {
  const { code, data } = spoken
  const template =
    words[`${code}.${data.problem}`] ?? words[`${code}.${data.reason}`] ?? words[code]
  return template?.[locale].replace(/\{(\w+)\}/g, (_, name: string) => String(data[name] ?? ''))
}

const words: Record<string, Record<SpokenLocale, string>> = {
  'config_bad.not_a_port': {
    en: '{variable} is "{value}", which is not a port: set a number from 0 (any free port) to 65535, such as {fix}.',
    ja: '{variable} の値「{value}」はポート番号ではありません。0（空いているポート）から 65535 までの数にしてください（例: {fix}）。',
    ko: '{variable} 값 "{value}"은(는) 포트 번호가 아닙니다. 0(비어 있는 포트)부터 65535까지의 수로 정해 주세요(예: {fix}).',
  },
  'config_bad.not_an_origin': {
    en: '{variable} is "{value}", which is not an address of a site: set http:// or https:// and a host without a path, such as {fix}.',
    ja: '{variable} の値「{value}」はサイトのアドレスではありません。http:// か https:// にホスト名だけを続けてください（例: {fix}）。',
    ko: '{variable} 값 "{value}"은(는) 사이트 주소가 아닙니다. http:// 또는 https:// 뒤에 호스트만 적고 경로는 빼 주세요(예: {fix}).',
  },
  'config_bad.not_a_database_url': {
    en: '{variable} is not the address of a PostgreSQL database: write it as {fix}, or leave it out to use the built-in database.',
    ja: '{variable} が PostgreSQL データベースのアドレスになっていません。{fix} の形で書くか、消して内蔵のデータベースを使ってください。',
    ko: '{variable}이(가) PostgreSQL 데이터베이스 주소가 아닙니다. {fix} 형식으로 적거나, 지우고 내장 데이터베이스를 쓰세요.',
  },
  'config_bad.not_an_smtp_url': {
    en: '{variable} is not the address of a mail server: write it as {fix}.',
    ja: '{variable} がメールサーバーのアドレスになっていません。{fix} の形で書いてください。',
    ko: '{variable}이(가) 메일 서버 주소가 아닙니다. {fix} 형식으로 적어 주세요.',
  },
  'config_bad.secret_too_short': {
    en: '{variable} is shorter than 32 characters: make one with "{fix}", or leave it out and one is made for you.',
    ja: '{variable} が 32 文字より短いです。「{fix}」で作るか、消して自動で作らせてください。',
    ko: '{variable}이(가) 32자보다 짧습니다. "{fix}" 명령으로 만들거나, 지우면 자동으로 만들어집니다.',
  },
  'config_bad.secret_file_too_short': {
    en: 'The secret kept in {path} is shorter than 32 characters: put it back from your backup, or delete the file ({fix}) and everybody signs in again.',
    ja: '{path} にある秘密の値が 32 文字より短いです。バックアップから戻すか、ファイルを消してください（{fix}）。消すと全員がログインし直すことになります。',
    ko: '{path}에 있는 비밀 값이 32자보다 짧습니다. 백업에서 되돌리거나 파일을 지워 주세요({fix}). 지우면 모두 다시 로그인해야 합니다.',
  },
  'config_bad.secret_unreadable': {
    en: 'The secret kept in {path} belongs to another user: run this as that user (see {fix}), or set {variable}.',
    ja: '{path} の秘密の値は別のユーザーのものです。そのユーザーで実行するか（{fix} で確認できます）、{variable} を設定してください。',
    ko: '{path}의 비밀 값은 다른 사용자의 것입니다. 그 사용자로 실행하거나({fix}로 확인), {variable}을(를) 설정해 주세요.',
  },
  'config_bad.not_a_log_level': {
    en: '{variable} is "{value}": set trace, debug, info, warn, error, fatal or silent, such as {fix}.',
    ja: '{variable} の値が「{value}」です。trace・debug・info・warn・error・fatal・silent のどれかにしてください（例: {fix}）。',
    ko: '{variable} 값이 "{value}"입니다. trace, debug, info, warn, error, fatal, silent 가운데 하나로 정해 주세요(예: {fix}).',
  },
  'config_bad.env_file_unreadable': {
    en: 'The settings in {path} cannot be read: allow it ({fix}), or move the file away.',
    ja: '{path} の設定を読めません。読めるようにするか（{fix}）、ファイルを別の場所に移してください。',
    ko: '{path}의 설정을 읽을 수 없습니다. 읽을 수 있게 하거나({fix}) 파일을 다른 곳으로 옮겨 주세요.',
  },
  'config_bad.data_not_a_folder': {
    en: '{variable} points to {path}, where a file stands instead of a folder: move the file away or name another folder, such as {fix}.',
    ja: '{variable} の指す {path} は、フォルダではなくファイルです。ファイルを移すか、別のフォルダにしてください（例: {fix}）。',
    ko: '{variable}이(가) 가리키는 {path}은(는) 폴더가 아니라 파일입니다. 파일을 옮기거나 다른 폴더로 정해 주세요(예: {fix}).',
  },
  'config_bad.data_not_writable': {
    en: '{variable} points to {path}, where this user may not write: run "chown" on it, or name a folder of your own, such as {fix}.',
    ja: '{variable} の指す {path} に、このユーザーは書き込めません。chown で持ち主を変えるか、自分のフォルダにしてください（例: {fix}）。',
    ko: '{variable}이(가) 가리키는 {path}에 이 사용자는 쓸 수 없습니다. chown으로 주인을 바꾸거나 자기 폴더로 정해 주세요(예: {fix}).',
  },
  'config_bad.data_read_only': {
    en: '{variable} points to {path}, on a disk that can only be read: mount it writable, or name another folder, such as {fix}.',
    ja: '{variable} の指す {path} は読み取り専用のディスクにあります。書き込めるようにするか、別のフォルダにしてください（例: {fix}）。',
    ko: '{variable}이(가) 가리키는 {path}은(는) 읽기 전용 디스크에 있습니다. 쓸 수 있게 연결하거나 다른 폴더로 정해 주세요(예: {fix}).',
  },
  'config_bad.data_not_reachable': {
    en: '{variable} points to {path}, which cannot be reached: check the path, or name another folder, such as {fix}.',
    ja: '{variable} の指す {path} に届きません。パスを確かめるか、別のフォルダにしてください（例: {fix}）。',
    ko: '{variable}이(가) 가리키는 {path}에 닿을 수 없습니다. 경로를 확인하거나 다른 폴더로 정해 주세요(예: {fix}).',
  },
  disk_full: {
    en: 'Only {freeMegabytes} MB are free at {path}, and at least {neededMegabytes} MB are needed: make room, or point HIROBA_DATA to another disk.',
    ja: '{path} の空きは {freeMegabytes} MB で、{neededMegabytes} MB 以上が必要です。空きを作るか、HIROBA_DATA を別のディスクに向けてください。',
    ko: '{path}의 남은 공간이 {freeMegabytes} MB인데 {neededMegabytes} MB 이상이 필요합니다. 공간을 비우거나 HIROBA_DATA를 다른 디스크로 정해 주세요.',
  },
  already_running: {
    en: 'Hiroba already runs on this data (process {pid} on {host}, {address}): use that one, stop it first, or give this one another HIROBA_DATA.',
    ja: 'このデータでは広場がすでに動いています（{host} のプロセス {pid}、{address}）。そちらを使うか、先に止めるか、別の HIROBA_DATA を指定してください。',
    ko: '이 데이터로 Hiroba가 이미 실행 중입니다({host}의 프로세스 {pid}, {address}). 그것을 쓰거나, 먼저 멈추거나, 다른 HIROBA_DATA를 정해 주세요.',
  },
  database_elsewhere: {
    en: 'The database lives in {place}, because its user "{user}" cannot reach {path}; the file {note} remembers this.',
    ja: 'データベースは {place} に置きます。データベースのユーザー「{user}」が {path} に届かないためです。この場所は {note} に書いてあります。',
    ko: '데이터베이스는 {place}에 둡니다. 데이터베이스 사용자 "{user}"이(가) {path}에 닿을 수 없기 때문입니다. 이 위치는 {note}에 적혀 있습니다.',
  },
  database_moved: {
    en: 'The database of this data directory should be in {place}, but it is not there: put it back from your backup, or delete {note} to begin with an empty one.',
    ja: 'このデータのデータベースは {place} にあるはずですが、見つかりません。バックアップから戻すか、空から始めるなら {note} を消してください。',
    ko: '이 데이터의 데이터베이스는 {place}에 있어야 하는데 없습니다. 백업에서 되돌리거나, 빈 상태로 시작하려면 {note}을(를) 지워 주세요.',
  },
  database_other_version: {
    en: 'The database in {path} was written by PostgreSQL {found}, and this Hiroba brings PostgreSQL {expected}: start it once with the Hiroba that wrote it, export, and import here with an empty HIROBA_DATA.',
    ja: '{path} のデータベースは PostgreSQL {found} のもので、この広場の PostgreSQL は {expected} です。元の版の広場で書き出し、空の HIROBA_DATA で読み込んでください。',
    ko: '{path}의 데이터베이스는 PostgreSQL {found}의 것이고 이 Hiroba의 PostgreSQL은 {expected}입니다. 원래 버전의 Hiroba로 내보낸 뒤 빈 HIROBA_DATA로 가져와 주세요.',
  },
  database_password_lost: {
    en: 'The database does not accept the password kept in {path}: put that file back from your backup.',
    ja: '{path} のパスワードではデータベースに入れません。このファイルをバックアップから戻してください。',
    ko: '{path}의 비밀번호로는 데이터베이스에 들어갈 수 없습니다. 이 파일을 백업에서 되돌려 주세요.',
  },
  database_files_foreign: {
    en: 'The database in {path} belongs to another user: run this as that user, or as root.',
    ja: '{path} のデータベースは別のユーザーのものです。そのユーザーか root で実行してください。',
    ko: '{path}의 데이터베이스는 다른 사용자의 것입니다. 그 사용자나 root로 실행해 주세요.',
  },
  database_out_of_reach: {
    en: 'The user "{user}", as whom PostgreSQL runs, cannot reach the database in {path}: move HIROBA_DATA to a folder that everybody may pass through.',
    ja: 'PostgreSQL を動かすユーザー「{user}」が {path} のデータベースに届きません。HIROBA_DATA を、だれでも通れるフォルダの下に移してください。',
    ko: 'PostgreSQL을 실행하는 사용자 "{user}"이(가) {path}의 데이터베이스에 닿을 수 없습니다. HIROBA_DATA를 누구나 지나갈 수 있는 폴더 아래로 옮겨 주세요.',
  },
  database_recovering: {
    en: 'The database was not stopped in order and is putting itself right; nothing saved is lost, it only takes a while.',
    ja: 'データベースが正しく止められていなかったため、復旧しています。保存したものは失われません。少し時間がかかります。',
    ko: '데이터베이스가 제대로 멈추지 않아 복구하고 있습니다. 저장된 것은 그대로이고 시간이 조금 걸립니다.',
  },
  database_not_back: {
    en: 'The database is away ({why}), and it is tried again every few seconds.',
    ja: 'データベースにつながりません（{why}）。数秒ごとに試しています。',
    ko: '데이터베이스에 연결되지 않습니다({why}). 몇 초마다 다시 시도합니다.',
  },
  database_does_not_start: {
    en: 'PostgreSQL does not start ({said}): {log} says more.',
    ja: 'PostgreSQL が起動しません（{said}）。詳しくは {log} を見てください。',
    ko: 'PostgreSQL이 시작되지 않습니다({said}). 자세한 내용은 {log}에 있습니다.',
  },
  database_busy: {
    en: 'Another process has been starting or stopping the database in {path} for {seconds} seconds: try again, or look for a process that hangs.',
    ja: '別のプロセスが {seconds} 秒のあいだ {path} のデータベースを起動または停止しています。もう一度試すか、止まっているプロセスがないか確かめてください。',
    ko: '다른 프로세스가 {seconds}초 동안 {path}의 데이터베이스를 시작하거나 멈추고 있습니다. 다시 시도하거나 멈춰 있는 프로세스가 없는지 확인해 주세요.',
  },
  database_not_included: {
    en: 'There is no built-in PostgreSQL for this machine ({platform}): set DATABASE_URL to a PostgreSQL 15 or newer.',
    ja: 'このマシン（{platform}）用の内蔵 PostgreSQL はありません。DATABASE_URL に PostgreSQL 15 以上を指定してください。',
    ko: '이 기기({platform})용 내장 PostgreSQL이 없습니다. DATABASE_URL에 PostgreSQL 15 이상을 지정해 주세요.',
  },
  database_user_missing: {
    en: 'PostgreSQL refuses to run as root, and this machine has no other user it may run as ({tried}): run Hiroba as an ordinary user, or set DATABASE_URL.',
    ja: 'PostgreSQL は root では動かず、代わりに使えるユーザー（{tried}）もありません。一般ユーザーで実行するか、DATABASE_URL を指定してください。',
    ko: 'PostgreSQL은 root로 실행되지 않는데, 대신 쓸 사용자({tried})도 없습니다. 일반 사용자로 실행하거나 DATABASE_URL을 지정해 주세요.',
  },
  'database_unreachable.refused': {
    en: 'Nothing answers at {address} ({variable}): start that PostgreSQL, or correct the address.',
    ja: '{address}（{variable}）から返事がありません。その PostgreSQL を起動するか、アドレスを直してください。',
    ko: '{address}({variable})에서 응답이 없습니다. 그 PostgreSQL을 시작하거나 주소를 고쳐 주세요.',
  },
  'database_unreachable.host_unknown': {
    en: 'The host of {address} ({variable}) is not known: correct its name.',
    ja: '{address}（{variable}）のホストが見つかりません。名前を直してください。',
    ko: '{address}({variable})의 호스트를 찾을 수 없습니다. 이름을 고쳐 주세요.',
  },
  'database_unreachable.sign_in_failed': {
    en: 'The database at {address} does not let us in: correct the user or the password in {variable}.',
    ja: '{address} のデータベースに入れません。{variable} のユーザー名かパスワードを直してください。',
    ko: '{address}의 데이터베이스에 들어갈 수 없습니다. {variable}의 사용자나 비밀번호를 고쳐 주세요.',
  },
  'database_unreachable.no_such_database': {
    en: 'The server at {address} has no database of that name: create it, or correct {variable}.',
    ja: '{address} のサーバーにその名前のデータベースがありません。作成するか、{variable} を直してください。',
    ko: '{address} 서버에 그 이름의 데이터베이스가 없습니다. 만들거나 {variable}을(를) 고쳐 주세요.',
  },
  'database_unreachable.timeout': {
    en: 'The database at {address} ({variable}) did not answer in time: check the address and the firewall.',
    ja: '{address}（{variable}）のデータベースが時間内に返事をしませんでした。アドレスとファイアウォールを確かめてください。',
    ko: '{address}({variable})의 데이터베이스가 제때 응답하지 않았습니다. 주소와 방화벽을 확인해 주세요.',
  },
  database_unreachable: {
    en: 'The database at {address} ({variable}) cannot be used ({reason}): check the address and the server.',
    ja: '{address}（{variable}）のデータベースを使えません（{reason}）。アドレスとサーバーを確かめてください。',
    ko: '{address}({variable})의 데이터베이스를 쓸 수 없습니다({reason}). 주소와 서버를 확인해 주세요.',
  },
  database_too_old: {
    en: 'The database at {address} ({variable}) is PostgreSQL {found}, and {expected} or newer is needed: upgrade it, or leave {variable} out to use the built-in one.',
    ja: '{address}（{variable}）は PostgreSQL {found} で、{expected} 以上が必要です。上げるか、{variable} を消して内蔵のデータベースを使ってください。',
    ko: '{address}({variable})은(는) PostgreSQL {found}인데 {expected} 이상이 필요합니다. 올리거나 {variable}을(를) 지우고 내장 데이터베이스를 쓰세요.',
  },
  database_not_utf8: {
    en: 'The database at {address} ({variable}) keeps text as {found}: create one with ENCODING UTF8.',
    ja: '{address}（{variable}）のデータベースの文字コードが {found} です。ENCODING UTF8 で作成してください。',
    ko: '{address}({variable})의 데이터베이스 문자 인코딩이 {found}입니다. ENCODING UTF8로 만들어 주세요.',
  },
}
