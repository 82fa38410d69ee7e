import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { light } from '../../../platform/web/tokens.ts'

use([BarChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer])

export interface Month {
  readonly month: string
  readonly culture: number
  readonly skills: number
  readonly rights: number
}

const squads = [
  { key: 'culture', name: '文化', color: light.culture },
  { key: 'skills', name: '技能', color: light.skills },
  { key: 'rights', name: '维权', color: light.rights },
] as const

/** Visits held a month, the squads on top of each other. */
export const MonthsChart = ({ months }: { readonly months: readonly Month[] }) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chart = init(place.current!, undefined, { renderer: 'svg' })
    chart.setOption({
      aria: { enabled: true },
      tooltip: { trigger: 'axis' },
      legend: { top: 0 },
      grid: { left: 8, right: 8, bottom: 4, top: 32, containLabel: true },
      xAxis: { type: 'category', data: months.map((it) => `${Number(it.month.slice(5))}月`) },
      yAxis: { type: 'value', minInterval: 1 },
      series: squads.map((squad) => ({
        type: 'bar',
        stack: 'all',
        name: squad.name,
        itemStyle: { color: squad.color },
        data: months.map((it) => it[squad.key]),
      })),
    })
    const resize = new ResizeObserver(() => chart.resize())
    resize.observe(place.current!)
    return () => {
      resize.disconnect()
      chart.dispose()
    }
  }, [months])
  return <div ref={place} style={{ height: 260 }} />
}
