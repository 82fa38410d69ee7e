import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import type { LetterKind } from '../domain/index.ts'

const needed = (what: string, most: number) => [
  { required: true, whitespace: true, message: `请填${what}` },
  { max: most, message: `${what}不超过 ${most} 个字，请精简` },
]

const Text = (props: {
  readonly name: (string | number)[]
  readonly label: string
  readonly most: number
  readonly rows?: number
  readonly hint?: string
}) => (
  <Form.Item name={props.name} label={props.label} rules={needed(props.label, props.most)}>
    {props.rows ? (
      <Input.TextArea autoSize={{ minRows: props.rows, maxRows: 10 }} maxLength={props.most} placeholder={props.hint} />
    ) : (
      <Input maxLength={props.most} placeholder={props.hint} />
    )}
  </Form.Item>
)

const Entries = (props: {
  readonly name: string
  readonly title: string
  readonly add: string
  readonly least: number
  readonly children: (at: number) => ReactNode
}) => (
  <Form.Item label={props.title}>
    <Form.List name={['content', props.name]}>
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <div key={field.key} className="l-entry">
              {props.children(field.name)}
              {fields.length > props.least && (
                <Button
                  size="small"
                  icon={<DeleteOutlined />}
                  style={{ marginBlockEnd: 12 }}
                  onClick={() => remove(field.name)}
                >
                  去掉这一项
                </Button>
              )}
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add()}>
            {props.add}
          </Button>
        </>
      )}
    </Form.List>
  </Form.Item>
)

const articlesHint = '法律名称和条款，如《中华人民共和国劳动法》第四十四条'

const Breaches = (props: { readonly name: string; readonly title: string }) => (
  <Entries name={props.name} title={props.title} add="再加一项" least={1}>
    {(at) => (
      <>
        <Text name={[at, 'fact']} label="事实" most={600} rows={2} hint="时间、部门、人数、情形；不写反映人的姓名" />
        <Text name={[at, 'articles']} label="依据条款" most={300} hint={articlesHint} />
      </>
    )}
  </Entries>
)

/** Values of a form that starts with one empty entry in each list. */
export const emptyContent = (kind: LetterKind): object => {
  if (kind === 'reminder') return { kind, risks: [{}], measures: [''], advice: '' }
  if (kind === 'opinion') return { kind, inspectors: [{}, {}], findings: [{}] }
  return { kind, unremedied: [{}], evidence: [], proposal: '' }
}

/** The fields of a kind of letter, as its document has them. */
export const ContentFields = (props: { readonly kind: LetterKind }) => {
  if (props.kind === 'reminder')
    return (
      <>
        <Breaches name="risks" title="发现的风险" />
        <Text name={['content', 'advice']} label="提示" most={1000} rows={3} />
        <Entries name="measures" title="建议措施" add="再加一条措施" least={1}>
          {(at) => <Text name={[at] as never} label="措施" most={300} />}
        </Entries>
      </>
    )
  if (props.kind === 'opinion')
    return (
      <>
        <Form.Item name="inspected" label="监督时间" rules={[{ required: true, message: '请选监督的起止日期' }]}>
          <DatePicker.RangePicker />
        </Form.Item>
        <Entries name="inspectors" title="监督人员（二人以上，出示监督证）" add="再加一人" least={2}>
          {(at) => (
            <div className="l-pair">
              <Text name={[at, 'name']} label="姓名" most={20} />
              <Text name={[at, 'certificate']} label="监督证号" most={40} />
            </div>
          )}
        </Entries>
        <Entries name="findings" title="查明的事实和整改要求" add="再加一项事实" least={1}>
          {(at) => (
            <>
              <Text
                name={[at, 'fact']}
                label="事实"
                most={600}
                rows={2}
                hint="时间、部门、人数、情形；不写反映人的姓名"
              />
              <Text name={[at, 'evidence']} label="证据" most={300} />
              <Text name={[at, 'articles']} label="违反条款" most={300} hint={articlesHint} />
              <Text name={[at, 'demand']} label="整改要求" most={300} />
              <div className="l-pair">
                <Text name={[at, 'standard']} label="整改标准" most={300} hint="凭什么看出改好了" />
                <Text name={[at, 'byWhen']} label="整改期限" most={60} />
              </div>
            </>
          )}
        </Entries>
      </>
    )
  return (
    <>
      <Text name={['content', 'department']} label="主管部门" most={60} hint="如 泗洪县人力资源和社会保障局" />
      <Breaches name="unremedied" title="未改正的情形" />
      <Text name={['content', 'proposal']} label="处理建议" most={1000} rows={3} />
      <Entries name="evidence" title="附件（证据目录）" add="加一份证据" least={0}>
        {(at) => <Text name={[at] as never} label="名称" most={100} />}
      </Entries>
    </>
  )
}
