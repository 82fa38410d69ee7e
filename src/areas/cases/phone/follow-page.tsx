/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import type { OutputOf } from '../../../platform/base/operation.ts'
import {
  Button,
  Buttons,
  Card,
  Fact,
  Facts,
  Field,
  Notice,
  phonePage,
  ProblemNotice,
  TextField,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import { followCase, objectToClosure } from '../contract.ts'
import { caseStateNames } from '../names.zh.ts'
import { DueText } from './due-text.tsx'
import './cases.css'

type Followed = OutputOf<typeof followCase>

/**
 * How far a case is, for whoever has its code. The code is typed, never part of an address; nothing is kept. The title
 * tells a bystander nothing.
 */
export const followPage = phonePage<null>({
  path: '/m/case',
  roles: 'public',
  title: '进度查询',
  discreet: { windowTitle: '进度查询' },
  load: async () => null,
  view: () => {
    const [code, setCode] = useState('')
    const [note, setNote] = useState('')
    const [found, setFound] = useState<Followed>()
    const asking = useAction()
    const objecting = useAction()
    const clean = code.toLowerCase().replaceAll(/[^0-9a-z]/g, '')
    const ask = (): Promise<boolean> =>
      asking.run(async () => setFound(await call(followCase, { params: { code: clean } })))
    return (
      <div class="k-follow">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void ask()
          }}
        >
          <TextField
            label="查询码"
            hint="登记时给您的 26 位字母和数字。"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            required
            value={code}
            set={setCode}
          />
          {asking.problem && <ProblemNotice problem={asking.problem} />}
          <Buttons>
            <Button kind="main" type="submit" busy={asking.busy} disabled={clean.length !== 26}>
              查进度
            </Button>
          </Buttons>
        </form>
        {found && (
          <Card title={`编号 ${found.number}`} note={caseStateNames[found.status]}>
            <Facts>
              <Fact label="收到">{found.receivedOn}</Fact>
              {found.closedOn !== null && <Fact label="办结">{found.closedOn}</Fact>}
            </Facts>
            {found.deadlines.length > 0 && (
              <ul>
                {found.deadlines.map((it) => (
                  <li key={`${it.kind} ${it.from}`}>
                    <DueText it={it} article />
                  </li>
                ))}
              </ul>
            )}
            {found.mayObject && (
              <form
                onSubmit={(event) => {
                  event.preventDefault()
                  void objecting
                    .run((key) =>
                      call(objectToClosure, { params: { code: clean }, body: { note }, idempotencyKey: key }),
                    )
                    .then((through) => through && ask())
                }}
              >
                <Field label="还没有解决的话，写一句还差什么">
                  {(control) => (
                    <textarea
                      {...control}
                      rows={2}
                      required
                      maxLength={500}
                      value={note}
                      onInput={(event) => setNote(event.currentTarget.value)}
                    />
                  )}
                </Field>
                {objecting.problem && <ProblemNotice problem={objecting.problem} />}
                <Buttons>
                  <Button type="submit" busy={objecting.busy}>
                    没有解决，请重新办
                  </Button>
                </Buttons>
              </form>
            )}
          </Card>
        )}
        <Notice tone="info">只显示办到哪一步，不显示姓名、单位和事情。看完关掉即可，手机上不留记录。</Notice>
      </div>
    )
  },
})
