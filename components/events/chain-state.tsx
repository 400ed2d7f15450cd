import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { ChainVerification } from '@/lib/domain/audit-chain'
import type { Language } from '@/lib/domain/language'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

interface ChainNoticeProps {
  language: Language
  slug: string
  state: ChainVerification
  events: number
  /** When the chain was walked. */
  checkedAt: Date
  timeZone: string
}

/** Whether no event was altered, and if one was which and how. */
export function ChainNotice({ language, slug, state, events, checkedAt, timeZone }: ChainNoticeProps) {
  const t = translator(language)
  const checked = t('events.checked', { date: formatInstant(checkedAt, language, timeZone) })
  if (state.holds) return <Notice tone="good" title={t('events.holds', { count: events })}><p>{checked}</p></Notice>
  const { number, reason } = state
  return (
    <Notice tone="danger" title={t('events.broken', { number })}>
      <p>{t(`events.brokenReason.${reason}`)} {t('events.brokenAdvice')}</p>
      <p><a href={`/${slug}/events?before=${number + 1}#event-${number}`}>{t('events.seeBroken')}</a></p>
      <p>{checked}</p>
    </Notice>
  )
}

/** How to verify the chain without this page, and the hash to keep elsewhere. */
export function ChainCheck({ language, headHash }: { language: Language; headHash: string }) {
  const t = translator(language)
  return (
    <Section title={t('events.verify')}>
      <p className="max-w-reading">{t('events.verifyLead')}</p>
      <p className="my-2">
        <code className="rounded-sm bg-sunken px-2 py-1 font-mono text-small">npx dictamen verify-audit</code>
      </p>
      <dl className="mt-3">
        <dt className="text-muted">{t('events.head')}</dt>
        <dd><code className="font-mono text-small break-all">{headHash}</code></dd>
        <dd className="max-w-reading text-small text-muted">{t('events.headAdvice')}</dd>
      </dl>
    </Section>
  )
}
