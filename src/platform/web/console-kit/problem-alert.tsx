import { Alert, Button } from 'antd'
import { ApiProblem } from '../client.ts'

/** What happened, why and what to do next, of anything thrown by a call. Nothing is shown where there is no error. */
export const ProblemAlert = (props: { readonly error: unknown; readonly onRetry?: () => void }) => {
  if (!props.error) return null
  const problem = props.error instanceof ApiProblem ? props.error.problem : undefined
  const fields = problem?.fields ?? []
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="q-problem"
      title={problem?.title ?? '页面出了问题'}
      description={
        <>
          <p>{problem?.detail ?? '程序遇到没有预料的情况。请刷新页面重试；仍不行，请联系管理员。'}</p>
          {fields.length > 0 && (
            <ul>
              {fields.map((field) => (
                <li key={field.path}>
                  <b>{field.path}</b> {field.message}
                </li>
              ))}
            </ul>
          )}
        </>
      }
      action={
        props.onRetry && (
          <Button size="small" onClick={props.onRetry}>
            重试
          </Button>
        )
      }
    />
  )
}
