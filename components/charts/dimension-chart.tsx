import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { DimensionBars, type DimensionCounts } from './dimension-bars'
import { LazyDimensionPlot } from './lazy-dimension-plot'

interface DimensionChartProps {
  language: Language
  caption: string
  rows: readonly DimensionCounts[]
}

/**
 * `DimensionBars` that answer to the pointer: on a wide screen the plot is fetched once one comes to them, and takes
 * their place, point for point. It costs nobody else the plotting library, and adds no figure.
 */
export function DimensionChart({ language, caption, rows }: DimensionChartProps) {
  const t = translator(language)
  const points = rows.map(({ label, declared, proven, total }) => ({
    label, declared: share(declared, total), proven: share(proven, total),
    sentence: t('status.claim', { declared, proven, total }),
  }))
  return (
    <LazyDimensionPlot points={points}>
      <DimensionBars language={language} caption={caption} rows={rows} />
    </LazyDimensionPlot>
  )
}

function share(count: number, total: number): number {
  return total > 0 ? Math.min(1, count / total) : 0
}
