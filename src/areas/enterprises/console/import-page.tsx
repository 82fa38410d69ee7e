import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Spin, Upload } from 'antd'
import { useState } from 'react'
import { call, urlOf } from '../../../platform/web/client.ts'
import { LongJob, Page, ProblemAlert, Section } from '../../../platform/web/console-kit/index.ts'
import { confirmImport, downloadErrors, downloadTemplate, readImport, uploadImport } from '../contract.ts'
import type { ImportState } from '../contract.ts'
import { ImportPreview } from './import-preview.tsx'
import './enterprises.css'

const importKey = (id: string) => ['enterprise-imports', id] as const

/** What came out of an import, and the bad rows to take home. */
const Outcome = (props: { readonly state: ImportState }) => {
  const { id, counts, hasErrorFile } = props.state
  const written = counts.new + counts.changed
  return (
    <Alert
      type={counts.bad > 0 ? 'warning' : 'success'}
      showIcon
      className="q-problem"
      title={`已导入：新增 ${counts.new} 家，更新 ${counts.changed} 家`}
      description={
        <>
          <p>
            共 {counts.rows} 行，写入 {written} 行，{counts.same} 行和原来相同
            {counts.bad > 0 ? `，${counts.bad} 行有错没有导入` : ''}。
          </p>
          <div className="q-actions">
            {hasErrorFile && (
              <Button icon={<DownloadOutlined />} href={urlOf(downloadErrors.path, { id })}>
                下载有错的 {counts.bad} 行
              </Button>
            )}
            <Link to="/enterprises">
              <Button tabIndex={-1}>看企业名册</Button>
            </Link>
          </div>
        </>
      }
    />
  )
}

const ImportPage = () => {
  const raw: Record<string, unknown> = useSearch({ strict: false })
  const id = typeof raw['id'] === 'string' ? raw['id'] : undefined
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [operationId, setOperationId] = useState<string>()
  const show = (next: string | undefined): void => {
    setOperationId(undefined)
    void navigate({ to: '.', search: next === undefined ? {} : { id: next } } as never)
  }
  const read = useQuery({
    queryKey: [...importKey(id ?? ''), 'head'],
    queryFn: () => call(readImport, { params: { id: id ?? '' }, query: { limit: 1 } }),
    enabled: id !== undefined,
  })
  const upload = useMutation({
    mutationFn: (file: File) => call(uploadImport, { file }),
    onSuccess: (state) => show(state.id),
  })
  const confirm = useMutation({
    mutationFn: (which: string) => call(confirmImport, { params: { id: which } }),
    onSuccess: (answer) => setOperationId(answer.operationId),
  })
  const over = (): void => {
    void queries.invalidateQueries({ queryKey: ['enterprise-imports'] })
    void queries.invalidateQueries({ queryKey: ['enterprises'] })
  }
  const state = read.data
  const good = state ? state.counts.new + state.counts.changed : 0
  return (
    <Page
      title="导入企业名册"
      lead="上传表格，先看会改什么，确认后才写入；没有错误的行导入，有错的行连同原因退回"
      trail={[{ title: '企业', to: '/enterprises' }]}
      actions={
        <Button icon={<DownloadOutlined />} href={downloadTemplate.path}>
          下载模板
        </Button>
      }
    >
      <ProblemAlert error={upload.error} />
      {id === undefined && (
        <Section>
          <Upload.Dragger
            accept=".xlsx"
            maxCount={1}
            showUploadList={false}
            disabled={upload.isPending}
            // The file goes through the client, with its key and its refusals, not by the component itself.
            beforeUpload={(file) => {
              upload.mutate(file)
              return Upload.LIST_IGNORE
            }}
          >
            {upload.isPending ? (
              <Spin description="正在读表…" />
            ) : (
              <>
                <p>
                  <InboxOutlined style={{ fontSize: 40, color: 'var(--gold)' }} />
                </p>
                <p className="q-empty-title">把 .xlsx 文件拖到这里，或点一下选择</p>
                <p className="e-drop-hint">
                  WPS、Excel、LibreOffice 存的 .xlsx 都可以；列的顺序不限，列名意思对上就行；不超过 10 MB
                </p>
              </>
            )}
          </Upload.Dragger>
        </Section>
      )}
      <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      {id !== undefined && read.isPending && (
        <div className="q-waiting">
          <Spin description="正在打开" />
        </div>
      )}
      {state && (
        <>
          {state.status === 'done' && <Outcome state={state} />}
          {state.status === 'failed' && (
            <Alert
              type="error"
              showIcon
              className="q-problem"
              title="导入没有做成"
              description="没有写入任何一行。请重新上传后再试；仍不行，请联系管理员。"
            />
          )}
          <Section
            title={state.fileName}
            extra={
              <>
                <Button onClick={() => show(undefined)}>换一个文件</Button>
                {state.status === 'read' && !operationId && (
                  <Button
                    type="primary"
                    loading={confirm.isPending}
                    disabled={good === 0}
                    onClick={() => confirm.mutate(state.id)}
                  >
                    {good === 0 ? '没有要写入的行' : `确认导入 ${good} 行`}
                  </Button>
                )}
              </>
            }
          >
            <ProblemAlert error={confirm.error} />
            {operationId !== undefined && <LongJob id={operationId} title="导入企业" onOver={over} />}
            {state.status === 'confirmed' && operationId === undefined && (
              <Alert type="info" showIcon title="正在写入，请稍后刷新查看结果。" />
            )}
            <h3 className="e-sub">认出的列</h3>
            <ul className="e-matched">
              {state.columns.map((column) => (
                <li key={column.field}>
                  {column.header === column.field ? column.field : `${column.header} → ${column.field}`}
                </li>
              ))}
            </ul>
          </Section>
          <ImportPreview state={state} />
        </>
      )}
    </Page>
  )
}

export default ImportPage
