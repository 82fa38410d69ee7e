import { FilePdfOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { call, urlOf } from '../../../platform/web/client.ts'
import { Section } from '../../../platform/web/console-kit/index.ts'
import { sizeText } from '../../../platform/web/format.ts'
import { listFindings, readPhoto, readProofFile, type CheckUpView, type FindingView } from '../contract.ts'
import { FindingTag } from './tags.tsx'
import './check-ups.css'

type Photo = CheckUpView['photos'][number]

/** What an enterprise shows of one repair: its words, photos to look at, papers to save. */
export const ProofOf = (props: { readonly finding: FindingView; readonly photos: readonly Photo[] }) => {
  const { finding, photos } = props
  return (
    <>
      {finding.proof !== null && <p>{finding.proof}</p>}
      {photos.length > 0 && (
        <ul className="check-up-photos">
          {photos.map((photo, at) => {
            const path = { id: finding.checkUpId, photoId: photo.id }
            return (
              <li key={photo.id}>
                <a href={urlOf(readPhoto.path, path)} target="_blank" rel="noreferrer">
                  <img
                    src={urlOf(readPhoto.path, path, { size: 'thumbnail' })}
                    alt={photo.caption || `${finding.itemId} 整改照片 ${at + 1}`}
                    loading="lazy"
                  />
                </a>
              </li>
            )
          })}
        </ul>
      )}
      {finding.files.map((file) => (
        <a
          key={file.id}
          className="check-up-file"
          href={urlOf(readProofFile.path, { id: finding.id, fileId: file.id })}
          download
        >
          <FilePdfOutlined aria-hidden /> {file.name} <small>{sizeText(file.bytes)}</small>
        </a>
      ))}
    </>
  )
}

/** 整改证明: every repair that the enterprise has shown something of. */
export const ProofSection = ({ checkUp }: { readonly checkUp: CheckUpView }) => {
  const { id } = checkUp
  const list = useQuery({
    queryKey: ['check-ups', id, 'findings'],
    queryFn: () => call(listFindings, { query: { checkUpId: id, limit: 500 } }),
  })
  const shown = (list.data?.rows ?? []).map((finding) => ({
    finding,
    photos: checkUp.photos.filter((it) => it.findingId === finding.id),
  }))
  const proved = shown.filter(
    ({ finding, photos }) => finding.proof !== null || photos.length > 0 || finding.files.length > 0,
  )
  if (proved.length === 0) return null
  return (
    <Section title="整改证明">
      {proved.map(({ finding, photos }) => (
        <div key={finding.id} className="check-up-proof">
          <h3>
            {finding.itemId} {finding.title} <FindingTag {...finding} />
          </h3>
          <ProofOf finding={finding} photos={photos} />
        </div>
      ))}
    </Section>
  )
}
