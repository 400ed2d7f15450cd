import { formWords } from '@/components/forms/form-words'
import { Section } from '@/components/ui/section'
import type { LocalDate } from '@/lib/domain/dates'
import type { FindingExceptionFacts } from '@/lib/domain/facts'
import type { Language } from '@/lib/domain/language'
import { canApproveFindingException, canWrite, type Viewer } from '@/lib/domain/permissions'
import type { ItemProof } from '@/lib/domain/proof'
import { checkWords } from '@/lib/i18n/checks/words'
import { formatDate } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { ExceptionForm, ExceptionRulingForm } from './exception-forms'

export interface FailedChecksProps {
  language: Language
  slug: string
  today: LocalDate
  viewer: Viewer
  item: {
    code: string
    ownerTeams: readonly string[]
    findingExceptions: readonly (FindingExceptionFacts & { id: string; reason: string })[]
  }
  /** Whether it is a gate or critical, from which nothing is set aside. */
  isBlocking: boolean
  proof: ItemProof
  nameOf: (userId: string) => string
}

/** Which checks of current files refute an item, where to read it, and what was or may be set aside of them. */
export function FailedChecks({ language, slug, today, viewer, item, isBlocking, proof, nameOf }: FailedChecksProps) {
  const t = translator(language)
  const checks = [...Map.groupBy(proof.failedChecks, ({ check }) => check)]
  if (checks.length === 0) return null
  const words = { ...formWords(t), reason: t('checks.exceptionReason'), reasonHint: t('checks.exceptionReasonHint'), until: t('checks.exceptionUntil') }
  return (
    <div className="mb-6">
      <Section level={3} title={t('checks.refuting')}>
        <ul className="border-t border-line">
          {checks.map(([check, [failed]]) => {
            const exception = item.findingExceptions.find(one => one.check === check && !one.revoked && one.until >= today)
            const date = exception && formatDate(exception.until, language)
            return (
              <li key={check} className="space-y-1 border-b border-line py-2">
                <a href={`/${slug}/review?revision=${failed?.revisionId}`}>{checkWords(check, language)?.title ?? check}</a>{' '}
                <a href={`/checks/${check}`} className="font-mono text-small text-muted">{check}</a>
                {exception && (
                  <p className="text-small">
                    {exception.approverId === null
                      ? t('checks.exceptionWaits', { name: nameOf(exception.requesterId), date: date ?? '' })
                      : t('checks.exceptionHolds', { name: nameOf(exception.approverId), date: date ?? '' })}
                    : {exception.reason}
                  </p>
                )}
                {exception && canApproveFindingException(viewer, exception, item).allowed && (
                  <ExceptionRulingForm
                    key={exception.id} assessment={slug} exception={exception.id} canApprove={exception.approverId === null}
                    words={{ ...words, approve: t('item.approve'), refuse: exception.approverId === null ? t('item.refuse') : t('checks.exceptionRevoke') }}
                  />
                )}
                {!exception && !isBlocking && canWrite(viewer, 'findingException.request', item).allowed && (
                  <details className="print:hidden">
                    <summary className="text-small text-accent">{t('checks.exceptionRequest')}</summary>
                    <div className="mt-2 max-w-reading">
                      <p className="mb-3 text-small text-muted">{t('checks.exceptionAdvice')}</p>
                      <ExceptionForm
                        assessment={slug} item={item.code} check={check} today={today} userId={viewer.userId}
                        words={{ ...words, save: t('checks.exceptionSend') }}
                      />
                    </div>
                  </details>
                )}
              </li>
            )
          })}
        </ul>
        {isBlocking && <p className="mt-2 text-small text-muted">{t('checks.exceptionNever')}</p>}
      </Section>
    </div>
  )
}
