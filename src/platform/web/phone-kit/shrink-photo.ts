/** Longest edge in pixels; a page of A4 prints well from it. */
const LONGEST = 2048

/** A smaller JPEG without the camera's data, or the file itself where the browser cannot draw it. */
export const shrinkPhoto = async (file: Blob): Promise<Blob> => {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const small = await new Promise<Blob | null>((keep) => canvas.toBlob(keep, 'image/jpeg', 0.85))
    return small ?? file
  } catch {
    // The server says what is wrong with it.
    return file
  }
}
