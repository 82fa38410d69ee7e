import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { maxPictureBytes, reencodePicture } from './pictures.ts'

const red = { r: 220, g: 20, b: 20 }
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: red } })

const accepted = async (bytes: Uint8Array) => {
  const it = await reencodePicture(bytes)
  if (!it.ok) throw new Error(it.code)
  return it.value
}

/** Size, type, data and check sum, as PNG has it. */
const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** A grey PNG that says this size and holds no pixels to speak of. */
const pngClaiming = (width: number, height: number): Buffer => {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.writeUInt8(8, 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const pixels = chunk('IDAT', deflateSync(Buffer.alloc(1000)))
  return Buffer.concat([signature, chunk('IHDR', size), pixels, chunk('IEND', Buffer.alloc(0))])
}

it('keeps no place, device, comment or colour profile of a photo', async () => {
  const photo = await plain(300, 200)
    .withExif({
      IFD0: { Make: 'PhoneMaker', Artist: 'someone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '33/1 27/1 1234/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '118/1 13/1 0/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>33.45,118.21</place></x:xmpmeta>')
    .withIccProfile('p3')
    .jpeg()
    .toBuffer()
  const before = await sharp(photo).metadata()
  expect(before.exif && before.xmp && before.icc).toBeTruthy()
  expect(photo.includes('PhoneMaker')).toBe(true)

  const { jpeg, thumbnail } = await accepted(photo)
  for (const out of [jpeg, thumbnail]) {
    const after = await sharp(out).metadata()
    expect([after.format, after.exif, after.xmp, after.icc, after.iptc]).toEqual(['jpeg', ...Array(4).fill(undefined)])
    expect(out.includes('PhoneMaker') || out.includes('33.45')).toBe(false)
  }
})

it('turns a photo upright before its orientation mark is dropped', async () => {
  const lying = await plain(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const it = await accepted(lying)
  expect([it.width, it.height]).toEqual([200, 300])
  expect((await sharp(it.jpeg).metadata()).orientation).toBeUndefined()
})

it('shrinks to 2048 and 480 pixels on the long side and enlarges nothing', async () => {
  const large = await accepted(await plain(4000, 1000).jpeg().toBuffer())
  expect([large.width, large.height]).toEqual([2048, 512])
  expect(await sharp(large.thumbnail).metadata()).toMatchObject({ width: 480, height: 120, format: 'jpeg' })
  const small = await accepted(await plain(30, 40).png().toBuffer())
  expect([small.width, small.height]).toEqual([30, 40])
})

it('reads WebP, and turns transparency white', async () => {
  const clear = { r: 0, g: 0, b: 0, alpha: 0 }
  const webp = await sharp({ create: { width: 20, height: 20, channels: 4, background: clear } })
    .webp()
    .toBuffer()
  const { data } = await sharp((await accepted(webp)).jpeg)
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([...data.subarray(0, 3)].every((it) => it > 250)).toBe(true)
})

it('keeps nothing of what hides inside or behind a picture', async () => {
  const tail = Buffer.from('PK\x03\x04<script>alert(1)</script><?php system("id") ?>')
  const jpeg = await plain(50, 50).jpeg().toBuffer()
  // A comment segment right after the start mark: FF FE, then its length with the two length bytes.
  const mark = Buffer.from([0xff, 0xfe, 0, tail.length + 2])
  const both = Buffer.concat([jpeg.subarray(0, 2), mark, tail, jpeg.subarray(2), tail])
  const out = await accepted(both)
  for (const it of [out.jpeg, out.thumbnail]) expect(/<script|<\?php|alert/.test(it.toString('latin1'))).toBe(false)
})

it('refuses SVG and everything else that is no photo, under any name', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
  const gif = await plain(9, 9).gif().toBuffer()
  const tiff = await plain(9, 9).tiff().toBuffer()
  const others = [
    Buffer.from(svg),
    Buffer.from(`<?xml version="1.0"?>${svg}`),
    gif,
    tiff,
    Buffer.from('%PDF-1.7'),
    Buffer.alloc(0),
  ]
  for (const it of others) expect(await reencodePicture(it)).toEqual({ ok: false, code: 'PICTURE_KIND' })
  // Begins like a JPEG, goes on as SVG.
  const mixed = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(svg)])
  expect(await reencodePicture(mixed)).toEqual({ ok: false, code: 'PICTURE_BROKEN' })
})

it('refuses 30,000 × 30,000 pixels by the header, before decoding', async () => {
  const png = pngClaiming(30_000, 30_000)
  expect(png.length).toBeLessThan(200)
  const before = process.memoryUsage.rss()
  expect(await reencodePicture(png)).toEqual({
    ok: false,
    code: 'PICTURE_TOO_MANY_PIXELS',
    detail: { width: 30_000, height: 30_000 },
  })
  // Decoded it would be 900 MB.
  expect(process.memoryUsage.rss() - before).toBeLessThan(100e6)
})

it('refuses 50,000,001 pixels and reads the header of 50,000,000', async () => {
  expect(await reencodePicture(pngClaiming(50_000_001, 1))).toMatchObject({ code: 'PICTURE_TOO_MANY_PIXELS' })
  // Within the cap, so it goes on to the missing pixels.
  expect(await reencodePicture(pngClaiming(10_000, 5000))).toEqual({ ok: false, code: 'PICTURE_BROKEN' })
})

it('refuses more than 20 MB before looking inside', async () => {
  const jpeg = await plain(9, 9).jpeg().toBuffer()
  const padded = Buffer.concat([jpeg, Buffer.alloc(maxPictureBytes + 1 - jpeg.length)])
  expect(await reencodePicture(padded)).toMatchObject({ ok: false, code: 'PICTURE_TOO_LARGE' })
})

it('refuses a cut-off file', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const photo = sharp({ create: { width: 600, height: 400, channels: 3, background: red, noise } })
  for (const whole of [
    await photo.clone().jpeg().toBuffer(),
    await photo.clone().png().toBuffer(),
    await photo.clone().webp().toBuffer(),
  ]) {
    expect(await reencodePicture(whole)).toMatchObject({ ok: true })
    expect(await reencodePicture(whole.subarray(0, whole.length / 2))).toEqual({ ok: false, code: 'PICTURE_BROKEN' })
    expect(await reencodePicture(whole.subarray(0, 20))).toEqual({ ok: false, code: 'PICTURE_BROKEN' })
  }
})

it('says of HEIC that it cannot be read here', async () => {
  const head = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
  expect(await reencodePicture(Buffer.concat([head, Buffer.alloc(500)]))).toEqual({ ok: false, code: 'PICTURE_HEIC' })
})
