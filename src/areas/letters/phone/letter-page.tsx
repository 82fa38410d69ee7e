/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import { dateText } from '../../../platform/web/format.ts'
import { Button, Buttons, Card, Fact, Facts, Notice, phonePage } from '../../../platform/web/phone-kit/index.ts'
import type { Received } from '../contract.ts'
import { readReceived } from '../contract.ts'
import { terms } from '../domain/index.ts'
import { dueUnknown, letterKindNames, letterStateNames } from '../texts.zh.ts'
import { AnswerCard } from './answer-card.tsx'
import { ContentCard } from './content-card.tsx'

const Told = ({ letter, today }: { readonly letter: Received; readonly today: string }) => {
  if (letter.withdrawn !== null)
    return (
      <Notice tone="warning" title="这份函书已撤回，不用答复">
        原因：{letter.withdrawn}
      </Notice>
    )
  if (letter.state === 'overdue') return <Notice tone="danger" title="答复期已过，请尽快书面答复" />
  const term = terms[letter.kind]
  if (letter.state === 'delivered')
    return (
      <Notice
        tone="info"
        title={
          letter.dueOn
            ? `请在 ${dateText(letter.dueOn, today)} 前书面答复`
            : `请在送达次日起 ${term.workdays} 个工作日内书面答复`
        }
      >
        {!letter.dueOn && <>答复期止：{dueUnknown}。</>}
        {term.basis}
      </Notice>
    )
  return null
}

/** One letter to my enterprise: what it says, until when to answer, and the answer itself. */
export const letterPage = phonePage<Received>({
  path: '/m/letters/:id',
  roles: ['contact'],
  title: (data) => letterKindNames[data.kind],
  back: '/m/letters',
  load: (ask, { params }) => ask(readReceived, { params: { id: params['id']! } }),
  view: ({ data, me }) => {
    const [letter, setLetter] = useState(data)
    const reload = async (): Promise<void> => setLetter(await call(readReceived, { params: { id: data.id } }))
    const today = me!.org.today
    return (
      <>
        <Told letter={letter} today={today} />
        <Card title={`关于${letter.subject}`} note={letterStateNames[letter.state]}>
          <Facts>
            <Fact label="文号">{letter.number}</Fact>
            <Fact label="签发">{dateText(letter.issuedOn, today)}</Fact>
            {letter.deliveredOn && <Fact label="送达">{dateText(letter.deliveredOn, today)}</Fact>}
            <Fact label="工会联系人">
              {letter.contactName} {letter.contactPhone}
            </Fact>
          </Facts>
          <Buttons>
            <Button href={`/api/letters/${letter.id}/document`}>下载 Word 文书</Button>
          </Buttons>
        </Card>
        <ContentCard letter={letter} />
        {letter.answers.map((answer) => (
          <Card
            key={`${answer.answeredOn} ${answer.text}`}
            title="已提交的答复"
            note={`${dateText(answer.answeredOn, today)}${answer.late ? '，过了答复期' : ''}`}
          >
            <p>{answer.text}</p>
            {answer.files.map((file) => (
              <p key={file.id}>
                <a href={`/api/letters/${letter.id}/files/${file.id}`}>{file.name}</a>
              </p>
            ))}
          </Card>
        ))}
        <AnswerCard letter={letter} reload={reload} />
      </>
    )
  },
})
