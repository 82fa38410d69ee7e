import { useMutation } from '@tanstack/react-query'
import { Checkbox, Form, Input, Modal, Radio, Select, App } from 'antd'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import { ConflictDialog, ProblemAlert, type Choice } from '../../../platform/web/console-kit/index.ts'
import { createRobot, editRobot, groupNotices, robotKinds, type Robot } from '../contract.ts'
import { groupNoticeNames, robotKindNames } from '../names.zh.ts'

const squads = [
  { value: 'all', label: '三支小队' },
  { value: 'culture', label: '文化小队' },
  { value: 'skills', label: '技能小队' },
  { value: 'rights', label: '维权小队' },
] as const

interface Values {
  readonly kind: Robot['kind']
  readonly name: string
  readonly address?: string
  readonly secret?: string
  readonly dropSecret?: boolean
  readonly squad: 'all' | NonNullable<Robot['squadKind']>
  readonly noticeKinds: (typeof groupNotices)[number][]
}

const labels = { name: '名称', active: '启用', squadKind: '哪个小队', noticeKinds: '发什么' }
const sample = {
  wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
  dingtalk: 'https://oapi.dingtalk.com/robot/send?access_token=…',
  feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/…',
} as const

const shown = (field: string, value: unknown): string => {
  if (field === 'squadKind') return squads.find((it) => it.value === (value ?? 'all'))?.label ?? ''
  if (field === 'noticeKinds')
    return ((value ?? [...groupNotices]) as (typeof groupNotices)[number][])
      .map((it) => groupNoticeNames[it])
      .join('、')
  return value === true ? '是' : value === false ? '否' : String(value)
}

interface Save {
  readonly values: Values
  readonly version?: number
  readonly theirs?: readonly string[]
}

const saveRobot = (robot: Robot | undefined, { values, version, theirs = [] }: Save): Promise<unknown> => {
  const { name, address, secret, dropSecret } = values
  const told = {
    name,
    squadKind: values.squad === 'all' ? null : values.squad,
    noticeKinds: values.noticeKinds.length === groupNotices.length ? null : values.noticeKinds,
  }
  if (!robot)
    return call(createRobot, {
      body: { ...told, kind: values.kind, address: address ?? '', ...(secret ? { secret } : {}) },
    })
  return call(editRobot, {
    params: { id: robot.id },
    body: {
      // What was left to the other side is not sent.
      ...Object.fromEntries(Object.entries(told).filter(([field]) => !theirs.includes(field))),
      ...(address ? { address } : {}),
      ...(dropSecret ? { secret: null } : secret ? { secret } : {}),
    },
    version: version ?? robot.version,
  })
}

/** Adds a robot, or changes one. What was written as webhook and secret is never shown again. */
export const RobotDialog = (props: {
  readonly robot: Robot | undefined
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}) => {
  const { robot } = props
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const kind = Form.useWatch('kind', form) ?? robot?.kind ?? 'wecom'
  const dropSecret = Form.useWatch('dropSecret', form)
  const saving = useMutation({
    mutationFn: (save: Save) => saveRobot(robot, save),
    onSuccess: async () => {
      await props.onDone()
      void message.success(robot ? '已保存' : '已添加，发一条测试消息看看')
      props.onClose()
    },
  })
  const conflict =
    saving.error instanceof ApiProblem && saving.error.code === 'STALE' ? saving.error.problem : undefined
  const resolve = (choices: Readonly<Record<string, Choice>>, version: number | undefined): void => {
    const theirs = Object.keys(choices).filter((field) => choices[field] === 'theirs')
    saving.mutate({ values: form.getFieldsValue(), version, theirs })
  }
  return (
    <Modal
      open
      title={robot ? `修改「${robot.name}」` : '添加群机器人'}
      okText={robot ? '保存' : '添加'}
      cancelText="取消"
      confirmLoading={saving.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <ProblemAlert error={conflict ? undefined : saving.error} />
      <Form<Values>
        form={form}
        layout="vertical"
        autoComplete="off"
        initialValues={{
          kind: robot?.kind ?? 'wecom',
          name: robot?.name ?? '',
          squad: robot?.squadKind ?? 'all',
          noticeKinds: robot?.noticeKinds ?? [...groupNotices],
        }}
        onFinish={(values) => saving.mutate({ values })}
      >
        <Form.Item name="kind" label="哪家的群">
          <Radio.Group
            optionType="button"
            disabled={robot !== undefined}
            options={robotKinds.map((value) => ({ value, label: robotKindNames[value] }))}
          />
        </Form.Item>
        <Form.Item
          name="name"
          label="名称"
          rules={[{ required: true, whitespace: true, message: '请填名称，例如群名' }]}
        >
          <Input maxLength={40} placeholder="例如：文化轻骑兵工作群" />
        </Form.Item>
        <Form.Item
          name="address"
          label="Webhook 地址"
          extra={
            robot ? `现在是 ${robot.addressHint}；不改就不用填` : '在群里打开机器人的设置，整个复制过来；保存后不再显示'
          }
          rules={robot ? [] : [{ required: true, whitespace: true, message: '请填 Webhook 地址' }]}
        >
          <Input maxLength={500} placeholder={sample[kind]} />
        </Form.Item>
        {kind !== 'wecom' && (
          <>
            <Form.Item
              name="secret"
              label="签名密钥"
              extra={robot?.hasSecret ? '已经设了密钥；不改就不用填' : '机器人的安全设置选了“签名”时填，没有就空着'}
            >
              <Input.Password maxLength={200} autoComplete="new-password" disabled={dropSecret === true} />
            </Form.Item>
            {robot?.hasSecret && (
              <Form.Item name="dropSecret" valuePropName="checked">
                <Checkbox>去掉密钥</Checkbox>
              </Form.Item>
            )}
          </>
        )}
        <Form.Item name="squad" label="哪个小队的通知">
          <Select options={[...squads]} />
        </Form.Item>
        <Form.Item
          name="noticeKinds"
          label="发什么"
          // `required` would mark the group with an attribute that groups do not have.
          rules={[{ type: 'array', min: 1, message: '至少选一种，不想发可以停用' }]}
        >
          <Checkbox.Group options={groupNotices.map((value) => ({ value, label: groupNoticeNames[value] }))} />
        </Form.Item>
      </Form>
      <ConflictDialog problem={conflict} labels={labels} format={shown} onCancel={saving.reset} onResolve={resolve} />
    </Modal>
  )
}
