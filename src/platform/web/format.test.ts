import { expect, test } from 'vitest'
import { dateText, durationText, minutesText, nearDate, numberText, sizeText } from './format.ts'

test('dates read as people say them', () => {
  expect(dateText('2026-11-30')).toBe('11月30日 周一')
  expect(dateText('2027-01-03', '2026-11-30')).toBe('2027年1月3日 周日')
  expect(dateText('2026-01-03', '2026-11-30')).toBe('1月3日 周六')
  expect(nearDate('2026-12-01', '2026-11-30')).toBe('明天')
  expect(nearDate('2026-11-29', '2026-11-30')).toBe('昨天')
  expect(nearDate('2026-12-02', '2026-11-30')).toBe('12月2日 周三')
})

test('minutes and numbers', () => {
  expect(minutesText(700, 1440)).toBe('11:40–24:00')
  expect([durationText(30), durationText(60), durationText(95)]).toEqual(['30分钟', '1小时', '1小时35分'])
  expect(numberText(2500)).toBe('2,500')
  expect([sizeText(8), sizeText(340_400), sizeText(1_240_000)]).toEqual(['1 KB', '340 KB', '1.2 MB'])
})
