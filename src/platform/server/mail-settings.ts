/** SMTP settings of this server, from SMTP_URL (smtp://user:pass@host:port) and MAIL_FROM. */
export interface MailSettings {
  readonly url: string
  readonly from: string
}

/** Undefined where no SMTP server is configured; then mail deliveries wait in the outbox. */
export const mailSettingsFrom = (env: NodeJS.ProcessEnv): MailSettings | undefined =>
  env.SMTP_URL ? { url: env.SMTP_URL, from: env.MAIL_FROM ?? 'qingqi@localhost' } : undefined
