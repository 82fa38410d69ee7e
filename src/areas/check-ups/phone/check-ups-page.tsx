/** @jsxImportSource preact */
import { Card, EmptyState, phonePage } from '../../../platform/web/phone-kit/index.ts'
import type { CheckUpRow } from '../contract.ts'
import { listCheckUps } from '../contract.ts'
import { colorNames, checkUpStateNames } from '../names.zh.ts'
import './check-ups.css'

/** 体检: those I inspect, or those of my enterprise. */
export const checkUpsPage = phonePage<readonly CheckUpRow[]>({
  path: '/m/check-ups',
  roles: ['staff', 'leader', 'member', 'contact'],
  title: '法治体检',
  entry: { label: '法治体检', order: 10 },
  load: async (ask) => (await ask(listCheckUps, { query: { limit: 100 } })).rows,
  view: ({ data, me }) => (
    <>
      {data.length === 0 && (
        <EmptyState
          title="没有法治体检"
          hint={me!.roles.includes('contact') ? '抽到本企业并约好日子后会出现在这里。' : '指派给您检查后会出现在这里。'}
        />
      )}
      {data.map((it) => (
        <Card key={it.id} title={it.enterpriseName} note={checkUpStateNames[it.status]} href={`/m/check-ups/${it.id}`}>
          <p>
            {it.townshipName}
            {it.plannedOn !== null && `　${it.plannedOn}`}
            {it.score !== null && it.color !== null && (
              <span class={`c-grade c-grade-${it.color}`}>
                　{it.score.toFixed(2)} 分，{colorNames[it.color]}
              </span>
            )}
          </p>
        </Card>
      ))}
    </>
  ),
})
