import { OutcomeWord } from '@/components/status/outcome-word'
import { Table } from '@/components/ui/table'
import type { Language } from '@/lib/domain/language'
import type { Verdict } from '@/lib/domain/verdict'
import { translator } from '@/lib/i18n/translate'

interface PolicyEffectProps {
  language: Language
  /** The verdict as it stands, and as it would stand now under the proposed policy. */
  now: Verdict
  then: Verdict
}

/** What would change at once if the policy did. */
export function PolicyEffect({ language, now, then }: PolicyEffectProps) {
  const t = translator(language)
  const rows = [
    { key: 'effective', label: t('policy.effective'), cell: (verdict: Verdict) => <OutcomeWord outcome={verdict.effective} language={language} size="inline" /> },
    { key: 'ceiling', label: t('policy.ceiling'), cell: (verdict: Verdict) => <OutcomeWord outcome={verdict.ceiling} language={language} size="inline" /> },
    ...(['gates', 'critical', 'standard'] as const).map(group => (
      { key: group, label: t(`verdict.group.${group}`), cell: (verdict: Verdict) => verdict.blockers[group].join(', ') || t('policy.nothingOpen') })),
  ]
  return (
    <Table
      caption={t('policy.effect')} rows={rows} rowKey={row => row.key}
      columns={[
        { key: 'what', label: t('policy.what'), isRowHeader: true, cell: row => row.label },
        { key: 'now', label: t('policy.now'), cell: row => row.cell(now) },
        { key: 'then', label: t('policy.then'), cell: row => row.cell(then) },
      ]}
    />
  )
}
