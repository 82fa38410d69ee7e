import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Descriptions, Spin, Typography } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import {
  CivilDate,
  DataTable,
  EmptyState,
  Page,
  ProblemAlert,
  Section,
  useMe,
  usePart,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { readDraw } from '../contract.ts'
import { drawnBy } from '../domain/draw.ts'
import { CheckUpState } from './tags.tsx'
import './check-ups.css'

type Draw = OutputOf<typeof readDraw>
interface Drawn {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly status: Draw['checkUps'][number]['status']
}
interface Candidate {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly drawn: boolean
}

const trail = [
  { title: '法治体检', to: '/check-ups' },
  { title: '抽取记录', to: '/check-ups/draws' },
]
const GONE = '已不在册的企业'

const columns: Columns<Drawn> = [
  { title: '编号', dataIndex: 'number', align: 'right', width: 72 },
  { title: '企业', key: 'name', render: (_, it) => <Link to={`/check-ups/${it.id}` as never}>{it.name}</Link> },
  { title: '体检', key: 'status', render: (_, it) => <CheckUpState status={it.status} /> },
]
const candidateColumns: Columns<Candidate> = [
  { title: '编号', dataIndex: 'number', align: 'right', width: 72 },
  { title: '候选企业', dataIndex: 'name' },
  { title: '结果', key: 'drawn', render: (_, it) => (it.drawn ? '抽到' : '') },
]

/** Draws again here, from seed and candidates alone, and compares with what is on record. */
const Check = ({ draw }: { readonly draw: Draw }) => {
  const [again, setAgain] = useState<readonly string[]>()
  const kept = new Set(draw.drawn)
  const same = again?.length === kept.size && again.every((it) => kept.has(it))
  return (
    <>
      <p className="check-up-lead">
        照上面的种子，从 {draw.candidates.length} 家候选里再抽 {draw.size} 家，看和留档的是不是同样几家。
      </p>
      {again === undefined ? (
        <Button onClick={() => setAgain(drawnBy(draw.seed, draw.candidates, draw.size))}>重抽一遍核对</Button>
      ) : (
        <Alert
          role="status"
          type={same ? 'success' : 'error'}
          showIcon
          title={same ? `一致：重抽得到同样的 ${again.length} 家` : '不一致：重抽得到的不是留档的这些企业'}
          description={
            same
              ? `编号 ${again.map((it) => draw.candidates.indexOf(it) + 1).join('、')}。`
              : '留档可能被改过，请联系管理员查看操作记录。'
          }
        />
      )}
    </>
  )
}

/** One draw: what it was made from, what came out, and a way to draw it again. */
const DrawPage = () => {
  const id = usePart('id')
  const { today } = useMe().org
  const [all, setAll] = useState(false)
  const read = useQuery({
    queryKey: ['check-ups', 'draws', id],
    queryFn: () => call(readDraw, { params: { id } }),
  })
  const it = read.data
  if (!it)
    return (
      <Page title="抽取记录" trail={trail}>
        {read.error ? <ProblemAlert error={read.error} /> : <Spin />}
      </Page>
    )
  const numbers = new Map(it.candidates.map((one, at) => [one, at + 1]))
  const drawn = new Set(it.drawn)
  return (
    <Page title={`${it.drawnOn} 抽取`} trail={trail}>
      <Section title="怎么抽的">
        <Descriptions
          size="small"
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'date', label: '抽取日期', children: <CivilDate date={it.drawnOn} today={today} /> },
            { key: 'by', label: '抽取人', children: it.drawnBy ?? '没有记录' },
            { key: 'size', label: '抽到', children: `${it.size} 家，候选 ${it.candidates.length} 家` },
            {
              key: 'seed',
              label: '种子',
              children: <Typography.Text copyable={{ tooltips: ['复制', '已复制'] }}>{it.seed}</Typography.Text>,
            },
          ]}
        />
      </Section>
      <Section title="核对">
        <Check draw={it} />
      </Section>
      <Section title="抽到的企业" flush>
        <DataTable
          label="抽到的企业"
          rows={it.checkUps.map((one) => ({
            id: one.id,
            number: numbers.get(one.enterpriseId) ?? 0,
            name: it.names[one.enterpriseId] ?? GONE,
            status: one.status,
          }))}
          rowKey="id"
          columns={columns}
          empty={<EmptyState title="没有抽到企业" />}
        />
      </Section>
      <Section
        title={`候选名单（${it.candidates.length} 家）`}
        flush={all}
        extra={<Button onClick={() => setAll(!all)}>{all ? '收起' : '展开'}</Button>}
      >
        {all ? (
          <DataTable
            label="候选名单"
            rows={it.candidates.map((one, at) => ({
              id: one,
              number: at + 1,
              name: it.names[one] ?? GONE,
              drawn: drawn.has(one),
            }))}
            rowKey="id"
            columns={candidateColumns}
            rowClassName={(one) => (one.drawn ? 'check-up-drawn' : '')}
            empty={<EmptyState title="没有候选企业" />}
          />
        ) : (
          <p className="q-lead">
            抽取那天可以抽的企业，按编号。编号按企业在系统里的内部标识排，和名称、规模、投诉都无关。
          </p>
        )}
      </Section>
    </Page>
  )
}

export default DrawPage
