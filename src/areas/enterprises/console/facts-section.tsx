import { App, Button, Checkbox, Descriptions, Form, Input, InputNumber, Select } from 'antd'
import { ConflictDialog, ProblemAlert, Section } from '../../../platform/web/console-kit/index.ts'
import { numberText } from '../../../platform/web/format.ts'
import { pilotLevelNames, pilotLevels } from '../domain/index.ts'
import { fieldNames, fieldText } from './field-names.ts'
import type { EnterpriseAt } from './use-enterprise.ts'
import { useFieldsEdit } from './use-fields-edit.ts'

export const FactsSection = (props: { readonly at: EnterpriseAt; readonly mayEdit: boolean }) => {
  const { enterprise } = props.at
  const { message } = App.useApp()
  const edit = useFieldsEdit(props.at, () => void message.success('企业资料已保存'))
  const { name, industry, headcount, pilotLevel, contactName, contactPhone, phonesAllowed } = enterprise
  const fields = edit.edited
  return (
    <Section
      title="基本资料"
      extra={
        props.mayEdit &&
        !fields && (
          <Button
            onClick={() =>
              edit.begin({ name, industry, headcount, pilotLevel, contactName, contactPhone, phonesAllowed })
            }
          >
            修改资料
          </Button>
        )
      }
    >
      <ProblemAlert error={edit.error} />
      {fields ? (
        <Form layout="vertical" className="e-form" onFinish={edit.save}>
          <Form.Item label="企业名称" htmlFor="e-name" className="e-form-wide">
            <Input
              id="e-name"
              maxLength={80}
              value={fields.name}
              onChange={(event) => edit.set({ name: event.target.value })}
            />
          </Form.Item>
          <Form.Item label="行业" htmlFor="e-industry">
            <Input
              id="e-industry"
              maxLength={40}
              value={fields.industry}
              onChange={(event) => edit.set({ industry: event.target.value })}
            />
          </Form.Item>
          <Form.Item label="职工数" htmlFor="e-headcount">
            <InputNumber
              id="e-headcount"
              min={0}
              max={1_000_000}
              precision={0}
              style={{ width: '100%' }}
              value={fields.headcount}
              onChange={(value) => value !== null && edit.set({ headcount: value })}
            />
          </Form.Item>
          <Form.Item label="试点级别" htmlFor="e-level">
            <Select
              id="e-level"
              value={fields.pilotLevel}
              options={pilotLevels.map((level) => ({ value: level, label: pilotLevelNames[level] }))}
              onChange={(level: (typeof pilotLevels)[number]) => edit.set({ pilotLevel: level })}
            />
          </Form.Item>
          <Form.Item label="联系人" htmlFor="e-contact">
            <Input
              id="e-contact"
              maxLength={40}
              value={fields.contactName}
              onChange={(event) => edit.set({ contactName: event.target.value })}
            />
          </Form.Item>
          <Form.Item label="联系电话" htmlFor="e-phone">
            <Input
              id="e-phone"
              maxLength={40}
              value={fields.contactPhone}
              onChange={(event) => edit.set({ contactPhone: event.target.value })}
            />
          </Form.Item>
          <Form.Item className="e-form-wide">
            <Checkbox
              checked={fields.phonesAllowed}
              onChange={(event) => edit.set({ phonesAllowed: event.target.checked })}
            >
              车间可以用手机（不可以时，签到由队员清点人数）
            </Checkbox>
          </Form.Item>
          <div className="q-actions e-form-wide">
            <Button type="primary" htmlType="submit" loading={edit.busy}>
              保存资料
            </Button>
            <Button onClick={edit.giveUp}>放弃改动</Button>
          </div>
        </Form>
      ) : (
        <Descriptions
          column={{ xs: 1, sm: 2, lg: 2 }}
          size="small"
          items={[
            {
              key: 'code',
              label: '统一社会信用代码',
              children: <span className="q-number">{enterprise.creditCode}</span>,
            },
            { key: 'township', label: '乡镇街道', children: enterprise.townshipName },
            { key: 'industry', label: '行业', children: industry || '—' },
            { key: 'headcount', label: '职工数', children: `${numberText(headcount)} 人` },
            { key: 'level', label: '试点级别', children: pilotLevelNames[pilotLevel] },
            { key: 'shift', label: '班次', children: enterprise.shiftText || '—' },
            {
              key: 'contact',
              label: '联系人',
              children: <span className="q-number">{`${contactName} ${contactPhone}`}</span>,
            },
            { key: 'phones', label: '车间用手机', children: phonesAllowed ? '可以' : '不可以' },
            {
              key: 'visits',
              label: '今年活动',
              children: `${enterprise.deliveredThisYear} 场${enterprise.lastVisitOn ? `，上次 ${enterprise.lastVisitOn}` : ''}`,
            },
          ]}
        />
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
