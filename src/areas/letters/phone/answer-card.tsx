/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import { Button, Buttons, Card, Field, ProblemNotice, useAction } from '../../../platform/web/phone-kit/index.ts'
import type { Received } from '../contract.ts'
import { addFile, fileAnswer } from '../contract.ts'

/** The enterprise's written answer with its papers; each file is kept as soon as it is picked. */
export const AnswerCard = (props: { readonly letter: Received; readonly reload: () => Promise<void> }) => {
  const { letter } = props
  const [text, setText] = useState('')
  const [files, setFiles] = useState<readonly { id: string; name: string }[]>([])
  const sending = useAction()
  const adding = useAction()
  if (!letter.mayAnswer) return null
  const add = (picked: readonly File[]): Promise<boolean> =>
    adding.run(async () => {
      for (const file of picked) {
        const kept = await call(addFile, { params: { id: letter.id }, body: { purpose: 'answer' }, file })
        setFiles((before) => [...before, kept])
      }
    })
  return (
    <Card title={letter.answers.length > 0 ? '补充答复' : '书面答复'}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void sending.run(async (idempotencyKey) => {
            const body = { text, fileIds: files.map((it) => it.id) }
            await call(fileAnswer, { params: { id: letter.id }, body, idempotencyKey })
            setText('')
            setFiles([])
            await props.reload()
          })
        }}
      >
        <Field label="核查和处理情况">
          {(control) => (
            <textarea
              {...control}
              rows={6}
              required
              maxLength={4000}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        {files.map((it) => (
          <p key={it.id} class="p-hint">
            已附：{it.name}
          </p>
        ))}
        <Field label="附件（照片或 PDF，可不附）">
          {(control) => (
            <input
              {...control}
              type="file"
              accept="image/*,.pdf"
              multiple
              disabled={adding.busy}
              onChange={(event) => {
                const picked = [...(event.currentTarget.files ?? [])]
                event.currentTarget.value = ''
                void add(picked)
              }}
            />
          )}
        </Field>
        <ProblemNotice problem={adding.problem ?? sending.problem} />
        <Buttons>
          <Button kind="main" type="submit" busy={sending.busy} disabled={adding.busy}>
            提交答复
          </Button>
        </Buttons>
      </form>
    </Card>
  )
}
