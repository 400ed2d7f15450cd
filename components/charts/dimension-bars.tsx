import type { ReactNode } from 'react'
import type { Language } from '@/lib/domain/language'
import { formatNumber } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { ClaimShape, type ClaimCounts } from '../status/claim-shape'
import { Disc, Ring } from '../ui/shapes'

export interface DimensionCounts extends ClaimCounts {
  key: string
  label: string
  /** Where its name leads. */
  href?: string
}

interface DimensionBarsProps {
  language: Language
  caption: string
  rows: readonly DimensionCounts[]
}

const figure = 'desk:w-24 desk:text-right'

/** Declared against proven, a row a dimension: bars and figures in one table, drawn on the server. */
export function DimensionBars({ language, caption, rows }: DimensionBarsProps) {
  const t = translator(language)
  const ring = <span className="text-accent"><Ring size={10} /></span>
  const disc = <span className="text-accent"><Disc size={10} /></span>
  return (
    <table role="table" className="block w-full text-left">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="block phone:sr-only">
        <tr role="row" className="flex h-9 items-end border-b border-edge pb-1.5 text-small text-muted *:font-medium">
          <th role="columnheader" scope="col" className="flex-1">{t('chart.dimension')}</th>
          <Head shape={ring}>{t('chart.declared')}</Head>
          <Head shape={disc}>{t('chart.proven')}</Head>
          <Head>{t('chart.total')}</Head>
        </tr>
      </thead>
      <tbody role="rowgroup" className="block phone:border-t phone:border-edge">
        {rows.map(({ key, label, href, ...counts }) => (
          <tr
            key={key} role="row"
            className="flex items-center border-b border-line phone:flex-wrap phone:gap-x-2 phone:py-1.5 desk:h-9"
          >
            <th role="rowheader" scope="row" className="min-w-0 truncate font-normal phone:w-full desk:w-84 desk:pr-4">
              {href ? <a href={href} className="text-ink">{label}</a> : label}
            </th>
            <td aria-hidden="true" className="flex-1 phone:mr-1">
              <ClaimShape {...counts} barsClassName="desk:not-print:group-data-drawn/chart:invisible" />
            </td>
            <td role="cell" className={figure}><Figure shape={ring}>{formatNumber(counts.declared, language)}</Figure></td>
            <td role="cell" className={`${figure} font-medium`}><Figure shape={disc}>{formatNumber(counts.proven, language)}</Figure></td>
            <td role="cell" className={`${figure} text-muted`}>
              <span aria-hidden="true" className="desk:hidden">/ </span>
              <span className="inline-block min-w-[2ch] desk:text-right">{formatNumber(counts.total, language)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ shape, children }: { shape?: ReactNode; children: ReactNode }) {
  return (
    <th role="columnheader" scope="col" className={figure}>
      <span className="inline-flex items-center gap-1.5">{shape}{children}</span>
    </th>
  )
}

// The shape goes with the figure where there is no head to carry it.
function Figure({ shape, children }: { shape: ReactNode; children: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <span className="desk:hidden">{shape}</span>
      <span className="min-w-[2ch] text-right">{children}</span>
    </span>
  )
}
