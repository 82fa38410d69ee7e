/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { z } from 'zod'
import type { Operation } from '../../platform/base/operation.ts'
import { ApiProblem, callPath } from '../../platform/web/client.ts'
import { startOf } from '../../platform/web/me.ts'
import type { DemoRoles } from '../../platform/web/me.ts'
import { Button, Buttons, Field, phonePage, ProblemNotice, useAction } from '../../platform/web/phone-kit/index.ts'

type ReadDemo = Operation<z.ZodNever, z.ZodNever, z.ZodNever, z.ZodType<DemoRoles>>
type Takes<Body> = Operation<z.ZodNever, z.ZodNever, z.ZodType<Body, Body>, z.ZodNever>

/** Only a path of the phone itself, never another site. */
export const phoneNext = (wanted: string | undefined): string =>
  wanted !== undefined && /^\/m(?:\/[^/\\]|$)/.test(wanted) ? wanted : '/m'

export const signInPage = phonePage<DemoRoles>({
  path: '/m/sign-in',
  roles: 'public',
  title: '登录',
  load: async (call) => {
    try {
      return await call({ method: 'GET', path: '/api/demo' } as unknown as ReadDemo)
    } catch (error) {
      if (error instanceof ApiProblem && (error.status === 404 || error.status === 403))
        return { demo: false, roles: [] }
      throw error
    }
  },
  view: ({ data, query }) => {
    const [username, setUsername] = useState('')
    const [password, setPassword] = useState('')
    const entering = useAction()
    const enter = (act: () => Promise<unknown>, to: string): void => {
      void entering.run(() => act().then(() => location.assign(to)))
    }
    return (
      <>
        <ProblemNotice problem={entering.problem} />
        <form
          onSubmit={(event) => {
            event.preventDefault()
            enter(
              () =>
                callPath<Takes<{ username: string; password: string }>>(
                  { method: 'POST', path: '/api/session' },
                  { body: { username, password } },
                ),
              phoneNext(query['next']),
            )
          }}
        >
          <Field label="用户名">
            {(control) => (
              <input
                {...control}
                name="username"
                autocomplete="username"
                autocapitalize="off"
                required
                value={username}
                onInput={(event) => setUsername(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label="密码">
            {(control) => (
              <input
                {...control}
                name="password"
                type="password"
                autocomplete="current-password"
                required
                value={password}
                onInput={(event) => setPassword(event.currentTarget.value)}
              />
            )}
          </Field>
          <div class="p-buttons">
            <Button kind="main" type="submit" busy={entering.busy}>
              登录
            </Button>
          </div>
        </form>
        <h2 class="p-sub">没有账号也能用</h2>
        <Buttons>
          <Button href="/m/owed">我该得多少：算算欠薪、补偿、加班费</Button>
        </Buttons>
        {data.demo && data.roles.length > 0 && (
          <>
            <h2 class="p-sub">演示县：点一个身份直接进入</h2>
            <ul class="p-roles">
              {data.roles.map((one) => (
                <li key={one.role}>
                  <button
                    type="button"
                    class="p-role"
                    disabled={entering.busy}
                    onClick={() =>
                      enter(
                        () =>
                          callPath<Takes<{ role: string }>>(
                            { method: 'POST', path: '/api/demo/session' },
                            { body: { role: one.role } },
                          ),
                        startOf(one.where),
                      )
                    }
                  >
                    <b>{one.label}</b>
                    <span>{one.name}</span>
                  </button>
                </li>
              ))}
            </ul>
            <p class="p-hint">演示县的人员和业务数据都是虚构的。</p>
          </>
        )}
      </>
    )
  },
})
