import jsqr from 'jsqr'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { qrSvg } from './qr.ts'

/** What a camera reads from the code when it is `side` pixels wide. */
const read = async (svg: string, side: number): Promise<string | undefined> => {
  const picture = sharp(Buffer.from(svg)).resize(side, side, { kernel: 'nearest' }).ensureAlpha().raw()
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data
}

it.each([
  ['a sign-in address', 'https://qingqi.example.cn/m/sign-in/0198c0de-0000-7000-8000-000000000001?code=8YQ2-K7PD'],
  ['Chinese', '泗洪县总工会 · 轻骑兵签到'],
  ['markup', '"><script>alert(1)</script>&amp;'],
  ['a long text', 'x'.repeat(300)],
])('can be read back: %s', async (_what, text) => {
  const svg = await qrSvg(text)
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  expect(svg).not.toContain('script')
  expect(await read(svg, 600)).toBe(text)
})

it('is another code for another text', async () => {
  expect(await qrSvg('a')).not.toBe(await qrSvg('b'))
})

it('throws where there is nothing or too much to show', async () => {
  await expect(async () => qrSvg('')).rejects.toThrow()
  await expect(async () => qrSvg('x'.repeat(2400))).rejects.toThrow()
})
