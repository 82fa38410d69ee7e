import { Alert, Button, Collapse, Select, Spin, Tag } from 'antd'
import { useState } from 'react'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import { Page, ProblemAlert, Section, usePart } from '../../../platform/web/console-kit/index.ts'
import { acceptCase, closeCase } from '../contract.ts'
import type { Path } from '../domain/states.ts'
import { lackNames, lackText, outcomeNames, pathNames, topicNames } from '../names.zh.ts'
import { CallbackForm } from './callback-form.tsx'
import { DeadlinesSection, EvidenceSection, PapersSection, PeopleSection, TriageSection } from './case-sections.tsx'
import { CaseState, Urgencies } from './case-tags.tsx'
import { EntitlementList } from './entitlement-list.tsx'
import { FactsForm } from './facts-form.tsx'
import { AnswerForm, OutcomeForm } from './outcome-form.tsx'
import { useCase, useCaseStep, type Person } from './use-case.ts'
import './cases.css'

const trail = [{ title: '法律援助', to: '/cases' }]

/** What this person still lacks, or that nothing does. */
const PersonLabel = ({ person, closed }: { readonly person: Person; readonly closed: boolean }) => (
  <>
    第{person.ordinal}位　{person.name || '没有写姓名'}　{person.outcome ? outcomeNames[person.outcome] : ''}
    {!closed && person.lacks.length === 0 && <Tag color="success">齐了</Tag>}
    {!closed && person.lacks.map((it) => <Tag key={it}>{lackNames[it]}</Tag>)}
  </>
)

/** One case: its people with what each is owed and has got, deadlines, evidence, and the gate at the end. */
const CasePage = () => {
  const id = usePart('id')
  const read = useCase(id)
  const [path, setPath] = useState<Path>('advice')
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
              <Select
                aria-label="办理路径"
                value={it.path ?? path}
                style={{ width: 140 }}
                options={Object.entries(pathNames).map(([value, label]) => ({ value: value as Path, label }))}
                onChange={(next) => setPath(next)}
                disabled={it.status === 'open'}
              />
              {it.status === 'received' && (
                <Button loading={accepting.isPending} onClick={() => accepting.mutate(undefined)}>
                  受理
                </Button>
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
        <Alert
          type="warning"
          showIcon
          title="还不能结案"
          description={lackText(it.lacks) || '现在齐了，请再点一次结案。'}
        />
      ) : (
        closing.error && <ProblemAlert error={closing.error} />
      )}
      <TriageSection it={it} />
      <Section title="当事人" flush>
        <Collapse
          bordered={false}
          items={it.persons.map((person) => ({
            key: person.id,
            label: <PersonLabel person={person} closed={closed} />,
            children: closed ? (
              <CallbackForm caseId={id} person={person} />
            ) : (
              <div className="k-person">
                <section>
                  <h3>事实</h3>
                  <FactsForm caseId={id} person={person} />
                </section>
                <section>
                  <h3>应得各项</h3>
                  <EntitlementList caseId={id} person={person} />
                </section>
                <section>
                  <h3>结果和金额</h3>
                  <OutcomeForm caseId={id} person={person} />
                </section>
                <section>
                  <h3>答复和送达</h3>
                  <AnswerForm caseId={id} person={person} />
                </section>
              </div>
            ),
          }))}
        />
      </Section>
      <DeadlinesSection it={it} />
      <EvidenceSection it={it} />
      <PeopleSection it={it} />
      <PapersSection it={it} />
    </Page>
  )
}

export default CasePage
