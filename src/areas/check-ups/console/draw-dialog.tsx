import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Form, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { call, newKey } from '../../../platform/web/client.ts'
import { ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { drawCheckUps, listCandidates } from '../contract.ts'
import { leastSize, MOST_INCLUDED } from '../domain/draw-size.ts'
import './check-ups.css'

/** Draws enterprises at random; some may have to be among them, which nothing on record tells. */
export const DrawDialog = (props: { readonly onClose: () => void }) => {
  const [size, setSize] = useState<number | null>(10)
  const [include, setInclude] = useState<string[]>([])
  const cache = useQueryClient()
  const navigate = useNavigate()
  // All at once and searched here: what is typed reaches no address and no log.
  const candidates = useQuery({ queryKey: ['check-ups', 'candidates'], queryFn: () => call(listCandidates) })
  const drawing = useMutation({
    mutationFn: () => call(drawCheckUps, { body: { size: size ?? 1, include, salt: `${newKey()}${newKey()}` } }),
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries({ queryKey: ['check-ups'] })
      props.onClose()
      await navigate({ to: `/check-ups/draws/${id}` } as never)
    },
  })
  const least = leastSize(include.length)
  const narrow = size !== null && size < least
  const most = candidates.data?.length
  const many = size !== null && most !== undefined && size > most
  return (
    <Modal
      title="随机抽取体检企业"
      open
      okText="抽取"
      cancelText="取消"
      okButtonProps={{ disabled: !size || narrow || many, loading: drawing.isPending }}
      onOk={() => drawing.mutate()}
      onCancel={props.onClose}
    >
      <p>
        {most === undefined ? '从' : `从 ${most} 家`}
        在册、没有正在体检的企业里随机抽。种子和候选名单留档，谁都可以照着重抽一遍核对。
      </p>
      <Form layout="vertical" className="check-up-form">
        <Form.Item
          label="抽几家"
          htmlFor="draw-size"
          validateStatus={narrow || many ? 'error' : ''}
          help={
            narrow
              ? `一定要抽到的有 ${include.length} 家，只抽 ${size} 家容易被看出来，请至少抽 ${least} 家。`
              : many && `现在只有 ${most} 家可以抽。`
          }
        >
          <InputNumber id="draw-size" min={1} max={500} precision={0} value={size} onChange={setSize} />
        </Form.Item>
        <Form.Item label="一定要抽到的（可不填）" htmlFor="draw-include">
          <Select
            id="draw-include"
            mode="multiple"
            maxCount={MOST_INCLUDED}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={`按名称查找，最多 ${MOST_INCLUDED} 家`}
            loading={candidates.isPending}
            value={include}
            onChange={setInclude}
            notFoundContent="没有这家企业，或者它正在体检，不能抽"
            options={candidates.data?.map((it) => ({ value: it.id, label: it.name }))}
          />
        </Form.Item>
      </Form>
      {include.length > 0 && (
        <Alert
          className="check-up-note"
          type="info"
          showIcon
          title="指定了哪几家，哪里都不留记录"
          description="程序一直换种子，直到随机抽出的名单里正好有这几家。留下的只有种子、候选名单和结果，和没有指定时一模一样；以后谁重抽，也看不出哪几家是指定的。它们总和别的企业一起出现。请不要另外记下来。"
        />
      )}
      {(candidates.error ?? drawing.error) && (
        <div className="check-up-note">
          <ProblemAlert error={candidates.error ?? drawing.error} />
        </div>
      )}
    </Modal>
  )
}
