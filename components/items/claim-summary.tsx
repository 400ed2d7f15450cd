import { ClaimShape, type ClaimCounts } from '@/components/status/claim-shape'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

interface ClaimSummaryProps extends ClaimCounts {
  language: Language
  /** How many are listed, with those that do not apply. */
  count: number
}

/** How many items are listed, declared done and proven, in words and as a bar. Says so again when it changes. */
export function ClaimSummary({ language, count, ...counts }: ClaimSummaryProps) {
  const { declared, proven } = counts
  return (
    <div className="mb-4 flex min-h-6 flex-wrap items-center gap-x-6 gap-y-1">
      <p role="status">{translator(language)('items.summary', { count, declared, proven })}</p>
      {counts.total > 0 && <div className="w-full desk:w-64"><ClaimShape {...counts} /></div>}
    </div>
  )
}
