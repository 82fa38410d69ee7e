import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { call } from '../../../platform/web/client.ts'
import { Figure, Figures, Page, ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { readOutbox } from '../contract.ts'
import { FailedSection } from './failed-section.tsx'
import { RobotsSection } from './robots-section.tsx'

const mailStates = {
  ready: { type: 'success', title: '邮件服务器已设置' },
  none: { type: 'info', title: '邮件服务器还没有设置' },
  invalid: { type: 'error', title: '邮件服务器的设置有误' },
} as const

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
          <Figures>
            <Figure label="等待发送的邮件" value={it.waiting.mail} unit="封" />
            <Figure label="等待发送的群消息" value={it.waiting.robot} unit="条" />
            <Figure label="没有送达" value={it.failed} unit="条" />
          </Figures>
          <Alert
            className="n-mail-state"
            showIcon
            type={mailStates[it.mail].type}
            title={mailStates[it.mail].title}
            description={
              it.mail === 'ready'
                ? `以 ${it.mailFrom} 的名义发出。`
                : it.mail === 'none'
                  ? '邮件会一封不少地等着，设置好后自动补发。请维护服务器的同事设好环境变量 SMTP_URL 和 MAIL_FROM，再重启服务。'
                  : '邮件会等着。请维护服务器的同事检查环境变量 SMTP_URL 和 MAIL_FROM，改好后重启服务。'
            }
          />
        </>
      )}
      <RobotsSection />
      <FailedSection />
    </Page>
  )
}

export default SettingsPage
