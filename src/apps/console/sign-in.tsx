import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { Mark, ProblemAlert } from '../../platform/web/console-kit/index.ts'
import { startOf } from '../../platform/web/me.ts'
import { demoQuery, meQuery, nextPath, signIn, signInAs } from './session.ts'

/** Name and password; in the demo county one tap per role. */
export const SignIn = () => {
  const demo = useQuery(demoQuery)
  const queries = useQueryClient()
  const [busy, setBusy] = useState<string>()
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    document.title = '登录 · 轻骑'
  }, [])
  const enter = async (name: string, act: () => Promise<unknown>, to: string): Promise<void> => {
    setBusy(name)
    setError(undefined)
    try {
      await act()
      queries.removeQueries({ queryKey: meQuery.queryKey })
      // A whole load: nothing of an earlier session stays in memory.
      location.assign(to)
    } catch (thrown) {
      setError(thrown)
      setBusy(undefined)
    }
  }
  const wanted = nextPath(new URLSearchParams(location.search).get('next'))
  const demoRoles = demo.data?.demo ? demo.data.roles : []
  return (
    <div className="q-signin">
      <div className="q-signin-brand">
        <Mark size={56} />
        <p className="q-signin-name">轻骑</p>
        <p className="q-signin-line">
          产改轻骑兵的调度台：
          <br />
          企业有空就来，不给企业添乱。
        </p>
      </div>
      <main className="q-signin-main">
        <div className="q-signin-box">
          <h1>登录工会后台</h1>
          <ProblemAlert error={error} />
          <Form
            layout="vertical"
            requiredMark={false}
            onFinish={(values: { username: string; password: string }) =>
              void enter('form', () => signIn(values.username, values.password), wanted)
            }
          >
            <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填用户名' }]}>
              <Input size="large" autoComplete="username" autoFocus={demoRoles.length === 0} />
            </Form.Item>
            <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填密码' }]}>
              <Input.Password size="large" autoComplete="current-password" />
            </Form.Item>
            <Button type="primary" size="large" htmlType="submit" block loading={busy === 'form'}>
              登录
            </Button>
          </Form>
          {demoRoles.length > 0 && (
            <section className="q-signin-demo" aria-labelledby="demo-title">
              <h2 id="demo-title">演示县：点一个身份直接进入</h2>
              <ul>
                {demoRoles.map((one) => (
                  <li key={one.role}>
                    <button
                      type="button"
                      disabled={busy !== undefined}
                      onClick={() => void enter(one.role, () => signInAs(one.role), startOf(one.where))}
                    >
                      <b>{one.label}</b>
                      <span>{one.name}</span>
                      <small>{startOf(one.where).startsWith('/m') ? '手机' : '后台'}</small>
                    </button>
                  </li>
                ))}
              </ul>
              <p>演示县的人员和业务数据都是虚构的。</p>
            </section>
          )}
        </div>
      </main>
    </div>
  )
}
