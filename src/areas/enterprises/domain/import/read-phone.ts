export type ReadPhone =
  { readonly phone: string; readonly warning?: string } | { readonly problem: string; readonly mend: string }

const MEND = '手机号填 11 位；座机带区号，如 0527-86220000'

/** One number: a mobile, a landline as 0527-86220000 with or without extension, or a 400 number. */
const oneNumber = (text: string): string | undefined => {
  const digits = text.replaceAll(/[\s()+.\-–—]/g, '').replace(/^(0086|86)(?=1\d{10}$)/, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return digits
  if (/^[48]00\d{7}$/.test(digits)) return digits
  const extended = /^(.*?)(?:转|ext|#|-(?=\d{1,5}$))\s*(\d{1,5})$/i.exec(text)
  const landline = (written: string): string | undefined => {
    // Beijing and 02x have an area code of three digits, all others one of four.
    const match = /^(010|02\d|0[3-9]\d{2})(\d{7,8})$/.exec(written.replaceAll(/[\s()\-–—]/g, ''))
    return match ? `${match[1]}-${match[2]}` : undefined
  }
  const plain = landline(text)
  if (plain) return plain
  const main = extended ? landline(extended[1]!) : undefined
  return main ? `${main}-${extended![2]}` : undefined
}

/** The phone number of a cell; of several the first that is one, with a warning. */
export const readPhone = (text: string): ReadPhone => {
  const clean = text.slice(0, 80).replace(/\.0$/, '')
  if (clean === '') return { problem: '没有填电话', mend: '填手机号或带区号的座机' }
  const whole = oneNumber(clean)
  if (whole) return { phone: whole }
  const [first] = clean.split(/[,;、/|\n]|\s{2,}|\s(?=1\d{10})/).flatMap((it) => oneNumber(it.trim()) ?? [])
  if (first) return { phone: first, warning: `填了几个电话，只记下 ${first}` }
  if (/^[3-9]\d{9,10}$/.test(clean)) return { problem: '像是座机丢了开头的 0', mend: `把这一列设为文本格式；${MEND}` }
  return { problem: '不像电话号码', mend: MEND }
}
