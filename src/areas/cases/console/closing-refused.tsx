import { Alert, Button } from 'antd'
import type { CaseDetail } from '../contract.ts'
import { lackNames } from '../names.zh.ts'

/** Why a case stays open: who lacks what, each leading to the place where it is filled in. */
export const ClosingRefused = (props: {
  readonly lacks: CaseDetail['lacks']
  readonly onJump: (ordinal: number, lack: string) => void
}) => (
  <Alert
    type="warning"
    showIcon
    title="还不能结案"
    description={
      props.lacks.length === 0 ? (
        '现在齐了，请再点一次结案。'
      ) : (
        <ul className="k-lacks">
          {props.lacks.map((it) => (
            <li key={it.ordinal}>
              {it.ordinal > 0 && `第${it.ordinal}位当事人：`}
              {it.lacks.map((lack, at) => (
                <span key={lack}>
                  {at > 0 && '、'}
                  <Button type="link" onClick={() => props.onJump(it.ordinal, lack)}>
                    {lackNames[lack] ?? lack}
                  </Button>
                </span>
              ))}
            </li>
          ))}
        </ul>
      )
    }
  />
)
