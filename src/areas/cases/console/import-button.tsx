import { DownloadOutlined } from '@ant-design/icons'
import { Button, Modal, Upload } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { downloadTemplate, importCases } from '../contract.ts'
import { lackText } from '../names.zh.ts'
import { useCaseStep } from './use-case.ts'

/** Takes in the ledger of earlier cases; what is complete closes by the same gate, the rest stays open and says why. */
export const ImportButton = () => {
  const [done, setDone] = useState<OutputOf<typeof importCases>>()
  const importing = useCaseStep(async (file: File) => setDone(await call(importCases, { file })))
  const close = (): void => {
    setDone(undefined)
    importing.reset()
  }
  return (
    <>
      <Upload
        accept=".xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          importing.mutate(file)
          return false
        }}
      >
        <Button loading={importing.isPending}>导入台账</Button>
      </Upload>
      <Button icon={<DownloadOutlined />} href={downloadTemplate.path}>
        台账模板
      </Button>
      <Modal
        title="导入台账"
        open={done !== undefined || importing.error !== null}
        footer={<Button onClick={close}>好了</Button>}
        onCancel={close}
      >
        {importing.error && <ProblemAlert error={importing.error} />}
        {done && (
          <>
            <p>
              新登记 {done.created} 件，其中结案 {done.closed} 件；已有、没有动的 {done.unchanged} 件。
            </p>
            {done.open.length > 0 && <p>还不能结、留着办的：</p>}
            <ul>
              {done.open.map((it) => (
                <li key={it.number}>
                  {it.number}：{lackText(it.lacks)}
                </li>
              ))}
            </ul>
            {done.faults.length > 0 && <p>没有读进来的：</p>}
            <ul>
              {done.faults.map((it) => (
                <li key={`${it.row} ${it.column}`}>
                  第 {it.row} 行「{it.column}」：{it.reason}
                </li>
              ))}
            </ul>
          </>
        )}
      </Modal>
    </>
  )
}
