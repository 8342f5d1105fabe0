import { describe, expect, test } from 'vitest'
import { shareOf, type Measured } from '@hiroba/core/insights'
import { formatsIn } from './formats.ts'
import { stretchName, tickName } from './naming.ts'
import { pulseWords } from './words.ts'

const may: Measured = {
  period: { name: '2016-05', from: new Date(0), until: new Date(1) },
  contributors: 55,
  newcomers: 14,
  topics: 62,
  replies: 317,
  median: { median: 3.9, low: 2.2, high: 9.8 },
  unanswered: shareOf(8, 62),
  absenceFactor: 9,
  gini: 0.55,
  busiest: shareOf(42, 379),
}
const plain = (text: string) => text.replaceAll('\u2060', '').replaceAll('\u00a0', ' ')
const answered = (locale: 'ja' | 'ko' | 'en', m: Measured = may) =>
  plain(pulseWords(locale).answered.strong(m, stretchName(locale, '2016-05')))

describe('the sentence of who was answered', () => {
  test('is whole in each language', () => {
    expect(answered('en')).toBe(
      'In May 2016 half of the 62 questions had an answer within 3.9 hours; 13 % had none after a week.',
    )
    expect(answered('ja')).toBe(
      '2016年5月は、質問62件の半分に3.9時間以内に返信がつきました。1週間たっても返信がなかったのは13%です。',
    )
    expect(answered('ko')).toBe(
      '2016년 5월에는 질문 62건의 절반이 3.9시간 안에 답글을 받았습니다. 일주일이 지나도 답글이 없던 질문은 13%입니다.',
    )
  })

  test('says when there is too little to say', () => {
    expect(answered('en', { ...may, topics: 1 })).toBe('Only 1 question was asked in May 2016.')
    expect(answered('en', { ...may, topics: 0 })).toBe('No questions were asked in May 2016.')
    expect(answered('en', { ...may, median: null })).toBe(
      'In May 2016 fewer than half of the 62 questions have had an answer; 13 % had none after a week.',
    )
  })
})

test('a span is said in the unit a person would use', () => {
  const { hours } = pulseWords('en')
  expect([0.5, 0.999, 1.04, 3.94, 12.4, 47.9, 60].map(hours)).toEqual([
    '30 minutes',
    '1 hour',
    '1 hour',
    '3.9 hours',
    '12 hours',
    '48 hours',
    '2.5 days',
  ])
  expect(pulseWords('ja').hours(60)).toBe('2.5日')
  expect(formatsIn('en').points(-0.034)).toBe('−3')
})

test('periods have the names people give them', () => {
  const names = (from: string, to?: string) =>
    (['en', 'ja', 'ko'] as const).map((locale) => plain(stretchName(locale, from, to)))
  expect(names('2016-05')).toEqual(['May 2016', '2016年5月', '2016년 5월'])
  expect(names('2016-Q2')).toEqual(['April to June 2016', '2016年4〜6月', '2016년 4~6월'])
  expect(names('2016')).toEqual(['2016', '2016年', '2016년'])
  expect(names('2016-01', '2016-04')).toEqual([
    'January to April 2016',
    '2016年1月から4月まで',
    '2016년 1월부터 4월까지',
  ])
  expect(names('2015-12', '2016-04')[0]).toBe('December 2015 to April 2016')
  expect(tickName('en', '2020-W53', true)).toBe('28 Dec')
  expect(tickName('en', '2016-09-05', false)).toBe('5 Sep')
  expect(tickName('en', '2016-09', true)).toBe('Sep 2016')
})
