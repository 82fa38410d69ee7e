import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Descriptions, Image, Input, List, Modal, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import {
  CivilDate,
  EmptyState,
  LongJob,
  Minutes,
  Page,
  ProblemAlert,
  Section,
  StateTag,
  usePart,
} from '../../../platform/web/console-kit/index.ts'
import { cancelVisit, closeFollowUp, readVisit } from '../contract.ts'
import { VisitTags } from './state-tags.tsx'

/** One visit with all that was recorded, answered and is still to be done. */
const VisitPage = () => {
  const id = usePart('id')
  const client = useQueryClient()
  const [asking, setAsking] = useState<{ title: string; act: (text: string) => Promise<unknown> }>()
  const [text, setText] = useState('')
  const [error, setError] = useState<unknown>()
  const [job, setJob] = useState<string>()
  const found = useQuery({ queryKey: ['visit', id], queryFn: () => call(readVisit, { params: { id } }) })
  if (found.error)
    return (
      <Page title="上门活动">
        <ProblemAlert error={found.error} />
      </Page>
    )
  if (!found.data) return <Page title="上门活动" />
  const visit = found.data
  const run = async (): Promise<void> => {
    setError(undefined)
    try {
      await asking!.act(text)
      setAsking(undefined)
      await client.invalidateQueries({ queryKey: ['visit', id] })
    } catch (problem) {
      setError(problem)
    }
  }
  const ask = (title: string, act: (given: string) => Promise<unknown>): void => {
    setText('')
    setError(undefined)
    setAsking({ title, act })
  }
  const cancel = async (reason: string): Promise<void> => {
    const { operationId } = await call(cancelVisit, { params: { id }, body: { reason } })
    setJob(operationId ?? undefined)
  }
  return (
    <Page
      title={`${visit.activityName} · ${visit.enterpriseName}`}
      trail={[{ title: '上门活动', to: '/visits' }]}
      actions={
        visit.can.includes('cancel') ? (
          <Button danger onClick={() => ask('取消的原因（双方会看到）', cancel)}>
            取消这次上门
          </Button>
        ) : undefined
      }
    >
      {job && <LongJob id={job} title="正在试排调整方案" />}
      <Section>
        <Descriptions column={{ xs: 1, md: 2 }} size="small">
          <Descriptions.Item label="时间">
            <CivilDate date={visit.date} />
            {'　'}
            <Minutes start={visit.startMinute} end={visit.endMinute} />
          </Descriptions.Item>
          <Descriptions.Item label="状态">
            <VisitTags visit={visit} />
          </Descriptions.Item>
          <Descriptions.Item label="小分队">
            {visit.teamName}（{visit.members.map((it) => it.name).join('、')}）
          </Descriptions.Item>
          <Descriptions.Item label="企业联络人">
            {visit.contactName} {visit.contactPhone}
          </Descriptions.Item>
          <Descriptions.Item label="点单要求">{visit.wish || '没有写'}</Descriptions.Item>
          <Descriptions.Item label="签到">
            扫码 {visit.signedIn.byCode} 人，手工登记 {visit.signedIn.byHand} 人
          </Descriptions.Item>
          {visit.reason && <Descriptions.Item label="原因">{visit.reason}</Descriptions.Item>}
        </Descriptions>
      </Section>
      <Section title="活动记录">
        {visit.record ? (
          <>
            <p>{visit.record.done}</p>
            <p>
              {[
                `到场 ${visit.record.heads} 人`,
                ...(visit.record.trained > 0 ? [`受训 ${visit.record.trained} 人`] : []),
                ...(visit.record.gifts > 0 ? [`赠送 ${visit.record.gifts} 件`] : []),
                ...(visit.record.asked > 0 ? [`解答 ${visit.record.asked} 人次`] : []),
              ].join('，')}
            </p>
          </>
        ) : (
          <EmptyState title="队伍还没有登记" />
        )}
        <Image.PreviewGroup>
          <Space wrap>
            {visit.photos.map((it) => (
              <Image
                key={it.id}
                width={160}
                alt={it.caption || '现场照片'}
                src={`/api/visits/${id}/photos/${it.id}?size=thumbnail`}
                preview={{ src: `/api/visits/${id}/photos/${it.id}` }}
              />
            ))}
          </Space>
        </Image.PreviewGroup>
      </Section>
      <Section title="企业评单">
        {visit.answer ? (
          <p>
            占用生产时间：<b>{visit.answer.tookProductionTime ? '是' : '否'}</b>；下次还愿意开门：
            <b>{visit.answer.wouldOpenAgain ? '愿意' : '不愿意'}</b>
            {visit.answer.remark && <>；{visit.answer.remark}</>}
          </p>
        ) : (
          <EmptyState title="企业还没有答" />
        )}
        {visit.workerLines.map((line) => (
          <p key={line}>「{line}」</p>
        ))}
      </Section>
      <Section title="后续跟踪">
        <List
          size="small"
          dataSource={visit.followUps}
          locale={{ emptyText: '没有后续事项' }}
          renderItem={(it) => (
            <List.Item
              actions={
                it.status === 'open'
                  ? [
                      <Button
                        key="close"
                        size="small"
                        onClick={() =>
                          ask('办得怎样', (outcome) =>
                            call(closeFollowUp, { params: { id: it.id }, body: { outcome }, version: it.version }),
                          )
                        }
                      >
                        办结
                      </Button>,
                    ]
                  : []
              }
            >
              {it.what}（<CivilDate date={it.dueOn} />
              前办完）
              {it.status === 'closed' && <StateTag tone="success">{`已办结：${it.outcome ?? ''}`}</StateTag>}
            </List.Item>
          )}
        />
      </Section>
      <Modal
        open={asking !== undefined}
        title={asking?.title}
        okText="确定"
        cancelText="返回"
        okButtonProps={{ disabled: text.trim().length < 2 }}
        onOk={() => void run()}
        onCancel={() => setAsking(undefined)}
      >
        <Input.TextArea
          aria-label={asking?.title ?? '说明'}
          value={text}
          maxLength={300}
          onChange={(event) => setText(event.target.value)}
        />
        {error !== undefined && <ProblemAlert error={error} />}
      </Modal>
    </Page>
  )
}

export default VisitPage
