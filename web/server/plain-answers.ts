import type { Locale } from '@hiroba/core/platform'

export type PlainAnswer = keyof typeof words

/** A small page without Kit, for when a page cannot be made at all. Styles are attributes: see the CSP. */
export function plainPage(answer: PlainAnswer, locale: Locale, requestId: string): Buffer {
  const { title, advice } = words[answer][locale]
  const id = `<p style="color:#767676;font-size:.85rem">${requestId}</p>`
  return Buffer.from(`<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<body style="font:1.05rem/1.7 system-ui,sans-serif;max-width:34rem;margin:18vh auto;padding:0 1.5rem">
<main><h1 style="font-size:1.5rem;line-height:1.4">${title}</h1>
<p>${advice}</p>
${id}</main>
</body>
</html>
`)
}

const words = {
  starting: {
    en: {
      title: 'Just opening',
      advice: 'The plaza is being set up. Load this page again in a few seconds.',
    },
    ja: {
      title: 'まもなく開きます',
      advice: '準備をしています。数秒後にもう一度読み込んでください。',
    },
    ko: { title: '곧 열립니다', advice: '준비하고 있습니다. 몇 초 뒤에 다시 불러와 주세요.' },
  },
  unavailable: {
    en: {
      title: 'We will be back in a moment',
      advice:
        'The plaza cannot reach its records right now, and tries again every second. Nothing is lost. Load this page again in a few seconds.',
    },
    ja: {
      title: 'すぐに戻ります',
      advice:
        'いま記録に接続できません。自動でつなぎ直しています。投稿が失われることはありません。数秒後にもう一度読み込んでください。',
    },
    ko: {
      title: '곧 돌아오겠습니다',
      advice:
        '지금은 기록에 연결할 수 없어 자동으로 다시 연결하고 있습니다. 글은 사라지지 않습니다. 몇 초 뒤에 다시 불러와 주세요.',
    },
  },
  broken: {
    en: {
      title: 'Something went wrong here',
      advice:
        'This is a mistake of ours, not yours. Try again, and if it stays, tell the people who run this site the number below.',
    },
    ja: {
      title: '問題が起きました',
      advice:
        'こちら側の不具合です。もう一度試し、それでも直らなければ、下の番号を運営にお知らせください。',
    },
    ko: {
      title: '문제가 생겼습니다',
      advice:
        '저희 쪽의 문제입니다. 다시 시도해 보고, 계속되면 아래 번호를 운영자에게 알려 주세요.',
    },
  },
  malformed: {
    en: {
      title: 'This address cannot be read',
      advice: 'Check it for a mistake, or begin at the front page.',
    },
    ja: {
      title: 'アドレスを読み取れません',
      advice: '間違いがないか確かめるか、トップページから始めてください。',
    },
    ko: {
      title: '주소를 읽을 수 없습니다',
      advice: '틀린 곳이 없는지 확인하거나 첫 페이지에서 시작해 주세요.',
    },
  },
  too_long: {
    en: {
      title: 'This address is too long',
      advice: 'Shorten what you search for, or begin at the front page.',
    },
    ja: {
      title: 'アドレスが長すぎます',
      advice: '検索する言葉を短くするか、トップページから始めてください。',
    },
    ko: { title: '주소가 너무 깁니다', advice: '검색어를 줄이거나 첫 페이지에서 시작해 주세요.' },
  },
  too_large: {
    en: {
      title: 'This is too large',
      advice: 'What you sent is larger than 50 MB. Send less at a time.',
    },
    ja: {
      title: '大きすぎます',
      advice: '送信されたデータが 50 MB を超えています。分けて送ってください。',
    },
    ko: { title: '너무 큽니다', advice: '보낸 데이터가 50MB를 넘습니다. 나누어 보내 주세요.' },
  },
} satisfies Record<string, Record<Locale, { title: string; advice: string }>>
