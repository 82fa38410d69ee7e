/** @jsxImportSource preact */
import { renderToString } from 'preact-render-to-string'
import { documentOf } from '../phone/document.ts'
import { Stage } from './stage.tsx'
import type { StageProps } from './stage.tsx'
import { Wall } from './wall.tsx'
import type { WallProps } from './wall.tsx'

/** The front page as a whole HTML document. */
export const renderStage = (props: StageProps): string =>
  documentOf({
    kind: 'stage',
    title: `轻骑 · ${props.org.name}`,
    description: `${props.org.name}产改轻骑兵：文化、技能、维权三支小队，赶在企业有空的时候上门。`,
    body: renderToString(<Stage {...props} />),
  })

/** The wall screen as a whole HTML document, 1920×1080; its script loads it anew every two minutes. */
export const renderWall = (props: WallProps): string =>
  documentOf({
    kind: 'wall',
    title: `大屏 · ${props.org.name}`,
    body: renderToString(<Wall {...props} />),
  })
