import { expect, it } from 'vitest'
import { item, paragraph, signature, table, title } from './document.ts'
import { toHtml } from './index.ts'

const html = toHtml({
  form: 'plain',
  organ: '泗洪县总工会',
  number: '',
  blocks: [
    title('报告'),
    item(1, '甲'),
    item(2, '乙'),
    item(1, '丙'),
    item(2, '丁'),
    paragraph('<script>alert("1")</script> & 䶮'),
    table(
      [1, 3],
      [
        {
          header: true,
          cells: [
            { text: '项', label: true },
            { text: '内容', label: true },
          ],
        },
        { cells: [{ text: 'C1' }, { text: '<b>' }] },
      ],
      true,
    ),
    signature('泗洪县总工会', '2026-01-05'),
  ],
  properties: { title: '报告', creator: '泗洪县总工会', at: new Date(0) },
})

it('shows text as text, whatever signs it holds', () => {
  expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 䶮')
  expect(html).toContain('<td>&lt;b&gt;</td>')
  expect(html).not.toMatch(/<script|<b>/)
})

it('counts items as the document in Word does, and repeats the names of columns', () => {
  for (const text of ['<h2>一、甲</h2>', '<h3>（一）乙</h3>', '<h2>二、丙</h2>', '<h3>（一）丁</h3>'])
    expect(html).toContain(text)
  expect(html).toContain('<thead><tr><th>项</th><th>内容</th></tr></thead>')
  expect(html).toContain('2026年1月5日')
})

it('is a page of A4 with the margins of official documents', () => {
  expect(html).toContain('@page{size:A4;margin:37mm 26mm 35mm 28mm}')
})
