import { Button, Descriptions, Form, Input, Select, Space, Tag, Upload } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call, urlOf } from '../../../platform/web/client.ts'
import { ProblemAlert, Section, useMe } from '../../../platform/web/console-kit/index.ts'
import { listTeams } from '../../squads/contract.ts'
import {
  addEvidence,
  addEvidenceFile,
  addStep,
  assignPerson,
  readEvidenceFile,
  readPaper,
  removePerson,
  type CaseDetail,
} from '../contract.ts'
import { papersOf } from '../domain/papers.ts'
import { deadlineNames, paperNames, pathNames, stepNames } from '../names.zh.ts'
import { deadlineText } from './case-tags.tsx'
import { EditTriage } from './edit-triage.tsx'
import { useCaseStep } from './use-case.ts'

interface SectionProps {
  readonly it: CaseDetail
}

/** Deadlines that run, that were met, that passed; the article beside each. */
export const DeadlinesSection = ({ it }: SectionProps) => {
  const { today } = useMe().org
  const adding = useCaseStep((body: { kind: CaseDetail['steps'][number]['kind']; on: string; note?: string }) =>
    call(addStep, { params: { id: it.id }, body }),
  )
  return (
    <Section title="期限与进展">
      <ul className="k-list">
        {it.deadlines.map((one) => (
          <li key={`${one.kind} ${one.from}`}>
            {one.metOn ? (
              <>
                <Tag color="success">已办</Tag>
                {deadlineNames[one.kind]}：{one.metOn} 办
              </>
            ) : (
              <>
                <Tag color={one.on !== null && one.on < today ? 'error' : 'processing'}>
                  {one.on !== null && one.on < today ? '已过' : '在跑'}
                </Tag>
                {deadlineText(one, today)}
              </>
            )}
            　{one.article}
          </li>
        ))}
        {it.steps.map((one) => (
          <li key={one.id}>
            {one.on} {stepNames[one.kind]} {one.note}
          </li>
        ))}
      </ul>
      {it.status !== 'closed' && (
        <Form name="step" layout="inline" initialValues={{ on: today }} onFinish={(body) => adding.mutate(body)}>
          <Form.Item name="kind" rules={[{ required: true, message: '请选' }]}>
            <Select
              aria-label="进展"
              placeholder="进展"
              style={{ width: 160 }}
              options={Object.entries(stepNames).map(([value, label]) => ({ value, label }))}
            />
          </Form.Item>
          <Form.Item name="on">
            <Input aria-label="哪一天" type="date" max={today} />
          </Form.Item>
          <Form.Item name="note">
            <Input aria-label="说明" placeholder="说明" maxLength={1000} />
          </Form.Item>
          <Button htmlType="submit" loading={adding.isPending}>
            登记进展
          </Button>
        </Form>
      )}
      {adding.error && <ProblemAlert error={adding.error} />}
    </Section>
  )
}

const stateNames = { have: '已有', can_get: '能取得', cannot_get: '无法取得' } as const

/** Evidence: had, to be got, out of reach; files lie sealed. */
export const EvidenceSection = ({ it }: SectionProps) => {
  const adding = useCaseStep((body: { state: keyof typeof stateNames; item: string }) =>
    call(addEvidence, { params: { id: it.id }, body }),
  )
  const uploading = useCaseStep(({ evidenceId, file }: { evidenceId: string; file: File }) =>
    call(addEvidenceFile, { params: { id: it.id, evidenceId }, file }),
  )
  return (
    <Section title="证据">
      <ul className="k-list">
        {it.evidence.map((one) => (
          <li key={one.id}>
            <Space wrap>
              <Tag>{stateNames[one.state]}</Tag>
              {one.item} {one.note}
              {one.fileName !== null && (
                <a href={urlOf(readEvidenceFile.path, { id: it.id, evidenceId: one.id })}>{one.fileName}</a>
              )}
              {it.status !== 'closed' && one.fileName === null && (
                <Upload
                  showUploadList={false}
                  beforeUpload={(file) => {
                    uploading.mutate({ evidenceId: one.id, file })
                    return false
                  }}
                >
                  <Button size="small">上传原件</Button>
                </Upload>
              )}
            </Space>
          </li>
        ))}
      </ul>
      {it.status !== 'closed' && (
        <Form
          name="evidence"
          layout="inline"
          initialValues={{ state: 'have' }}
          onFinish={(body) => adding.mutate(body)}
        >
          <Form.Item name="item" rules={[{ required: true, message: '请写证据' }]}>
            <Input aria-label="证据" placeholder="如：工资银行流水" maxLength={200} />
          </Form.Item>
          <Form.Item name="state">
            <Select
              aria-label="有没有"
              style={{ width: 120 }}
              options={Object.entries(stateNames).map(([value, label]) => ({ value, label }))}
            />
          </Form.Item>
          <Button htmlType="submit" loading={adding.isPending}>
            列入
          </Button>
        </Form>
      )}
      {adding.error && <ProblemAlert error={adding.error} />}
      {uploading.error && <ProblemAlert error={uploading.error} />}
    </Section>
  )
}

/** Who works on it; a tie to the employer is refused in words. */
export const PeopleSection = ({ it }: SectionProps) => {
  const teams = useQuery({ queryKey: ['teams'], queryFn: () => call(listTeams) })
  const members = teams.data?.teams.filter((one) => one.squadKind === 'rights').flatMap((one) => one.members) ?? []
  const assigning = useCaseStep((personId: string) =>
    call(assignPerson, { params: { id: it.id }, body: { personId, duty: 'lawyer' } }),
  )
  const removing = useCaseStep((personId: string) => call(removePerson, { params: { id: it.id, personId } }))
  return (
    <Section title="律师和经办">
      <Space wrap>
        {it.people.map((one) => (
          <Tag
            key={one.id}
            closable={it.status !== 'closed'}
            onClose={(event) => {
              event.preventDefault()
              removing.mutate(one.personId)
            }}
          >
            {one.name}
          </Tag>
        ))}
        {it.status !== 'closed' && (
          <Select
            showSearch
            aria-label="指派律师"
            placeholder="指派律师"
            optionFilterProp="label"
            style={{ width: 200 }}
            value={null}
            options={members.map((one) => ({ value: one.personId, label: `${one.name} ${one.title}` }))}
            onChange={(personId: string | null) => personId && assigning.mutate(personId)}
          />
        )}
      </Space>
      {assigning.error && <ProblemAlert error={assigning.error} />}
      {removing.error && <ProblemAlert error={removing.error} />}
    </Section>
  )
}

/** Papers of the path, filled from the case. */
export const PapersSection = ({ it }: SectionProps) => {
  const [of, setOf] = useState('')
  const query = of === '' ? '' : `?claimantId=${of}`
  return (
    it.path && (
      <Section title="文书">
        <Space wrap>
          {it.persons.length > 1 && (
            <Select
              aria-label="给谁的文书"
              style={{ width: 180 }}
              value={of}
              onChange={setOf}
              options={[
                { value: '', label: `全体 ${it.persons.length} 人一份` },
                ...it.persons.map((one) => ({ value: one.id, label: `第${one.ordinal}位　${one.name}` })),
              ]}
            />
          )}
          {papersOf[it.path].map((kind) => (
            <Button key={kind} href={urlOf(readPaper.path, { id: it.id, kind }) + query}>
              {paperNames[kind]}
            </Button>
          ))}
        </Space>
        <p className="k-after">由案件填好，缺的地方留空；金额旁边有条文。</p>
      </Section>
    )
  )
}

export const TriageSection = ({ it }: SectionProps) => (
  <Section title="情况" extra={it.status !== 'closed' && <EditTriage it={it} />}>
    <Descriptions
      size="small"
      column={{ xs: 1, md: 3 }}
      items={[
        { key: 'employer', label: '用人单位', children: it.employer },
        { key: 'received', label: '收案', children: it.receivedOn },
        {
          key: 'employed',
          label: '还在职吗',
          children: it.stillEmployed === null ? '没有问' : it.stillEmployed ? '在职' : `离开了 ${it.leftOn ?? ''}`,
        },
        {
          key: 'contract',
          label: '书面合同',
          children: it.writtenContract === null ? '没有问' : it.writtenContract ? '签了' : '没有签',
        },
        { key: 'unpaid', label: '被欠薪', children: `${it.peopleUnpaid} 人` },
        { key: 'path', label: '办理路径', children: it.path ? pathNames[it.path] : '受理时定' },
        { key: 'message', label: '经过', children: it.message || '没有写' },
      ]}
    />
  </Section>
)
