import { Button, Collapse, Select, Spin } from 'antd'
import { useState } from 'react'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import { Page, ProblemAlert, Section, useMe, usePart } from '../../../platform/web/console-kit/index.ts'
import { acceptCase, closeCase } from '../contract.ts'
import type { Path } from '../domain/states.ts'
import { pathNames, topicNames } from '../names.zh.ts'
import { AddClaimant } from './add-claimant.tsx'
import { DeadlinesSection, EvidenceSection, PapersSection, PeopleSection, TriageSection } from './case-sections.tsx'
import { CaseState, Urgencies } from './case-tags.tsx'
import { ClosingRefused } from './closing-refused.tsx'
import { partOf, PersonLabel, PersonPanel, type Part } from './person-panel.tsx'
import { ViewsSection } from './views-section.tsx'
import { useCase, useCaseStep } from './use-case.ts'
import './cases.css'

const trail = [{ title: '法律援助', to: '/cases' }]

/** One case: its people with what each is owed and has got, deadlines, evidence, and the gate at the end. */
const CasePage = () => {
  const id = usePart('id')
  const me = useMe()
  const read = useCase(id)
  const [path, setPath] = useState<Path>('advice')
  const [open, setOpen] = useState<readonly string[]>([])
  const [wanted, setWanted] = useState<{ personId: string; part: Part; at: number }>()
  const accepting = useCaseStep(() => call(acceptCase, { params: { id }, body: { path } }))
  const closing = useCaseStep(() => call(closeCase, { params: { id } }))
  const it = read.data
  if (!it)
    return (
      <Page title="案件" trail={trail}>
        {read.error ? <ProblemAlert error={read.error} /> : <Spin />}
      </Page>
    )
  const closed = it.status === 'closed'
  const jump = (ordinal: number, lack: string): void => {
    const person = it.persons.find((one) => one.ordinal === ordinal)
    if (!person) return void document.getElementById('k-persons')?.scrollIntoView()
    setOpen((before) => [...new Set([...before, person.id])])
    setWanted((before) => ({ personId: person.id, part: partOf(lack), at: (before?.at ?? 0) + 1 }))
  }
  const refused = closing.error instanceof ApiProblem && closing.error.problem.code === 'CASE_LACKS'
  return (
    <Page
      title={`案件 ${it.number}`}
      trail={trail}
      lead={
        <>
          <CaseState status={it.status} /> {topicNames[it.topic]} {it.path && `· ${pathNames[it.path]}`}{' '}
          <Urgencies names={it.urgencies} />
        </>
      }
      actions={
        <>
          {!closed && (
            <>
              {it.status === 'received' && (
                <>
                  <Select
                    aria-label="办理路径"
                    value={path}
                    style={{ width: 140 }}
                    options={Object.entries(pathNames).map(([value, label]) => ({ value: value as Path, label }))}
                    onChange={setPath}
                  />
                  <Button loading={accepting.isPending} onClick={() => accepting.mutate(undefined)}>
                    受理
                  </Button>
                </>
              )}
              <Button type="primary" loading={closing.isPending} onClick={() => closing.mutate(undefined)}>
                结案
              </Button>
            </>
          )}
        </>
      }
    >
      {accepting.error && <ProblemAlert error={accepting.error} />}
      {refused ? (
        <ClosingRefused lacks={it.lacks} onJump={jump} />
      ) : (
        closing.error && <ProblemAlert error={closing.error} />
      )}
      <TriageSection it={it} />
      <Section title="当事人" flush>
        <div id="k-persons">
          <Collapse
            bordered={false}
            activeKey={[...open]}
            onChange={(keys) => setOpen([keys].flat())}
            items={it.persons.map((person) => ({
              key: person.id,
              label: <PersonLabel person={person} closed={closed} />,
              children: (
                <PersonPanel
                  caseId={id}
                  person={person}
                  closed={closed}
                  wanted={wanted?.personId === person.id ? wanted : undefined}
                />
              ),
            }))}
          />
        </div>
        {!closed && <AddClaimant caseId={id} />}
      </Section>
      <DeadlinesSection it={it} />
      <EvidenceSection it={it} />
      <PeopleSection it={it} />
      <PapersSection it={it} />
      {me.roles.includes('admin') && <ViewsSection id={id} />}
    </Page>
  )
}

export default CasePage
