import type { Seeded } from './seeded.ts'

const FAMILY = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const GIVEN = [...'明华建国志强文军平芳秀英丽敏静玲霞红梅燕勇杰涛斌辉鹏飞波宁刚健新春秋晨阳雨雪松柏荣庆安康']
const BRAND_1 = [...'晨恒泰瑞锦宏启云润佳博鼎沐禾青远卓格']
const BRAND_2 = [...'曦丰和达源诚盛科联创川辰恒飞利邦胜越']

/** An invented person's name. */
export const personName = (random: Seeded): string =>
  random.pick(FAMILY) + random.pick(GIVEN) + (random.chance(0.7) ? random.pick(GIVEN) : '')

/** Invented enterprise names, all different. */
export const enterpriseName = (random: Seeded, industry: string, taken: Set<string>): string => {
  const product: Record<string, readonly string[]> = {
    新型膜材料: ['膜材料', '光学膜', '新材料'],
    机械制造: ['机械', '精密制造', '装备'],
    电子信息: ['电子', '光电', '线缆'],
    新能源: ['新能源', '储能', '光伏'],
    纺织服装: ['纺织', '服饰', '针织'],
    食品酿造: ['食品', '酒业', '粮油'],
    文体用品: ['文具', '体育用品', '自行车'],
    物流商贸: ['物流', '商贸', '供应链'],
  }
  for (;;) {
    const name = `泗洪${random.pick(BRAND_1)}${random.pick(BRAND_2)}${random.pick(product[industry]!)}有限公司`
    if (!taken.has(name)) {
      taken.add(name)
      return name
    }
  }
}

/** A number in the form of a landline that no exchange hands out (0527-000…). */
export const phoneNumber = (random: Seeded): string => `0527-000${String(random.int(0, 99_999)).padStart(5, '0')}`

const CODE_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** An invented 统一社会信用代码 with right check characters (GB 32100-2015, GB 11714-1997); body QQ000000 upwards. */
export const creditCode = (number: number): string => {
  const body = `QQ${String(number).padStart(6, '0')}`
  const value = (sign: string): number => '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(sign)
  const bodyCheck = 11 - ([...body].reduce((sum, sign, at) => sum + value(sign) * BODY_WEIGHTS[at]!, 0) % 11)
  const front = `91321324${body}${bodyCheck === 10 ? 'X' : bodyCheck === 11 ? '0' : bodyCheck}`
  const sum = [...front].reduce((total, sign, at) => total + CODE_SIGNS.indexOf(sign) * CODE_WEIGHTS[at]!, 0)
  return front + CODE_SIGNS[(31 - (sum % 31)) % 31]!
}
