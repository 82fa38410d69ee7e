import { Space, Tag } from 'antd'
import { checkUpStateNames, colorNames, findingStateNames, instrumentStatusNames, severityNames } from '../names.zh.ts'

const stateTones: Readonly<Record<string, string>> = {
  in_progress: 'processing',
  submitted: 'warning',
  reported: 'success',
}
export const CheckUpState = ({ status }: { readonly status: string }) => (
  <Tag color={stateTones[status]}>{checkUpStateNames[status]}</Tag>
)

const gradeTones: Readonly<Record<string, string>> = {
  green: 'success',
  yellow: 'warning',
  orange: 'warning',
  red: 'error',
}
/** Score and grade; the colour is said in words too. */
export const Grade = (props: {
  readonly score: number | null
  readonly grade: string | null
  readonly color: 'green' | 'yellow' | 'orange' | 'red' | null
}) =>
  props.score === null || props.color === null ? null : (
    <Tag color={gradeTones[props.color]}>
      {props.score.toFixed(2)} 分　{props.grade}（{colorNames[props.color]}）
    </Tag>
  )

const severityTones: Readonly<Record<string, string>> = { red_line: 'error', major: 'warning' }
export const SeverityTag = ({ severity }: { readonly severity: string }) => (
  <Tag color={severityTones[severity]}>{severityNames[severity]}</Tag>
)

const findingTones: Readonly<Record<string, string>> = {
  submitted: 'processing',
  passed: 'success',
  returned: 'warning',
}
export const FindingTag = (props: { readonly status: string; readonly overdue: boolean }) => (
  <Space size={4}>
    <Tag color={findingTones[props.status]}>{findingStateNames[props.status]}</Tag>
    {props.overdue && <Tag color="error">逾期</Tag>}
  </Space>
)

const instrumentTones: Readonly<Record<string, string>> = { in_force: 'success', candidate: 'warning' }
export const InstrumentTag = (props: { readonly status: string; readonly current: boolean }) => (
  <Space size={4}>
    <Tag color={instrumentTones[props.status]}>{instrumentStatusNames[props.status]}</Tag>
    {props.current && <Tag color="processing">现用</Tag>}
  </Space>
)
