import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { Figure, Figures, Page, ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { readOutbox } from '../contract.ts'
import { FailedSection } from './failed-section.tsx'
import { RobotsSection } from './robots-section.tsx'
import './notices.css'

const Mail = (props: { readonly state: OutputOf<typeof readOutbox> }) => {
  const { mail, mailFrom } = props.state
  if (mail === 'ready')
    return <Alert className="n-mail-state" showIcon type="success" title={`邮件已开通，以 ${mailFrom} 的名义发出`} />
  return (
    <Alert
      className="n-mail-state"
      showIcon
      type={mail === 'none' ? 'info' : 'error'}
      title={mail === 'none' ? '邮件还没有开通' : '邮件服务器的设置有误'}
      description={`邮件会一封不少地等着，${mail === 'none' ? '开通' : '改好'}后自动补发。请维护服务器的同事${
        mail === 'none' ? '设好' : '检查'
      }环境变量 SMTP_URL 和 MAIL_FROM，再重启服务。`}
    />
  )
}

const SettingsPage = () => {
  const outbox = useQuery({
    queryKey: ['notice-settings', 'outbox'],
    queryFn: () => call(readOutbox),
    refetchInterval: 10_000,
  })
  const it = outbox.data
  return (
    <Page title="通知设置" lead="通知先进各人的收件箱，再按这里的设置发邮件、发到工作群">
      <ProblemAlert error={outbox.error} onRetry={() => void outbox.refetch()} />
      {it && (
        <>
          <div className="n-figures">
            <Figures>
              <Figure label="等待发送的邮件" value={it.waiting.mail} unit="封" />
              <Figure label="等待发送的群消息" value={it.waiting.robot} unit="条" />
              <Figure label="没有送达" value={it.failed} unit="条" />
            </Figures>
          </div>
          <Mail state={it} />
        </>
      )}
      <RobotsSection />
      <FailedSection />
    </Page>
  )
}

export default SettingsPage
