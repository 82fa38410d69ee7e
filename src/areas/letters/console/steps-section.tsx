import { Timeline } from 'antd'
import { civilDateAt } from '../../../platform/base/civil-date.ts'
import { CivilDate, Section } from '../../../platform/web/console-kit/index.ts'
import type { Letter } from '../contract.ts'
import { terms } from '../domain/index.ts'
import { dueUnknown, letterActionNames } from '../texts.zh.ts'

/** What was done with the letter, and the day until which an answer is awaited. */
export const StepsSection = (props: { readonly letter: Letter; readonly today: string }) => {
  const { letter, today } = props
  const term = terms[letter.kind]
  const waits = letter.state === 'delivered'
  return (
    <Section title="办理经过">
      <Timeline
        items={[
          ...letter.steps.map((it) => ({
            key: `${it.at} ${it.action}`,
            color: it.action === 'lapse' || it.action === 'withdraw' ? 'red' : 'gray',
            content: (
              <div className="l-step">
                {letterActionNames[it.action as keyof typeof letterActionNames] ?? it.action}
                {it.by && `　${it.by}`}
                <small>
                  <CivilDate date={civilDateAt(new Date(it.at))} today={today} />
                </small>
                {it.reason && <small>{it.reason}</small>}
              </div>
            ),
          })),
          ...(waits
            ? [
                {
                  key: 'due',
                  color: 'gold',
                  content: (
                    <div className="l-step">
                      答复期止
                      <small>{letter.dueOn ? <CivilDate date={letter.dueOn} today={today} /> : dueUnknown}</small>
                      <small>
                        送达次日起 {term.workdays} 个工作日；{term.basis}
                      </small>
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
