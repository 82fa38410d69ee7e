/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import {
  Button,
  Buttons,
  Card,
  Fact,
  Facts,
  Notice,
  phonePage,
  ProblemNotice,
  QueueNotice,
  useAction,
  useQueue,
} from '../../../platform/web/phone-kit/index.ts'
import type { CheckUpView, FindingView } from '../contract.ts'
import { listFindings, readCheckUp, readKit, startCheckUp } from '../contract.ts'
import { FindingsCard } from './findings-card.tsx'
import { LazyKitForm } from './lazy-kit-form.tsx'
import type { Kit } from './kit.ts'
import { colorNames, checkUpStateNames } from '../names.zh.ts'
import './check-ups.css'

interface Shown {
  readonly checkUp: CheckUpView
  readonly kit: Kit | null
  readonly findings: readonly FindingView[]
}

const read = async (ask: typeof call, id: string): Promise<Shown> => {
  const checkUp = await ask(readCheckUp, { params: { id } })
  const filling = checkUp.can.includes('submit')
  const kit = filling ? ((await ask(readKit, { params: { id } })) as Kit) : null
  const findings = filling ? [] : (await ask(listFindings, { query: { checkUpId: id } })).rows
  return { checkUp, kit, findings }
}

/** One check-up: filled in on site, then its result and what is to be put right. */
export const checkUpPage = phonePage<Shown>({
  path: '/m/check-ups/:id',
  roles: ['staff', 'leader', 'member', 'contact'],
  title: '法治体检',
  back: '/m/check-ups',
  load: (ask, { params }) => read(ask, params['id']!),
  view: ({ data, me }) => {
    const [shown, setShown] = useState(data)
    const { checkUp, kit, findings } = shown
    const reload = async (): Promise<void> => setShown(await read(call, checkUp.id))
    const queue = useQueue(me!.person.id, checkUp.id, reload)
    const starting = useAction()
    const side = me!.roles.includes('contact') ? 'enterprise' : 'inspector'
    const path = `/api/check-ups/${checkUp.id}`
    return (
      <>
        <Card title={checkUp.enterpriseName} note={checkUpStateNames[checkUp.status]}>
          <Facts>
            {checkUp.plannedOn !== null && <Fact label="约定日期">{checkUp.plannedOn}</Fact>}
            {checkUp.inspectors.length > 0 && (
              <Fact label="检查人员">
                {checkUp.inspectors.map((it) => `${it.name}（${it.certificate}）`).join('、')}
              </Fact>
            )}
            {checkUp.score !== null && (
              <Fact label="得分">
                <b class={`c-grade c-grade-${checkUp.color}`}>
                  {checkUp.score.toFixed(2)} 分　{checkUp.grade}（{checkUp.color && colorNames[checkUp.color]}）
                </b>
              </Fact>
            )}
          </Facts>
        </Card>
        {checkUp.can.includes('start') && (
          <>
            {starting.problem && <ProblemNotice problem={starting.problem} />}
            <Buttons>
              <Button
                kind="main"
                busy={starting.busy}
                onClick={() =>
                  void starting
                    .run((key) => call(startCheckUp, { params: { id: checkUp.id }, idempotencyKey: key }))
                    // Drawn anew by the server, so that the page kept on the phone holds the whole form.
                    .then((through) => through && location.reload())
                }
              >
                开始体检
              </Button>
            </Buttons>
            <p class="p-hint">请在有网络时开始：评估表随即存到手机，之后没有网络也能填。</p>
          </>
        )}
        {checkUp.can.includes('self_check') && (
          <Buttons>
            <Button kind="main" href={`/m/check-ups/${checkUp.id}/self-check`}>
              {checkUp.selfCheck ? '修改自查' : '先做一遍自查'}
            </Button>
          </Buttons>
        )}
        {kit ? (
          <LazyKitForm kit={kit} owner={me!.person.id} today={me!.org.today} queue={queue} reload={reload} />
        ) : (
          <>
            <QueueNotice queue={queue} />
            {checkUp.status === 'submitted' && side === 'enterprise' && (
              <Notice tone="info" title="检查做完了，报告出来后这里能看到" />
            )}
            {checkUp.status === 'reported' && (
              <Card title="报告和处方">
                <Buttons>
                  <Button href={`${path}/report.docx`}>体检报告</Button>
                  <Button href={`${path}/prescription.docx`}>诊疗处方</Button>
                  <Button href={`${path}/print?document=report`}>看报告</Button>
                  <Button href={`${path}/print?document=prescription`}>看处方</Button>
                </Buttons>
                <p class="p-hint">
                  上面两个是 Word 文件，下面两个在手机上看、也可以打印。服务性评估，不具行政处罚效力。
                </p>
              </Card>
            )}
            <FindingsCard findings={findings} photos={checkUp.photos} side={side} queue={queue} reload={reload} />
          </>
        )}
      </>
    )
  },
})
