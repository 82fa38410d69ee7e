const END = 0x06054b50
const CENTRAL = 0x02014b50

// 1980-01-01 00:00 in the form of MS-DOS: the first instant a zip can name.
const DATE = 0x0021
const TIME = 0

/**
 * Sets the time stamp of every entry of a zip to 1980-01-01, in place, so that the same content gives the same bytes.
 * @throws where `zip` has no central directory or one that needs zip64.
 */
export const fixZipDates = (zip: Buffer): Buffer => {
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END) end--
  if (end < 0) throw new Error('no zip')
  const entries = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let done = 0; done < entries; done++) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new Error('zip directory broken')
    zip.writeUInt16LE(TIME, at + 12)
    zip.writeUInt16LE(DATE, at + 14)
    const local = zip.readUInt32LE(at + 42)
    zip.writeUInt16LE(TIME, local + 10)
    zip.writeUInt16LE(DATE, local + 12)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
}
