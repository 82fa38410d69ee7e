/** @jsxImportSource preact */
import { Button, Buttons, Notice } from './parts.tsx'
import type { SubjectQueue } from './use-queue.ts'

/** What waits for the network, and what the server would not take, with its reason. */
export const QueueNotice = ({ queue }: { readonly queue: SubjectQueue }) => (
  <>
    {queue.waiting.length > 0 && (
      <Notice tone="warning" title={`${queue.waiting.length} 项已存在手机里，还没有送到`}>
        {queue.signIn
          ? '登录已过期，请重新登录，登录后自动补交。'
          : queue.lasting
            ? '连上网会自动补交，打开本页即可；同一项不会重复计。'
            : '这部手机存不住，请不要关掉本页，等连上网自动补交。'}
      </Notice>
    )}
    {queue.refused.map((one) => (
      <Notice key={one.key} tone="danger" title="有一项没有收下">
        <p>{one.refused?.detail || `服务器没有收下（${one.refused?.status ?? ''}）。`}</p>
        <Buttons>
          <Button onClick={() => void queue.again(one.key)}>再交一次</Button>
          <Button onClick={() => void queue.dismiss(one.key)}>知道了</Button>
        </Buttons>
      </Notice>
    ))}
  </>
)
