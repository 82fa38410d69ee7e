import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Descriptions, Popconfirm, Spin } from 'antd'
import { useState } from 'react'
import { call, urlOf } from '../../../platform/web/client.ts'
import { Page, ProblemAlert, Section, usePart } from '../../../platform/web/console-kit/index.ts'
import type { CheckUp } from '../../../engines/checkup/index.ts'
import { downloadPrescription, downloadReport, printDocument, readCheckUp, reportCheckUp } from '../contract.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { FindingsSection } from './findings-section.tsx'
import { ProofSection } from './proof-section.tsx'
import { ResultSection } from './result-section.tsx'
import { CheckUpState } from './tags.tsx'

const trail = [{ title: '法治体检', to: '/check-ups' }]

/** One check-up: who inspects, what came out and why, what is being put right. */
const CheckUpPage = () => {
  const id = usePart('id')
  const cache = useQueryClient()
  const [assigning, setAssigning] = useState(false)
  const read = useQuery({ queryKey: ['check-ups', id], queryFn: () => call(readCheckUp, { params: { id } }) })
  const reload = async (): Promise<void> => void (await cache.invalidateQueries({ queryKey: ['check-ups'] }))
  const reporting = useMutation({
    mutationFn: () => call(reportCheckUp, { params: { id } }),
    onSuccess: reload,
  })
  const it = read.data
  if (!it)
    return (
      <Page title="法治体检" trail={trail}>
        {read.error ? <ProblemAlert error={read.error} /> : <Spin />}
      </Page>
    )
  const documents = it.status === 'submitted' || it.status === 'reported'
  return (
    <Page
      title={it.enterpriseName}
      trail={trail}
      actions={
        <>
          {documents && (
            <>
              <Button icon={<DownloadOutlined />} href={urlOf(downloadReport.path, { id })}>
                体检报告
              </Button>
              <Button icon={<DownloadOutlined />} href={urlOf(downloadPrescription.path, { id })}>
                诊疗处方
              </Button>
              {(['report', 'prescription'] as const).map((document) => (
                <Button
                  key={document}
                  icon={<PrinterOutlined />}
                  href={urlOf(printDocument.path, { id }, { document })}
                  target="_blank"
                >
                  {document === 'report' ? '打印报告' : '打印处方'}
                </Button>
              ))}
            </>
          )}
          {it.can.includes('assign') && (
            <Button type="primary" onClick={() => setAssigning(true)}>
              {it.inspectors.length > 0 ? '改派' : '指派检查人员'}
            </Button>
          )}
          {it.can.includes('report') && (
            <Popconfirm
              title="出具体检报告？"
              description="企业联络人会收到通知，能看到得分、处方和期限。"
              okText="出具"
              cancelText="再看看"
              onConfirm={() => reporting.mutate()}
            >
              <Button type="primary" loading={reporting.isPending}>
                出具报告
              </Button>
            </Popconfirm>
          )}
        </>
      }
    >
      {reporting.error && <ProblemAlert error={reporting.error} />}
      <Section title="体检">
        <Descriptions
          size="small"
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'state', label: '状态', children: <CheckUpState status={it.status} /> },
            { key: 'town', label: '乡镇街道', children: it.townshipName },
            { key: 'planned', label: '约定日期', children: it.plannedOn ?? '还没有约' },
            { key: 'checked', label: '检查日期', children: it.checkedOn ?? '还没有检查' },
            {
              key: 'inspectors',
              label: '检查人员',
              children: it.inspectors.map((one) => `${one.name}（证号 ${one.certificate}）`).join('、') || '还没有指派',
            },
            {
              key: 'instrument',
              label: '评估表',
              children: it.instrumentVersion ? (
                <Link
                  to={'/check-ups/instruments/$version' as never}
                  params={{ version: it.instrumentVersion } as never}
                >
                  {it.instrumentVersion}
                </Link>
              ) : (
                '开始时固定'
              ),
            },
            { key: 'headcount', label: '在册职工', children: `${it.headcount} 人` },
            { key: 'self', label: '企业自查', children: it.selfCheck ? '已做' : '没有做' },
          ]}
        />
      </Section>
      {documents && <FindingsSection checkUp={it} />}
      {documents && <ProofSection checkUp={it} />}
      {it.result !== null && it.result !== undefined && <ResultSection result={it.result as CheckUp} />}
      {assigning && <AssignDialog checkUp={it} onClose={() => setAssigning(false)} onDone={reload} />}
    </Page>
  )
}

export default CheckUpPage
