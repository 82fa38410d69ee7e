import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal, Upload } from 'antd'
import { useState } from 'react'
import { readInstrument, type FormFault, type Instrument } from '../../../engines/checkup/index.ts'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { addInstrument, readInstrumentVersion, type InstrumentRow } from '../contract.ts'
import { changesBetween } from '../domain/instrument-change.ts'
import { placeFault, syntaxFault, type PlacedFault } from '../domain/instrument-fault.ts'
import './check-ups.css'

interface Chosen {
  readonly file: string
  readonly instrument?: Instrument
  readonly faults: readonly PlacedFault[]
}

/** Most faults that reading an instrument tells of. */
const MOST_FAULTS = 20

const readFile = async (file: File, versions: readonly InstrumentRow[]): Promise<Chosen> => {
  const text = await file.text()
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { file: file.name, faults: [syntaxFault(text, (error as Error).message)] }
  }
  const read = readInstrument(json)
  if (!read.ok)
    return { file: file.name, faults: (read.detail!.faults as FormFault[]).map((it) => placeFault(json, it)) }
  const { version } = read.value
  if (versions.some((it) => it.version === version))
    return {
      file: file.name,
      faults: [
        {
          where: '评估表',
          field: '版本号（version）',
          mend: `已有 ${version}。用过的版本不改动，请换一个版本号，例如 ${version}-2`,
        },
      ],
    }
  return { file: file.name, instrument: read.value, faults: [] }
}

const Faults = ({ file, faults }: Chosen) => (
  <>
    <Alert
      type="error"
      showIcon
      title={`${file} 有 ${faults.length < MOST_FAULTS ? faults.length : `${MOST_FAULTS} 处以上`}${faults.length < MOST_FAULTS ? ' 处' : ''}要改，还没有上传`}
      description="照下面改好文件，再选一次。"
    />
    <div className="check-up-faults">
      <table aria-label="要改的地方">
        <thead>
          <tr>
            <th>哪里</th>
            <th>哪一项</th>
            <th>怎么改</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((it) => (
            <tr key={`${it.where} ${it.field} ${it.mend}`}>
              <td>{it.where}</td>
              <td>{it.field}</td>
              <td>{it.mend}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
)

const listed = (names: readonly string[]): string => (names.length === 0 ? '没有' : names.join('、'))

/** What the file holds and what it changes, before it is taken in. */
const Summary = (props: { readonly instrument: Instrument; readonly current: InstrumentRow | undefined }) => {
  const { instrument, current } = props
  const before = useQuery({
    queryKey: ['check-ups', 'instruments', current?.version],
    queryFn: () => call(readInstrumentVersion, { params: { version: current!.version } }),
    enabled: current !== undefined,
  })
  const changes = before.data && changesBetween(before.data.instrument as Instrument, instrument)
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={`${instrument.title}，版本 ${instrument.version}，${instrument.items.length} 条，没有发现问题`}
      />
      {changes && (
        <dl className="check-up-changes">
          <dt>和现用的 {current!.version} 比</dt>
          <dd>增加：{listed(changes.added)}</dd>
          <dd>删去：{listed(changes.removed)}</dd>
          <dd>改动：{listed(changes.changed)}</dd>
        </dl>
      )}
    </>
  )
}

/** Takes in another version from a file; what is wrong with it is told by item and field. */
export const InstrumentDialog = (props: {
  readonly versions: readonly InstrumentRow[]
  readonly onClose: () => void
}) => {
  const [chosen, setChosen] = useState<Chosen>()
  const cache = useQueryClient()
  const adding = useMutation({
    mutationFn: (instrument: Instrument) => call(addInstrument, { body: { instrument: { ...instrument } } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['check-ups', 'instruments'] })
      props.onClose()
    },
  })
  const { instrument } = chosen ?? {}
  return (
    <Modal
      title="上传评估表新版本"
      open
      width={720}
      okText="启用"
      cancelText="取消"
      okButtonProps={{ disabled: !instrument, loading: adding.isPending }}
      onOk={() => instrument && adding.mutate(instrument)}
      onCancel={props.onClose}
    >
      <p>先下载现用版本的 JSON，改内容，换一个版本号（version），再在这里选。启用以后新开始的体检就用它。</p>
      <div className="check-up-choose">
        <Upload
          accept=".json,application/json"
          showUploadList={false}
          beforeUpload={(file) => {
            adding.reset()
            void readFile(file, props.versions).then(setChosen)
            return false
          }}
        >
          <Button>选 JSON 文件</Button>
        </Upload>
        <span>{chosen?.file}</span>
      </div>
      {chosen && chosen.faults.length > 0 && <Faults {...chosen} />}
      {instrument && <Summary instrument={instrument} current={props.versions.find((it) => it.current)} />}
      {adding.error && (
        <div className="check-up-note">
          <ProblemAlert error={adding.error} />
        </div>
      )}
    </Modal>
  )
}
