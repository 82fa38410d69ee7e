/*
 * Fonts by name only: none is embedded, their licences do not allow it. Offices have them installed; elsewhere the
 * reader's program takes one of `others`, in this order.
 */

interface Face {
  readonly name: string
  readonly others: readonly string[]
  /** The class that programs fall back on by the font table. */
  readonly family: 'roman' | 'swiss' | 'modern' | 'script' | 'auto'
  /** PANOSE-1, ten bytes; zero is "any". */
  readonly panose: string
}

/** 5.2.2 and 7.3: 仿宋 for the body, 小标宋 for titles and the head, 黑体 and 楷体 for headings, 宋体 for page numbers. */
export const faces = {
  body: {
    name: '仿宋_GB2312',
    others: ['仿宋', 'FangSong', 'STFangsong', 'FZFangSong-Z02S', 'Noto Serif CJK SC'],
    family: 'modern',
    panose: '02010609030101010101',
  },
  title: {
    name: '方正小标宋简体',
    others: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '小标宋', 'STZhongsong', 'Noto Serif CJK SC'],
    family: 'script',
    panose: '03000509000000000000',
  },
  black: {
    name: '黑体',
    others: ['SimHei', 'STHeiti', 'Noto Sans CJK SC'],
    family: 'modern',
    panose: '02010609060101010101',
  },
  kai: {
    name: '楷体_GB2312',
    others: ['楷体', 'KaiTi', 'STKaiti', 'Noto Serif CJK SC'],
    family: 'modern',
    panose: '02010609030101010101',
  },
  song: {
    name: '宋体',
    others: ['SimSun', 'STSong', 'Noto Serif CJK SC'],
    family: 'auto',
    panose: '02010600030101010101',
  },
} as const satisfies Record<string, Face>

export type FaceName = keyof typeof faces

/** Chinese and Latin signs in one face, as official documents are set. */
export const fontOf = (face: FaceName) => {
  const { name } = faces[face]
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' }
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** word/fontTable.xml: each face with its other names and class, without w:embed. */
export const fontTable = (): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${W}">${Object.values(faces)
    .map(
      ({ name, others, family, panose }) =>
        `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:panose1 w:val="${panose}"/>` +
        `<w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
    )
    .join('')}</w:fonts>`
