import { useQuery } from '@tanstack/react-query'
import { App, Button, InputNumber } from 'antd'
import { useMemo } from 'react'
import { call } from '../../../platform/web/client.ts'
import { ConflictDialog, MapView, ProblemAlert, Section, StateTag } from '../../../platform/web/console-kit/index.ts'
import { listTownships } from '../contract.ts'
import { pointSourceNames } from '../gap-names.zh.ts'
import { fieldNames, fieldText } from './field-names.ts'
import type { EnterpriseAt } from './use-enterprise.ts'
import { useFieldsEdit } from './use-fields-edit.ts'

/** Degrees (some 15 km) within which townships are drawn to find one's way. */
const NEAR = 0.14

const rounded = (degrees: number): number => Math.round(degrees * 100_000) / 100_000

/** Where the enterprise is: dragged on the map or typed. A point set here is the operator's own. */
export const PlaceSection = (props: { readonly at: EnterpriseAt; readonly mayEdit: boolean }) => {
  const { enterprise } = props.at
  const { message } = App.useApp()
  const edit = useFieldsEdit(props.at, () => void message.success('位置已保存，来源记为人工核定'))
  const townships = useQuery({ queryKey: ['townships'], queryFn: () => call(listTownships), staleTime: 600_000 })
  const read = { longitude: enterprise.longitude, latitude: enterprise.latitude }
  const { longitude = read.longitude, latitude = read.latitude } = edit.edited ?? {}
  const moved = edit.edited !== undefined
  const points = useMemo(
    () => [
      ...(townships.data ?? [])
        .filter((one) => Math.abs(one.longitude - longitude) < NEAR && Math.abs(one.latitude - latitude) < NEAR)
        .map((one) => ({
          id: one.id,
          lng: one.longitude,
          lat: one.latitude,
          label: one.name,
          tone: 'muted' as const,
          radius: 3,
        })),
      {
        id: enterprise.id,
        lng: longitude,
        lat: latitude,
        label: enterprise.name,
        radius: 8,
        unsure: enterprise.pointSource === 'township' && !moved,
      },
    ],
    [townships.data, longitude, latitude, enterprise.id, enterprise.name, enterprise.pointSource, moved],
  )
  return (
    <Section
      title="位置"
      extra={
        moved && (
          <>
            <Button onClick={edit.giveUp}>放弃改动</Button>
            <Button type="primary" loading={edit.busy} onClick={edit.save}>
              保存位置
            </Button>
          </>
        )
      }
    >
      <ProblemAlert error={edit.error} />
      <p className="e-place-source">
        位置来源
        <StateTag tone={moved ? 'info' : enterprise.pointSource === 'township' ? 'warning' : 'success'}>
          {moved ? '改动未保存' : pointSourceNames[enterprise.pointSource]}
        </StateTag>
        {props.mayEdit && <span className="q-lead">拖动红点到厂门口，路程才算得准。</span>}
      </p>
      <MapView
        label={`${enterprise.name}的位置`}
        points={points}
        selected={enterprise.id}
        height={280}
        onMove={
          props.mayEdit
            ? (id, to) => {
                if (id === enterprise.id) edit.set({ longitude: rounded(to.lng), latitude: rounded(to.lat) }, read)
              }
            : undefined
        }
      />
      {props.mayEdit && (
        <div className="e-place-fields">
          <InputNumber
            aria-label="经度"
            prefix="经度"
            min={73}
            max={136}
            step={0.001}
            value={longitude}
            onChange={(value) => value !== null && edit.set({ longitude: value }, read)}
          />
          <InputNumber
            aria-label="纬度"
            prefix="纬度"
            min={3}
            max={54}
            step={0.001}
            value={latitude}
            onChange={(value) => value !== null && edit.set({ latitude: value }, read)}
          />
        </div>
      )}
      <ConflictDialog
        problem={edit.conflict}
        labels={fieldNames}
        format={fieldText}
        onCancel={edit.clear}
        onResolve={edit.resolve}
      />
    </Section>
  )
}
