/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { Card, shrinkPhoto } from '../../../platform/web/phone-kit/index.ts'
import type { VisitCardProps } from './visit-page.tsx'

/** Photos of the visit; new ones are made smaller on the phone and wait in the queue. */
export const PhotosCard = ({ visit, queue, may }: VisitCardProps & { readonly may: boolean }) => {
  const [busy, setBusy] = useState(false)
  const path = `/api/visits/${visit.id}/photos`
  const waiting = queue.waiting.filter((it) => it.path === path).length
  const take = async (files: readonly File[]): Promise<void> => {
    setBusy(true)
    for (const file of files) await queue.add({ path, body: { caption: '' }, photo: await shrinkPhoto(file) })
    setBusy(false)
  }
  const may2 = may && !['planned', 'dispatched', 'declined', 'cancelled'].includes(visit.status)
  return (
    <Card title="现场照片" note={visit.photos.length > 0 ? `${visit.photos.length} 张` : undefined}>
      {visit.photos.length > 0 && (
        <div class="v-photos">
          {visit.photos.map((photo) => (
            <a key={photo.id} href={`${path}/${photo.id}`}>
              <img
                src={`${path}/${photo.id}?size=thumbnail`}
                alt={photo.caption || '现场照片'}
                width={photo.width}
                height={photo.height}
                loading="lazy"
              />
            </a>
          ))}
        </div>
      )}
      {waiting > 0 && <p class="p-hint">{waiting} 张等网络</p>}
      {may2 && (
        <label class={`p-button v-photo-button ${busy ? 'v-busy' : ''}`}>
          {busy ? '正在存到手机…' : '拍照或选照片'}
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            multiple
            disabled={busy || !queue.ready}
            onChange={(event) => {
              const { files } = event.currentTarget
              if (files) void take([...files])
              event.currentTarget.value = ''
            }}
          />
        </label>
      )}
      {may2 && <p class="p-hint">保存前会去掉拍摄地点等信息。拍人先问一声。</p>}
    </Card>
  )
}
