/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../../../platform/web/phone-kit/index.ts'
import type { KitForm } from './kit-form.tsx'

type Form = typeof KitForm

/** The form in a script of its own: only who inspects fetches it. It is kept on the phone with the page. */
export const LazyKitForm = (props: Parameters<Form>[0]) => {
  const [loaded, setLoaded] = useState<{ readonly Form?: Form; readonly failed?: true }>({})
  useEffect(() => {
    void import('./kit-form.tsx').then(
      (it) => setLoaded({ Form: it.KitForm }),
      () => setLoaded({ failed: true }),
    )
  }, [])
  const { Form, failed } = loaded
  if (Form) return <Form {...props} />
  return failed ? (
    <Notice tone="danger" title="评估表没有打开">
      请连上网，再打开本页。
    </Notice>
  ) : (
    <Notice tone="info" title="正在打开评估表…" />
  )
}
