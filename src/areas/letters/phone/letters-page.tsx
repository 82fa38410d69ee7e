/** @jsxImportSource preact */
import { dateText } from '../../../platform/web/format.ts'
import { Card, EmptyState, Fact, Facts, phonePage } from '../../../platform/web/phone-kit/index.ts'
import type { Received } from '../contract.ts'
import { listReceived } from '../contract.ts'
import { dueUnknown, letterKindNames, letterStateNames } from '../texts.zh.ts'

/** 收到的函书: what the union has sent to my enterprise, the newest first. */
export const lettersPage = phonePage<readonly Received[]>({
  path: '/m/letters',
  roles: ['contact'],
  title: '收到的函书',
  entry: { label: '收到的函书', order: 5 },
  load: (ask) => ask(listReceived),
  view: ({ data, me }) =>
    data.length === 0 ? (
      <EmptyState title="没有收到函书" hint="县总工会发来的提示函和意见书会出现在这里，并发到您的消息。" />
    ) : (
      <>
        {data.map((letter) => (
          <Card
            key={letter.id}
            href={`/m/letters/${letter.id}`}
            title={`${letterKindNames[letter.kind]}：${letter.subject}`}
            note={letterStateNames[letter.state]}
          >
            <Facts>
              <Fact label="文号">{letter.number}</Fact>
              <Fact label="答复期止">
                {letter.dueOn ? dateText(letter.dueOn, me?.org.today) : letter.deliveredOn ? dueUnknown : '送达后起算'}
              </Fact>
            </Facts>
          </Card>
        ))}
      </>
    ),
})
