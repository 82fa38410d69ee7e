import { App, Button, Form, InputNumber } from 'antd'
import { CivilDate, ConflictDialog, ProblemAlert, Section, useMe } from '../../../platform/web/console-kit/index.ts'
import { BurdenMeter } from './burden-meter.tsx'
import { fieldNames, fieldText } from './field-names.ts'
import type { EnterpriseAt } from './use-enterprise.ts'
import { useFieldsEdit } from './use-fields-edit.ts'

/** The budget over all squads, and how much of this month is used. */
export const BurdenSection = (props: { readonly at: EnterpriseAt; readonly mayEdit: boolean }) => {
  const { enterprise } = props.at
  const me = useMe()
  const { message } = App.useApp()
  const edit = useFieldsEdit(props.at, () => void message.success('打扰上限已保存'))
  const { visitsPerMonth, minDaysBetween, meter } = enterprise
  const fields = edit.edited
  return (
    <Section
      title="打扰上限"
      extra={
        props.mayEdit &&
        !fields && <Button onClick={() => edit.begin({ visitsPerMonth, minDaysBetween })}>修改上限</Button>
      }
    >
      <ProblemAlert error={edit.error} />
      <div className="e-burden">
        <BurdenMeter wide used={meter.used} allowed={meter.allowed} />
        <p>
          {Number(meter.month.slice(5))} 月已安排 {meter.used} 次，上限 {meter.allowed} 次（三支轻骑兵合计）。
        </p>
        <p>
          下次最早：
          {meter.nextAllowedOn ? (
            <CivilDate date={meter.nextAllowedOn} today={me.org.today} near />
          ) : (
            '两个月内都不能再安排'
          )}
        </p>
      </div>
      {fields ? (
        <Form layout="vertical" className="e-form" onFinish={edit.save}>
          <Form.Item label="每月最多几次" htmlFor="e-visits">
            <InputNumber
              id="e-visits"
              min={0}
              max={31}
              precision={0}
              suffix="次"
              style={{ width: '100%' }}
              value={fields.visitsPerMonth}
              onChange={(value) => value !== null && edit.set({ visitsPerMonth: value })}
            />
          </Form.Item>
          <Form.Item label="两次至少相隔" htmlFor="e-between" extra="1 表示同一天不来两次，0 表示不限">
            <InputNumber
              id="e-between"
              min={0}
              max={90}
              precision={0}
              suffix="天"
              style={{ width: '100%' }}
              value={fields.minDaysBetween}
              onChange={(value) => value !== null && edit.set({ minDaysBetween: value })}
            />
          </Form.Item>
          <div className="q-actions e-form-wide">
            <Button type="primary" htmlType="submit" loading={edit.busy}>
              保存上限
            </Button>
            <Button onClick={edit.giveUp}>放弃改动</Button>
          </div>
        </Form>
      ) : (
        <p className="q-lead">
          每月最多 {visitsPerMonth} 次，{minDaysBetween === 0 ? '相隔天数不限' : `两次至少相隔 ${minDaysBetween} 天`}
          。排期不会超过它。
        </p>
      )}
      <ConflictDialog
        problem={edit.conflict}
        labels={fieldNames}
        format={fieldText}
        onCancel={edit.clear}
        onResolve={edit.resolve}
      />
    </Section>
  )
}
