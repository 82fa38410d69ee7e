import { expect, it } from 'vitest'
import { bodyOf, counted, differencesOf, linesOf, merged, textOf } from './clinic-draft.ts'

const line = (topic: string, asked: number, answered: number) => ({ topic, asked, answered })
const mine = {
  questions: [line('工伤', 3, 1), line('加班', 2, 2), line('年休假', 1, 1)],
  pamphlets: [{ title: '工伤', copies: 5 }],
}
const theirs = {
  questions: [line('加班', 4, 2), line('工伤', 3, 1), line('社保', 2, 0)],
  pamphlets: [{ title: '工会法', copies: 9 }],
}
const [own, other] = [linesOf(mine), linesOf(theirs)]

it('turns a record into lines and back', () => {
  expect(bodyOf(own)).toEqual(mine)
})

it('never answers more people than asked', () => {
  const count = (asked: number, answered: number, at: number, value: number) =>
    counted({ part: 'questions', name: '工伤', counts: [asked, answered] }, at, value).counts
  expect(count(2, 2, 1, 3)).toEqual([3, 3])
  expect(count(5, 2, 1, 3)).toEqual([5, 3])
  expect(count(3, 3, 0, 1)).toEqual([1, 1])
  expect(count(3, 1, 0, 4)).toEqual([4, 1])
  expect(counted({ part: 'pamphlets', name: '工会法', counts: [3] }, 0, 60).counts).toEqual([60])
})

it('shows both values of each line that differs', () => {
  expect(differencesOf(own, other).map((it) => [it.key, textOf(it.mine), textOf(it.theirs)])).toEqual([
    ['questions 加班', '问 2 答 2', '问 4 答 2'],
    ['questions 年休假', '问 1 答 1', '没有'],
    ['pamphlets 工伤', '5 份', '没有'],
    ['questions 社保', '没有', '问 2 答 0'],
    ['pamphlets 工会法', '没有', '9 份'],
  ])
  expect(differencesOf(own, own)).toEqual([])
})

it('keeps mine but for the lines that are taken from the other side', () => {
  expect(bodyOf(merged(own, other, []))).toEqual(mine)
  expect(bodyOf(merged(own, other, ['questions 社保', 'questions 年休假']))).toEqual({
    questions: [mine.questions[0], mine.questions[1], line('社保', 2, 0)],
    pamphlets: mine.pamphlets,
  })
  const all = differencesOf(own, other).map((it) => it.key)
  expect(bodyOf(merged(own, other, all))).toEqual({
    questions: [line('工伤', 3, 1), line('加班', 4, 2), line('社保', 2, 0)],
    pamphlets: theirs.pamphlets,
  })
})
