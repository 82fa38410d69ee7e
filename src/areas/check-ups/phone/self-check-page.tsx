/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { Button, Buttons, Notice, phonePage, ProblemNotice, useAction } from '../../../platform/web/phone-kit/index.ts'
import { readSelfCheck, saveSelfCheck } from '../contract.ts'
import { selfCheckNames } from '../names.zh.ts'
import './check-ups.css'

type SelfCheck = OutputOf<typeof readSelfCheck>
type Answer = SelfCheck['answers'][string]
const choices: readonly Answer[] = ['full', 'partial', 'zero', 'not_applicable', 'unsure']

/** The enterprise looks at itself first; differences to what the inspectors see are shown beside. */
export const selfCheckPage = phonePage<SelfCheck>({
  path: '/m/check-ups/:id/self-check',
  roles: ['contact'],
  title: '企业自查',
  load: (ask, { params }) => ask(readSelfCheck, { params: { id: params['id']! } }),
  view: ({ data, params }) => {
    const [answers, setAnswers] = useState(data.answers)
    const [saved, setSaved] = useState(false)
    const sending = useAction()
    const id = params['id']!
    const closed = data.status === 'submitted' || data.status === 'reported'
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void sending
            .run((key) => call(saveSelfCheck, { params: { id }, body: { answers }, idempotencyKey: key }))
            .then(setSaved)
        }}
      >
        <Notice tone="info" title={`已答 ${Object.keys(answers).length} / ${data.items.length} 项`}>
          照实填就好：自查不计分，只用来和现场检查对照。{data.statement}
        </Notice>
        {data.items.map((item) => (
          <section class="p-card c-item" key={item.id}>
            <div class="c-item-head">
              <h3>
                {item.id} {item.title}
              </h3>
            </div>
            <p>{item.question}</p>
            <fieldset class="c-outcomes" disabled={closed}>
              <legend class="c-hidden">{item.title}</legend>
              {choices
                .filter((it) => it !== 'partial' || item.scoring.partial !== null)
                .map((choice) => (
                  <label key={choice}>
                    <input
                      type="radio"
                      name={item.id}
                      checked={answers[item.id] === choice}
                      onChange={() => {
                        setSaved(false)
                        setAnswers({ ...answers, [item.id]: choice })
                      }}
                    />
                    <span>
                      <b>{selfCheckNames[choice]}</b>
                      {(choice === 'full' || choice === 'partial' || choice === 'zero') && item.scoring[choice] && (
                        <small>{item.scoring[choice]}</small>
                      )}
                    </span>
                  </label>
                ))}
            </fieldset>
          </section>
        ))}
        {sending.problem && <ProblemNotice problem={sending.problem} />}
        {saved && <Notice tone="success" title="自查已保存，体检提交前都可以改" />}
        {!closed && (
          <Buttons>
            <Button kind="main" type="submit" busy={sending.busy}>
              保存自查
            </Button>
          </Buttons>
        )}
      </form>
    )
  },
})
