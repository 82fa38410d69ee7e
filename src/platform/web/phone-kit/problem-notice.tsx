/** @jsxImportSource preact */
import type { Problem } from '../../base/operation.ts'
import { Notice } from './parts.tsx'

/** What happened, why and what to do next; nothing where there is no problem. */
export const ProblemNotice = (props: { readonly problem: Problem | undefined }) =>
  props.problem ? (
    <Notice tone="danger" title={props.problem.title}>
      {props.problem.detail}
      {(props.problem.fields ?? []).map((field) => (
        <p key={field.path}>{field.message}</p>
      ))}
    </Notice>
  ) : null
