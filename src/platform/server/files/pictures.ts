import sharp from 'sharp'
import { fail, ok, type Result } from '../../base/result.ts'

/** Bytes of an upload, inclusive. */
export const maxPictureBytes = 20 * 1024 * 1024
/** Width × height by the header, inclusive; a phone's largest pictures have 50 million, decoded they fill 150 MB. */
export const maxPicturePixels = 50_000_000
/** Longest sides of what is kept, in pixels; smaller pictures are not enlarged. */
const KEPT_SIDE = 2048
const THUMBNAIL_SIDE = 480

export interface ReencodedPicture {
  readonly jpeg: Buffer
  /** Of `jpeg`, after turning it upright, in pixels. */
  readonly width: number
  readonly height: number
  /** JPEG. */
  readonly thumbnail: Buffer
}

export type PictureCode =
  'PICTURE_TOO_LARGE' | 'PICTURE_KIND' | 'PICTURE_HEIC' | 'PICTURE_TOO_MANY_PIXELS' | 'PICTURE_BROKEN'

type Kind = 'jpeg' | 'png' | 'webp' | 'heif'

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

/** The kind by the first bytes alone; names and declared types are the sender's word. */
const kindOf = (bytes: Uint8Array): Kind | undefined => {
  const at = (from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1')
  if (at(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (at(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'webp'
  if (at(4, 8) === 'ftyp' && HEIC_BRANDS.has(at(8, 12))) return 'heif'
  return undefined
}

/**
 * Decodes an uploaded photo and encodes it anew as an upright JPEG with a thumbnail, both in sRGB.
 * Only pixels pass: EXIF with place and device, XMP, IPTC, colour profiles, comments and anything hidden behind or
 * inside the file stay out. Transparency turns white. Of an animation the first picture is taken.
 * @returns PICTURE_KIND for anything but JPEG, PNG, WebP and HEIC; PICTURE_HEIC where this server cannot decode HEIC.
 */
export const reencodePicture = async (bytes: Uint8Array): Promise<Result<ReencodedPicture, PictureCode>> => {
  if (bytes.length > maxPictureBytes) return fail('PICTURE_TOO_LARGE', { maxBytes: maxPictureBytes })
  const kind = kindOf(bytes)
  if (!kind) return fail('PICTURE_KIND')
  const broken = fail(kind === 'heif' ? 'PICTURE_HEIC' : 'PICTURE_BROKEN')
  const options = { failOn: 'truncated', limitInputPixels: maxPicturePixels, autoOrient: true } as const
  try {
    // Reads the header only. The limit is left to the comparison below, so that it has a code of its own.
    const header = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
    if (header.format !== kind) return fail('PICTURE_KIND')
    if (header.width * header.height > maxPicturePixels)
      return fail('PICTURE_TOO_MANY_PIXELS', { width: header.width, height: header.height })
    const { data: jpeg, info } = await sharp(bytes, options)
      .resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .jpeg({ quality: 80, progressive: true })
      .toBuffer({ resolveWithObject: true })
    const thumbnail = await sharp(jpeg)
      .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 75 })
      .toBuffer()
    return ok({ jpeg, width: info.width, height: info.height, thumbnail })
  } catch {
    return broken
  }
}
