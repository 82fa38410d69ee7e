import QRCode from 'qrcode'

/** A QR code of a text as an SVG drawing, error correction M, four modules of quiet zone. */
export const qrSvg = (text: string): Promise<string> =>
  QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
