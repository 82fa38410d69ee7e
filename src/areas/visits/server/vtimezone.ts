/** The only zone of this program: no daylight saving since 1991. Null for any other. */
export const getVtimezoneComponent = (zone: string): string | null =>
  zone === 'Asia/Shanghai'
    ? [
        'BEGIN:VTIMEZONE',
        'TZID:Asia/Shanghai',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'TZOFFSETFROM:+0800',
        'TZOFFSETTO:+0800',
        'TZNAME:CST',
        'END:STANDARD',
        'END:VTIMEZONE',
      ].join('\r\n')
    : null
