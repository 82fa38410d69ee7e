import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { Mark, ProblemAlert } from '../../platform/web/console-kit/index.ts'
import { startOf } from '../../platform/web/me.ts'
import { createFirstAdmin, demoQuery, meQuery, nextPath, signIn, signInAs } from './session.ts'

const usernameRule = { pattern: /^[\p{L}\p{N}_.-]{2,64}$/u, message: '2 到 64 个字：汉字、字母、数字、点、横线' }

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
  const empty = demo.data?.empty === true
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
          <h1>{empty ? '建立第一位管理员' : '登录工会后台'}</h1>
          <ProblemAlert error={error} />
          {empty && (
            <p className="q-signin-first">
              这里还没有任何账号。第一位管理员由您现在建立，别的账号由他添加；这一步只能在服务器本机做一次。
            </p>
          )}
          <Form
            layout="vertical"
            requiredMark={false}
            onFinish={(values: { name: string; username: string; password: string }) =>
              void enter(
                'form',
                async () => {
                  if (empty) await createFirstAdmin(values)
                  await signIn(values.username, values.password)
                },
                wanted,
              )
            }
          >
            {empty && (
              <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填姓名' }]}>
                <Input size="large" autoComplete="name" autoFocus />
              </Form.Item>
            )}
            <Form.Item
              name="username"
              label="用户名"
              rules={[{ required: true, message: '请填用户名' }, ...(empty ? [usernameRule] : [])]}
            >
              <Input size="large" autoComplete="username" autoFocus={demoRoles.length === 0} />
            </Form.Item>
            <Form.Item
              name="password"
              label="密码"
              {...(empty ? { extra: '至少 12 个字符，可以是一句自己记得住的话' } : {})}
              rules={[
                { required: true, message: '请填密码' },
                ...(empty ? [{ min: 12, message: '至少 12 个字符' }] : []),
              ]}
            >
              <Input.Password size="large" autoComplete={empty ? 'new-password' : 'current-password'} />
            </Form.Item>
            <Button type="primary" size="large" htmlType="submit" block loading={busy === 'form'}>
              {empty ? '建立并登录' : '登录'}
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
