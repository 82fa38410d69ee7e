type Detail = Readonly<Record<string, unknown>>

export const entitlementTexts = {
  VALUE_FORM: {
    status: 422,
    title: '数值填得不对',
    text: (detail: Detail) => `${String(detail['reason'] ?? '数值不合这一项的写法')}。请改正后再提出。`,
  },
  VERSION_EXISTS: {
    status: 409,
    title: '这一天已有一个版本',
    text: '同一项、同一地区、同一生效日，县里已经提出或者确认过一个版本。要改的，先撤回那一个。',
  },
  SAME_PERSON: {
    status: 403,
    title: '要另一个人来做',
    text: '法定参数要两个人把关：自己提出的，由另一位管理员或者领导确认。',
  },
  PARAMETER_STATE: {
    status: 409,
    title: '现在不能这样做',
    text: '这个版本已经确认过，或者已经撤回。请刷新后再看。',
  },
} as const
