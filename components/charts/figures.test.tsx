import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { languages } from '@/lib/domain/language'
import { formatNumber } from '@/lib/i18n/format'
import { ClaimBar } from '../status/claim-bar'
import { Trend } from '../trend/trend'
import { DimensionBars } from './dimension-bars'

const counts = { declared: 12_345, proven: 10_234, total: 54_321 }
const reading = { date: '2026-11-24', rule: 'R4', effective: 'no_go', ceiling: 'no_go', ...counts } as const

test.each(languages)('figures have the separators of %s wherever they stand', language => {
  const written = [
    <ClaimBar key="bar" language={language} {...counts} />,
    <DimensionBars key="bars" language={language} caption="" rows={[{ key: 'a', label: 'A', ...counts }]} />,
    <Trend key="trend" language={language} readings={[reading]} startedOn={null} goLiveOn={null} today="2026-11-24" />,
  ].map(element => renderToStaticMarkup(element))
  for (const html of written) {
    for (const count of Object.values(counts)) expect(html).toContain(formatNumber(count, language))
    expect(html).not.toMatch(/>[^<]*(12345|10234|54321)/)
  }
})
