import '../../platform/web/older-browsers.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import type { Locale } from 'antd/es/locale/index.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { antdTheme } from '../../platform/web/console-kit/antd-theme.ts'
import { queryClient, router } from './routes.tsx'
import './app.css'

dayjs.locale('zh-cn')

// antd's types call this file CommonJS, so TypeScript sees a namespace where the bundler gives the locale itself.
const locale = zhCN as unknown as Locale

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <ConfigProvider locale={locale} theme={antdTheme} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
)
