/** What `hiroba import` says at its end. */
export const imported = {
  came: {
    en: '{posts|post|posts} came in: {topics|topic|topics} and {replies|reply|replies} by {members|person|people}, with {notes|note|notes}, in {seconds} s ({perSecond|post|posts}/s). All can be read and found now.',
    ja: '{posts} 件の投稿を取り込みました。トピック {topics} 件、返信 {replies} 件、書いた人 {members} 人、記録 {notes} 件。{seconds} 秒（毎秒 {perSecond} 件）。もう読めて、検索もできます。',
    ko: '글 {posts}건을 가져왔습니다. 이야기 {topics}건, 답글 {replies}건, 글쓴이 {members}명, 기록 {notes}건. {seconds}초(초당 {perSecond}건). 이제 읽고 찾을 수 있습니다.',
  },
  rehearsed: {
    en: 'Nothing was written. {posts|post|posts} would come in: {topics|topic|topics} and {replies|reply|replies} by {members|person|people}, with {notes|note|notes}.',
    ja: '何も書き込んでいません。取り込むと {posts} 件になります。トピック {topics} 件、返信 {replies} 件、書いた人 {members} 人、記録 {notes} 件。',
    ko: '아무것도 쓰지 않았습니다. 가져오면 {posts}건이 됩니다. 이야기 {topics}건, 답글 {replies}건, 글쓴이 {members}명, 기록 {notes}건.',
  },
  cameNothing: {
    en: 'Nothing new came in.',
    ja: '新しく取り込んだものはありません。',
    ko: '새로 가져온 것은 없습니다.',
  },
  rehearsedNothing: {
    en: 'Nothing was written, and nothing new would come in.',
    ja: '何も書き込んでいません。新しく取り込むものはありません。',
    ko: '아무것도 쓰지 않았습니다. 새로 가져올 것도 없습니다.',
  },
  hidden: {
    en: '  {hidden|of them is a hidden post|of them are hidden posts}: marked, and shown folded.',
    ja: '  うち {hidden} 件は非表示の投稿です。印をつけ、たたんで表示します。',
    ko: '  그 가운데 {hidden}건은 숨긴 글입니다. 표시하고 접어서 보여 줍니다.',
  },
  deleted: {
    en: '  {deleted|of them was|of them were} deleted at the source: the number is kept, nothing is shown or counted.',
    ja: '  うち {deleted} 件は元のサイトで削除されたものです。番号だけ残し、表示も集計もしません。',
    ko: '  그 가운데 {deleted}건은 원래 사이트에서 지운 글입니다. 번호만 남기고 보여 주거나 세지 않습니다.',
  },
  there: {
    en: '  {there|was here already and stays as it is|were here already and stay as they are}.',
    ja: '  {there} 件はすでにあり、そのままです。',
    ko: '  {there}건은 이미 있어서 그대로 두었습니다.',
  },
  skipped: {
    en: '  left out: {count} ({reason})',
    ja: '  対象外: {count} 件（{reason}）',
    ko: '  제외: {count}건({reason})',
  },
  rejected: {
    en: '  could not be read: {count} ({reason})',
    ja: '  読めなかったもの: {count} 件（{reason}）',
    ko: '  읽지 못함: {count}건({reason})',
  },
  cutOff: {
    en: 'The database ended in the middle. What came in is kept: run the same command again, and it goes on from there.',
    ja: 'データベースが途中で止まりました。取り込んだ分は残っています。同じコマンドをもう一度実行すると続きから進みます。',
    ko: '데이터베이스가 도중에 멈췄습니다. 가져온 것은 그대로 있습니다. 같은 명령을 다시 실행하면 이어서 진행합니다.',
  },
  nothing: {
    en: 'Nothing in {path} could be read as {kind}: check that it is the right file and kind.',
    ja: '{path} には {kind} として読めるものがありません。ファイルと種類を確かめてください。',
    ko: '{path}에는 {kind}(으)로 읽을 수 있는 것이 없습니다. 파일과 종류를 확인해 주세요.',
  },
  rejects: {
    en: 'Each of these, with its place and reason, stands in {path}',
    ja: 'それぞれの場所と理由は {path} にあります。',
    ko: '각각의 위치와 이유는 {path}에 있습니다.',
  },
  next: {
    en: 'Next: "npm start", then open /c/{slug}. Categories without a name: "npx hiroba categories --community {slug}".',
    ja: '次は「npm start」で起動し、/c/{slug} を開いてください。名前のないカテゴリーは「npx hiroba categories --community {slug}」で名づけられます。',
    ko: '다음: "npm start"로 시작하고 /c/{slug}를 열어 보세요. 이름 없는 분류는 "npx hiroba categories --community {slug}"로 이름을 붙일 수 있습니다.',
  },
} as const
