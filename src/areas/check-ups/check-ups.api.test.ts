import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckUp } from '../../engines/checkup/index.ts'
import { newId } from '../../platform/base/ids.ts'
import { withScope } from '../../platform/server/db/scope.ts'
import { inScope } from '../../platform/server/db/scope.ts'
import { scopeOfOrg } from '../../platform/server/http/orgs-queries.ts'
import type { Client } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import { partsOf } from '../../../tests/support/word-processor.ts'
import type { CheckUpRow, FindingView } from './contract.ts'
import { watchCounty } from './server/index.ts'
import { readYear } from './server/read-year.ts'
import {
  TODAY,
  instrument,
  server,
  staff,
  admin,
  member,
  contact,
  chair,
  enterpriseId,
  memberId,
  moveTo,
  two,
  read,
  draw,
  checkUpOfContact,
  answers,
  photoForm,
  begun,
  useCheckUpCounty,
} from '../../../tests/support/check-up-county.ts'

useCheckUpCounty()
beforeAll(() => server.rows(({ tx, scope }) => tx.deleteFrom('check_ups').where('org_id', '=', scope.orgId).execute()))

describe('a check-up', () => {
  it('takes two different people with different certificates', async () => {
    await draw({ size: 10, include: [enterpriseId] })
    const { id, version } = await checkUpOfContact()
    const put = (inspectors: object[], with_ = version) =>
      staff.call('PUT', `/api/check-ups/${id}/inspectors`, {
        key: newId(),
        version: with_,
        body: { plannedOn: TODAY, inspectors },
      })
    const [one, other] = two()
    expect((await put([one!, { ...other!, personId: memberId }])).body.code).toBe('INSPECTORS_SAME')
    expect((await put([one!, { ...other!, certificate: one!.certificate }])).body.code).toBe('INSPECTORS_SAME')
    expect((await put([one!, { ...other!, personId: newId() }])).body.code).toBe('INSPECTOR_UNKNOWN')
    expect((await put([one!])).status).toBe(400)
    expect((await put([one!, other!], 9)).status).toBe(409)
    // Nobody begins alone, and the enterprise hears of it only once its day is set.
    expect((await staff.post(`/api/check-ups/${id}/start`)).body.code).toBe('INSPECTORS_MISSING')
    expect((await contact.get(`/api/check-ups/${id}`)).status).toBe(404)
    expect((await member.get(`/api/check-ups/${id}`)).status).toBe(404)
    expectOk(await put([one!, other!]))
    expect((await read(contact, id)).plannedOn).toBe(TODAY)
    expect((await read(member, id)).can).toContain('start')
    await server.rows(({ tx, scope }) => tx.deleteFrom('check_ups').where('org_id', '=', scope.orgId).execute())
  })

  it('goes from the kit to the report: filled in offline, sent once, judged, told', async () => {
    const id = await begun()
    const selfCheck = { C2: 'full', C3: 'unsure' }
    const form = expectOk(await contact.get<{ items: object[] }>(`/api/check-ups/${id}/self-check`))
    expect(form.items).toHaveLength(46)
    const put = (answersOfOwn: object) =>
      contact.call('PUT', `/api/check-ups/${id}/self-check`, { key: newId(), body: { answers: answersOfOwn } })
    expect((await put({ Z9: 'full' })).body.code).toBe('ITEM_UNKNOWN')
    expectOk(await put(selfCheck))

    const kit = expectOk(
      await member.get<{ instrument: { version: string; items: object[] }; sampling: { size: number } }>(
        `/api/check-ups/${id}/kit`,
      ),
    )
    expect(kit.instrument!.items).toHaveLength(46)
    expect(kit.sampling!.size).toBeGreaterThanOrEqual(10)
    expect((await contact.get(`/api/check-ups/${id}/kit`)).status).toBe(403)

    const photo = expectOk(
      await member.call<{ id: string }>('POST', `/api/check-ups/${id}/photos`, {
        key: newId(),
        form: await photoForm({ itemId: 'C2', caption: '合同台账' }),
      }),
    )
    expect((await contact.get(`/api/check-ups/${id}/photos/${photo.id}`)).status).toBe(404)

    const { version } = await read(member, id)
    const draft = answers({}, { items: answers().items.slice(0, 5) })
    expectOk(await member.call('PUT', `/api/check-ups/${id}/answers`, { key: newId(), version, body: draft }))
    const stale = await member.call('PUT', `/api/check-ups/${id}/answers`, { key: newId(), version, body: draft })
    expect(stale.status).toBe(409)
    const partly = await member.post(`/api/check-ups/${id}/submit`, draft)
    expect([partly.status, partly.body.code]).toEqual([422, 'ANSWERS_INVALID'])
    expect(partly.body.detail).toContain('还缺')
    const ahead = await member.post(`/api/check-ups/${id}/submit`, answers({}, { checkedOn: '2026-12-01' }))
    expect(ahead.body.code).toBe('DATE_AHEAD')

    const whole = answers({
      C2: { outcome: 'zero', findings: '抽查20人，4人未签', sampled: 20, conforming: 16 },
      C1: { outcome: 'partial', findings: '名册缺入职日期' },
      W1: { outcome: 'not_verified', reason: '银行流水未到', evidence: [] },
    })
    const key = newId()
    // A phone that sends twice at once, as one whose first try seemed lost: one row each of everything.
    const [first, twin] = await Promise.all([
      member.post(`/api/check-ups/${id}/submit`, whole, { key }),
      member.post(`/api/check-ups/${id}/submit`, whole, { key }),
    ])
    expect(twin.body).toEqual(first!.body)
    // 100 − 4 − 0.5 − 2.5.
    expect(expectOk(first!)).toMatchObject({ status: 'submitted', score: 93, grade: 'B', color: 'yellow', findings: 2 })
    const again = await member.post(`/api/check-ups/${id}/submit`, whole, { key })
    expect([again.status, again.headers.get('idempotency-replayed'), again.body]).toEqual([200, 'true', first!.body])
    // Taken off it, an inspector is not told again.
    const off = await server.rows(({ tx, scope }) =>
      tx
        .deleteFrom('check_up_inspectors')
        .where('org_id', '=', scope.orgId)
        .where('check_up_id', '=', id)
        .where('person_id', '=', memberId)
        .returningAll()
        .execute(),
    )
    expect((await member.post(`/api/check-ups/${id}/submit`, whole, { key })).status).toBe(404)
    await server.rows(({ tx }) => tx.insertInto('check_up_inspectors').values(off).execute())
    expect((await member.post(`/api/check-ups/${id}/submit`, whole)).body.code).toBe('CHECK_UP_STATE')

    // The enterprise sees nothing of it before the report.
    const before = await read(contact, id)
    expect([before.score, before.grade, before.result, before.items, before.photos]).toEqual([null, null, null, [], []])
    expect(expectOk(await contact.get<{ rows: object[] }>('/api/check-up-findings')).rows).toEqual([])
    expect((await contact.get(`/api/check-ups/${id}/report.docx`)).status).toBe(409)
    expect((await put(selfCheck)).body.code).toBe('CHECK_UP_STATE')

    expectOk(await staff.post(`/api/check-ups/${id}/report`))
    const after = await read(contact, id)
    expect([after.score, after.grade, after.photos.length]).toEqual([93, 'B', 1])
    const result = after.result as CheckUp
    expect(result.differences).toMatchObject([
      { itemId: 'C2', selfCheck: 'full', outcome: 'zero', enterprise: 'better' },
    ])
    expect(result.unverified.items.map((it) => it.itemId)).toEqual(['W1'])
    expect((await contact.get(`/api/check-ups/${id}/photos/${photo.id}`)).status).toBe(200)
  })
})

describe('rectification', () => {
  const findings = async (client: Client): Promise<FindingView[]> =>
    expectOk(await client.get<{ rows: FindingView[] }>('/api/check-up-findings?limit=500')).rows!
  const finding = async (client: Client, itemId: string) => (await findings(client)).find((it) => it.itemId === itemId)!
  const prove = (it: FindingView, version = it.version) =>
    contact.call('POST', `/api/check-up-findings/${it.id}/proof`, {
      key: newId(),
      version,
      body: { proof: '已补签4份合同' },
    })
  const recheck = (it: FindingView, passed: boolean, by = member) =>
    by.call<{ score: number; grade: string; status: string }>('POST', `/api/check-up-findings/${it.id}/recheck`, {
      key: newId(),
      version: it.version,
      body: { passed, remark: passed ? '合同原件已看' : '还有1人未签' },
    })

  it('is proved with a photo, returned with a reason, passed, and judged anew', async () => {
    const owed = await finding(contact, 'C2')
    expect(owed).toMatchObject({ status: 'open', dueOn: '2026-12-15', overdue: false, escalation: 'none' })
    expect(owed).toMatchObject({
      fact: '抽查20人，4人未签',
      evidence: '查看原件',
      byWhen: '2026年12月15日（15 个自然日，建议期限）',
      standard: '劳动合同原件、入职时间台账、到期续签提醒表、电子签约记录',
    })
    expect(owed.articles).toContain('《劳动合同法》第 10、14、82 条；')
    expect((await prove(owed)).body.code).toBe('PROOF_MISSING')
    const form = await photoForm({ caption: '补签的合同' })
    expectOk(await contact.call('POST', `/api/check-up-findings/${owed.id}/photos`, { key: newId(), form }))
    expect((await prove(owed, 7)).status).toBe(409)
    expectOk(await prove(owed))
    // Neither the enterprise nor someone who did not inspect passes it.
    expect((await recheck(owed, true, contact)).status).toBe(403)
    expectOk(await recheck(await finding(staff, 'C2'), false))
    expect(await finding(contact, 'C2')).toMatchObject({ status: 'returned', returnedReason: '还有1人未签', photos: 1 })
    expectOk(await prove(await finding(contact, 'C2')))
    // The report shows what the inspectors saw: a photo of the repair is none of theirs.
    const { bytes } = await contact.get(`/api/check-ups/${owed.checkUpId}/report.docx`)
    const xml = (await partsOf(bytes)).get('word/document.xml')!
    expect(xml.match(/现场照片\d+张/g)).toEqual(['现场照片1张'])

    // A newer instrument is offered meanwhile: the re-check goes by the old one.
    const stricter = {
      ...instrument,
      version: '2027-strict',
      bands: instrument.bands.map((it) => (it.grade === 'A' ? { ...it, least: 99 } : it)),
    }
    expectOk(await admin.post('/api/check-up-instruments', { instrument: stricter }))
    await moveTo('2026-12-10')
    const passed = expectOk(await recheck(await finding(staff, 'C2'), true))
    expect(passed).toMatchObject({ status: 'passed', score: 97, grade: 'A' })
    const done = await finding(contact, 'C2')
    expect(done).toMatchObject({ status: 'passed', passedOn: '2026-12-10' })
    expect((await recheck(done, true)).body.code).toBe('FINDING_STATE')
    const view = await read(staff, done.checkUpId)
    expect(view).toMatchObject({ score: 97, grade: 'A', color: 'green', instrumentVersion: instrument.version })
    expect((view.result as CheckUp).stages.map((it) => [it.date, it.score, it.grade])).toEqual([
      ['2026-11-30', 93, 'B'],
      ['2026-12-10', 97, 'A'],
    ])
  })

  it('is overdue the day after its last day; the job marks it and tells of it once', async () => {
    const look = async () =>
      inScope(server.database, (await scopeOfOrg(server.database))!, (bare) =>
        watchCounty(withScope(bare, { roles: ['admin'] })),
      )
    const told = () =>
      server.rows(({ tx, scope }) =>
        tx
          .selectFrom('notices')
          .select('lines')
          .where('org_id', '=', scope.orgId)
          .where('kind', '=', 'check-up-overdue')
          .execute(),
      )
    await moveTo('2026-12-15')
    expect(await look()).toBe(0)
    expect((await finding(staff, 'C1')).overdue).toBe(false)
    await moveTo('2026-12-16')
    expect(await finding(staff, 'C1')).toMatchObject({ overdue: true, status: 'open', escalation: 'reminder' })
    // Which letter is due next is the office's own matter.
    expect(await finding(contact, 'C1')).toMatchObject({ overdue: true, escalation: 'none' })
    expect(expectOk(await staff.get<{ total: number }>('/api/check-up-findings?overdue=true')).total).toBe(1)
    expect(await look()).toBe(1)
    expect(await look()).toBe(0)
    expect(await told()).toHaveLength(2)
    expect(JSON.stringify(await told())).toContain('职工名册，应于 2026-12-15 前整改')
  })

  it('counts into the year, each figure opening to what it counts', async () => {
    const all = { enterprises: 1, found: 2, repaired: 1, share: 0.5, overdue: 1, medianDays: 10, longestDays: 10 }
    expect(expectOk(await chair.get('/api/check-up-year?year=2026'))).toMatchObject({
      checkUps: 1,
      colors: [{ color: 'green', count: 1 }],
      all: { ...all, steps: [0, 1, 0, 0] },
      severities: [
        { severity: 'major', found: 1, repaired: 1, share: 1 },
        { severity: 'general', found: 1, repaired: 0, share: 0 },
      ],
      items: [
        { itemId: 'C1', found: 1, repaired: 0 },
        { itemId: 'C2', title: '书面劳动合同', found: 1, repaired: 1, medianDays: 10 },
      ],
      hidden: false,
      mayOpen: true,
    })
    expect(expectOk(await chair.get('/api/check-up-year?year=2025'))).toMatchObject({ checkUps: 0, items: [] })
    const found = async (query: string) =>
      expectOk(await chair.get<{ rows: FindingView[] }>(`/api/check-up-findings?${query}`)).rows!.map((it) => it.itemId)
    expect(await found('year=2026')).toHaveLength(2)
    expect(await found('year=2026&severity=major')).toEqual(['C2'])
    expect(await found('year=2026&itemId=C1')).toEqual(['C1'])
    expect(await found('year=2026&status=passed')).toEqual(['C2'])
    expect(await found('year=2026&overdue=true')).toEqual(['C1'])
    expect(await found('year=2025')).toEqual([])
    const total = async (query: string) => expectOk(await chair.get<{ total: number }>(`/api/check-ups?${query}`)).total
    expect(await total('year=2026&done=true')).toBe(1)
    expect(await total('year=2026&done=true&color=green')).toBe(1)
    expect(await total('year=2026&done=true&color=red')).toBe(0)
  })

  it('tells those who may not open every check-up no small figure', async () => {
    const told = await inScope(server.database, (await scopeOfOrg(server.database))!, (bare) =>
      readYear(withScope(bare, { roles: ['member'], personId: memberId }), 2026),
    )
    expect(told).toMatchObject({ checkUps: null, all: { found: null }, hidden: true, mayOpen: false })
    expect(told.items.map((it) => it.found)).toEqual([null, null])
  })
})

describe('a PDF as proof', () => {
  it('is kept under its name, proves a repair alone, and is read by those who see the finding', async () => {
    const findings = expectOk(await contact.get<{ rows: FindingView[] }>('/api/check-up-findings')).rows!
    const owed = findings.find((it) => it.itemId === 'C1')!
    const path = `/api/check-up-findings/${owed.id}`
    const send = (bytes: string, name = '', client = contact) => {
      const form = new FormData()
      form.append('name', name)
      form.append('file', new Blob([bytes]), 'photo')
      return client.call<{ id: string }>('POST', `${path}/files`, { key: newId(), form })
    }
    const bytes = `%PDF-1.7\n${'签收清单（虚构）'.repeat(50)}`
    const other = await send('<html>%PDF-', '清单.pdf')
    expect([other.status, other.body.code]).toEqual([415, 'FILE_NOT_PDF'])
    expect((await send(bytes, '', staff)).status).toBe(403)
    const prove = () =>
      contact.call('POST', `${path}/proof`, { key: newId(), version: owed.version, body: { proof: '名册已补齐' } })
    expect((await prove()).body.code).toBe('PROOF_MISSING')
    const kept = expectOk(await send(bytes, 'D:\\人事\\签收清单.PDF'))
    expectOk(await prove())
    const size = Buffer.byteLength(bytes)
    for (const client of [contact, staff, member, chair]) {
      const { rows } = expectOk(await client.get<{ rows: FindingView[] }>('/api/check-up-findings'))
      expect(rows!.find((it) => it.id === owed.id)!.files).toEqual([{ id: kept.id, name: '签收清单.pdf', bytes: size }])
      const file = await client.get(`${path}/files/${kept.id}`)
      expect([file.status, file.bytes.toString()]).toEqual([200, bytes])
      expect(file.headers.get('content-disposition')).toMatch(/^attachment;/)
    }
    expect((await contact.get(`${path}/files/${newId()}`)).status).toBe(404)
    const elsewhere = findings.find((it) => it.id !== owed.id)!
    expect((await contact.get(`/api/check-up-findings/${elsewhere.id}/files/${kept.id}`)).status).toBe(404)
    // What has passed takes nothing more.
    const passed = findings.find((it) => it.status === 'passed')!
    const late = new FormData()
    late.append('file', new Blob([bytes]), '晚到.pdf')
    const refused = await contact.call('POST', `/api/check-up-findings/${passed.id}/files`, {
      key: newId(),
      form: late,
    })
    expect(refused.body.code).toBe('FINDING_STATE')
  })
})

describe('report and prescription', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingqi-check-up-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** What a reader sees after a word processor has made pages of it. */
  const textOf = (bytes: Buffer, name: string): string => {
    writeFileSync(join(folder, `${name}.docx`), bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const made = spawnSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, `${name}.docx`)],
      { encoding: 'utf8' },
    )
    expect([made.status, made.stderr.includes('Error')]).toEqual([0, false])
    const pdf = join(folder, `${name}.pdf`)
    expect(readFileSync(pdf).subarray(0, 4).toString()).toBe('%PDF')
    return spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout.replaceAll(/\s+/g, '')
  }

  it('open in a word processor and say all there is to say', { timeout: 120_000 }, async () => {
    const rows = expectOk(await contact.get<{ rows: CheckUpRow[] }>('/api/check-ups?limit=500')).rows!
    const id = rows.find((it) => it.checkedOn === TODAY)!.id
    const { inspectors, result } = await read(contact, id)
    const report = await contact.get(`/api/check-ups/${id}/report.docx`)
    expect(report.headers.get('content-disposition')).toContain(encodeURIComponent('体检报告.docx'))
    const said = textOf(report.bytes, 'report')
    for (const it of inspectors) expect(said).toContain(`${it.name}（监督证号${it.certificate}）`)
    expect(said).toContain('服务性评估，不具行政处罚效力')
    expect(said).toContain('97分，绿（A）')
    // Of the day of the last re-check, whenever it is opened.
    expect(said).toMatch(/总工会2026年12月10日/)
    expect(said).toContain('C1职工名册（一般，部分符合）')
    expect(said).toContain('名册缺入职日期')
    expect(said).toContain('《劳动合同法》第7条；《劳动合同法实施条例》第8、33条')
    expect(said).toContain('W1：银行流水未到')
    expect(said).toContain('不是正式发布的评估表')
    const prescription = await contact.get(`/api/check-ups/${id}/prescription.docx`)
    const told = textOf(prescription.bytes, 'prescription')
    const { action } = (result as CheckUp).prescriptions[0]!
    expect(told).toContain(`怎么做：${action}`)
    expect(told).toContain('期限：2026年12月15日（15个自然日，建议期限）')
    expect(told).toContain('复查时出示：职工名册、花名册与社保、个税、工资表三表比对')
    expect(told).toContain('服务性评估，不具行政处罚效力')
    for (const it of inspectors) expect(told).toContain(it.certificate)
    // The page to be printed says the same.
    const page = await contact.get(`/api/check-ups/${id}/print?document=prescription`)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    const html = page.bytes.toString()
    expect(html).toContain(`怎么做：${action}`)
    expect(html).toContain('服务性评估，不具行政处罚效力')
  })
})
