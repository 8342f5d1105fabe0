import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServerUrl } from '../../database/embedded/for-tests.ts'
import { detectLanguage, indexTokens, queryHints, searchQuery } from './index.ts'
import type { Language } from './index.ts'
import { normalise, normaliseMapped } from './normalise.ts'

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client(testServerUrl())
  await client.connect()
})
afterAll(() => client.end())

interface Match {
  found: boolean
  /** Whole words, and with several words side by side. */
  true: boolean
}

async function match(query: string, text: string, lang?: Language): Promise<Match> {
  const { grams, close, exact } = searchQuery(query, { lang })
  const tokens = indexTokens({ body: text })
  const { rows } = await client.query<Match>(
    `select $1::tsvector @@ $3::tsquery as found,
       coalesce($2::tsvector @@ $4::tsquery, false) and ($5::text is null or $1::tsvector @@ $5::tsquery) as true`,
    [tokens.grams, tokens.words, grams, exact, close],
  )
  return rows[0]!
}

async function finds(query: string, text: string, lang?: Language): Promise<boolean> {
  return (await match(query, text, lang)).found === true
}

async function findsByFallback(query: string, text: string): Promise<boolean> {
  const { fallback } = searchQuery(query)
  const { rows } = await client.query<{ found: boolean }>(
    'select $1::tsvector @@ $2::tsquery as found',
    [indexTokens({ body: text }).grams, fallback],
  )
  return rows[0]!.found === true
}

describe('Japanese', () => {
  test.each([
    ['読む', '昨日読んだ記事がよかった'],
    ['読む', 'もう読みました'],
    ['泳ぐ', '川で泳いだ'],
    ['待つ', '返事を待っています'],
    ['話す', '三人で話そう'],
    ['使う', '使わない道具を譲ります'],
    ['遊ぶ', '公園で遊んだ'],
    ['見る', '写真を見ました'],
    ['寝る', '早く寝たい'],
    ['調べる', '自分で調べて答えた'],
    ['集まる', '駅前に集まってください'],
    ['読みました', 'この本を読んだ'],
    ['歩いた', '海まで歩く会'],
    ['優しい', '優しくしてくれた'],
    ['早い', '返事が早かった'],
    ['暑かった', '暑い日が続く'],
    ['おもしろい', 'とてもおもしろかった'],
    ['翻訳する', '翻訳した文を見せます'],
    ['翻訳する', '翻訳のお願い'],
    ['ダウンロードした', '資料のダウンロードについて'],
  ])('%s finds %s', async (query, text) => {
    expect(await finds(query, text, 'ja')).toBe(true)
  })

  test.each([
    ['プリンター', 'プリンタが動かない'],
    ['プリンタ', 'プリンターを買った'],
    ['プリンタ設定', 'プリンター設定を開く'],
    ['プリンター設定', 'プリンタ設定を開く'],
    ['ﾌﾟﾘﾝﾀ', 'プリンターを買った'],
    ['ヴァイオリン', 'バイオリン教室'],
    ['バイオリン', 'ヴァイオリン教室'],
    ['クラウドファンディング', 'クラウド・ファンディング開始'],
    ['クラウド・ファンディング', 'クラウドファンディング開始'],
    ['申し込み', '申込はこちら'],
    ['申込', '申し込みはこちら'],
    ['申込み', '申し込んだ人'],
    ['引越し', '引っ越しました'],
    ['引っ越し', '引越のお知らせ'],
    ['打合せ', '打ち合わせは三時から'],
    ['打ち合わせ', '打合せは三時から'],
    ['手続き', '手続を終えた'],
    ['終わる', 'もう終った'],
    ['ご予約', '予約できます'],
    ['人々', '町の人々の声'],
    ['庭', '広い庭のある家'],
    ['ラーメン', 'らーめんではなくラーメン'],
  ])('%s also finds the spelling in %s', async (query, text) => {
    expect(await finds(query, text, 'ja')).toBe(true)
  })

  test.each([
    ['京都', '京都で会いましょう', '東京都の会場'],
    ['ライン', 'ライン登録はこちら', 'オンラインで開催'],
    ['スト', 'ストは中止', 'テストを受ける'],
    ['アート', 'アート展を開く', 'スタートしました'],
    ['本気', '本気で走る', '日本気象協会'],
  ])('%s is meant in the first text more than in the second', async (query, meant, trap) => {
    expect(await match(query, meant, 'ja')).toEqual({ found: true, true: true })
    expect((await match(query, trap, 'ja')).true).toBe(false)
  })

  test('a phrase in quotes does not cross a full stop and is not inflected', async () => {
    expect(await finds('"花が咲く"', '庭に花が咲く頃')).toBe(true)
    expect(await finds('"花が咲く"', '白い花。が咲く')).toBe(false)
    expect(await finds('"花が咲く"', '花が咲いた')).toBe(false)
  })

  test('a long sentence is found in other words by its content words', async () => {
    expect(await finds('カメラの電池を交換する方法', '電池の交換。カメラの使い方と方法')).toBe(
      false,
    )
    expect(
      await findsByFallback('カメラの電池を交換する方法', '電池の交換。カメラの使い方と方法'),
    ).toBe(true)
    expect(await findsByFallback('カメラの電池を交換する方法', '電池だけの話')).toBe(false)
  })
})

describe('Korean', () => {
  test.each([
    ['읽다', '어제 읽은 책'],
    ['읽다', '같이 읽어요'],
    ['쓰다', '제가 쓴 글입니다'],
    ['쓰다', '편지를 썼어요'],
    ['알다', '아는 사람이 없다'],
    ['듣다', '노래를 들었어요'],
    ['돕다', '서로 도와 주세요'],
    ['짓다', '새로 지은 집'],
    ['부르다', '노래를 불렀다'],
    ['배우다', '요리를 배웠습니다'],
    ['가르치다', '수영을 가르쳐 주세요'],
    ['어렵다', '어려운 문제'],
    ['예쁘다', '꽃이 예뻐요'],
    ['그렇다', '그런 말은 처음'],
    ['기다리다', '기다렸던 소식'],
    ['연습하다', '매일 연습했어요'],
    ['연습하다', '연습 시간을 바꿉니다'],
    ['연습하는', '함께 연습합시다'],
    ['변경되다', '장소가 변경됐습니다'],
  ])('%s finds %s', async (query, text) => {
    expect(await finds(query, text, 'ko')).toBe(true)
  })

  test.each([
    ['도서관', '도서관에서는 조용히'],
    ['도서관에서', '도서관이 열렸다'],
    ['사진 전시', '사진전시를 엽니다'],
    ['사진전시', '사진 전시를 엽니다'],
    ['첫인사', '첫 인사를 남겨 주세요'],
    ['초콜렛', '초콜릿을 나눠요'],
    ['컨퍼런스', '콘퍼런스 안내'],
    ['텔레비젼', '텔레비전을 껐다'],
    ['꽃', '봄꽃이 피었다'],
  ])('%s also finds %s', async (query, text) => {
    expect(await finds(query, text, 'ko')).toBe(true)
  })

  test.each([
    ['의사', '의사를 불렀다', '회의사진을 올립니다'],
    ['수박', '수박이 달다', '호수박물관'],
    ['연습하다', '매일 연습해요', '연습 시간'],
  ])('%s is meant in the first text more than in the second', async (query, meant, trap) => {
    const [first, second] = [searchQuery(query), await match(query, trap, 'ko')]
    expect(second.true).toBe(false)
    expect((await match(query, meant, 'ko')).found).toBe(true)
    expect(first.close ?? first.exact).not.toBeNull()
  })

  test('a particle is taken only after the sound it goes with', async () => {
    expect(await finds('바나나를', '바나나 주스')).toBe(true)
    expect(await finds('마을', '마가 자란다')).toBe(false)
  })
})

describe('English and Chinese', () => {
  test.each([
    ['bicycles', 'a bicycle for two'],
    ['planning', 'we planned it'],
    ['stories', 'her story'],
    ['controlled', 'remote control'],
    ['used', 'they are using it'],
    ['cafe', 'the Café opens'],
    ['e-mail', 'send an email'],
    ['C++', 'written in c++ and lua'],
    ['1.7.1', 'since version 1.7.1 only'],
    ['how to plant a tree', 'planting trees in May'],
    ['apples OR pears', 'pear jam'],
    ['"green tea"', 'Green tea, please'],
  ])('%s finds %s', async (query, text) => {
    expect(await finds(query, text, 'en')).toBe(true)
  })

  test.each([
    ['art', 'artificial party'],
    ['"green tea"', 'tea in a green cup'],
    ['apples -jam', 'apple jam'],
    ['c#', 'c++ only'],
    ['wander', 'wonder'],
  ])('%s does not find %s', async (query, text) => {
    expect(await finds(query, text, 'en')).toBe(false)
  })

  test('Chinese words are found inside a sentence', async () => {
    expect(await finds('火车', '我们坐火车去北京', 'zh')).toBe(true)
    expect((await match('北京', '我们坐火车去北京', 'zh')).true).toBe(true)
    expect(await finds('京北', '我们坐火车去北京', 'zh')).toBe(false)
  })

  test('words of one meaning named by the community find each other', async () => {
    const { grams } = searchQuery('自転車', { synonyms: [['自転車', 'チャリ', 'bicycle']] })
    const { rows } = await client.query('select $1::tsvector @@ $2::tsquery as found', [
      indexTokens({ body: 'チャリを直す' }).grams,
      grams,
    ])
    expect(rows[0].found).toBe(true)
  })
})

describe('filters', () => {
  test('full-width signs, quoted values and parts of dates are understood', () => {
    const { filters, terms } = searchQuery(
      'author：＠Hana　in:"Tea Room" tag:#Spring tag:花 after:2024-3 before:2024/12/05 is:unanswered 抹茶',
    )
    expect(filters).toEqual({
      author: 'hana',
      in: 'tea room',
      tag: ['spring', '花'],
      after: '2024-03-01',
      before: '2024-12-05',
      unanswered: true,
    })
    expect(terms.map(({ text }) => text)).toEqual(['抹茶'])
  })

  test('what is no date or state is named in a hint', () => {
    const input = 'after:2024-02-30 is:happy'
    const query = searchQuery(input)
    expect(query.filters).toEqual({})
    expect(queryHints(query, { input })).toEqual([
      { kind: 'filter_not_understood', filter: 'after:2024-02-30' },
      { kind: 'filter_not_understood', filter: 'is:happy' },
      { kind: 'type_something' },
    ])
  })

  test('hints name what can be left out', () => {
    const input = 'garden tools tag:spring -plastic'
    expect(queryHints(searchQuery(input), { input })).toEqual([
      { kind: 'drop_excluded', word: 'plastic' },
      { kind: 'drop_filter', filter: 'tag' },
      { kind: 'fewer_words', words: ['garden', 'tools'] },
    ])
  })
})

describe('any text and any query', () => {
  const pieces =
    '" - OR | & ! ( ) <-> :* \\ \' \0 \ud800 \udc00 🍣 𠮷野家 サーバー 申し込み 쓰다 행동강령 c++ -x author: in:"a tag:#x after:2020 is:x 「 』 ： ー 々 ﾃｽﾄ ㄱㄴ e\u0301 İ ς ไทย \u200b _ ~ = $$ %'.split(
      ' ',
    )

  test('give valid vectors and queries', async () => {
    let state = 7
    const next = (below: number) => (state = (state * 48271) % 2147483647) % below
    const inputs = Array.from({ length: 400 }, () =>
      Array.from(
        { length: 1 + next(9) },
        () => pieces[next(pieces.length)]! + ' '.repeat(next(2)),
      ).join(''),
    )
    for (const input of [...inputs, pieces.join('').repeat(200), '', ' ', '"', '-', 'OR']) {
      const { grams, close, exact, begins, fallback } = searchQuery(input)
      const tokens = indexTokens({
        title: input,
        body: input,
        tags: [input],
        author: input,
        extra: [input.slice(0, 40)],
      })
      await client.query(
        'select $1::tsquery, $2::tsquery, $3::tsquery, $4::tsquery, $5::tsquery, $6::tsvector, $7::tsvector',
        [grams, close, exact, begins, fallback, tokens.grams, tokens.words],
      )
    }
  })

  test('of 100,000 characters fit the limits of PostgreSQL', async () => {
    const han = (i: number) => String.fromCharCode(0x4e00 + ((i * 7919 + (i >> 7) * 131) % 20_900))
    const bodies = [
      Array.from({ length: 100_000 }, (_, i) => han(i)).join(''),
      Array.from({ length: 50_000 }, (_, i) => `${han(i)}${'きしちみけせ'[i % 6]}`).join(''),
      '가'.repeat(100_000),
      'ア'.repeat(100_000),
      'x'.repeat(100_000),
      'ab '.repeat(33_000),
    ]
    for (const body of bodies) {
      const { grams, words } = indexTokens({ title: body, body, tags: [body], author: body })
      await client.query('select $1::tsvector, $2::tsvector', [grams, words])
    }
  })

  test('a phrase far behind position 16,383 is found', async () => {
    expect(await finds('"白い砂浜"', `${'雨の日。'.repeat(8_000)}白い砂浜へ行く`)).toBe(true)
  })
})

describe('normal form', () => {
  test('the map leads from every normalised unit back to its source', () => {
    const source = 'ｶﾞｷﾞ Ａ🍣é 각 ﬁ\u00adx'
    const { text, offsets } = normaliseMapped(source)
    expect(text).toBe(normalise(source))
    expect(text).toBe('ガギ a🍣é 각 fix')
    expect(source.slice(offsets[text.indexOf('ギ')], offsets[text.indexOf(' ')])).toBe('ｷﾞ')
    expect(source.slice(offsets[text.indexOf('fi')], offsets[text.indexOf('x')])).toBe('ﬁ\u00ad')
    expect(offsets.at(-1)).toBe(source.length)
  })
})

describe('language', () => {
  test.each<[string, Language, Language]>([
    ['今日はいい天気', 'en', 'ja'],
    ['駅前広場', 'en', 'ja'],
    ['我们的时间', 'ja', 'zh'],
    ['大学', 'ja', 'ja'],
    ['大学', 'en', 'zh'],
    ['오늘 날씨', 'ja', 'ko'],
    ['Where is it?', 'ko', 'en'],
    ['API の使い方', 'en', 'ja'],
    ['12345 🍣', 'ko', 'ko'],
  ])('%s (in a community of %s) is %s', (text, fallback, language) => {
    expect(detectLanguage(text, fallback)).toBe(language)
  })
})
