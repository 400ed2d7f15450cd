import type { Language } from '@/lib/domain/language'
import type { Policy, PolicyTerms } from '@/lib/domain/policy'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { PolicyDifference } from './policy-difference'

interface DecidedProposal {
  id: string
  terms: PolicyTerms
  baseVersion: number
  reason: string
  proposerId: string
  proposedAt: Date
  deciderId: string | null
  decidedAt: Date | null
  approved: boolean | null
  decisionReason: string | null
  approvedVersion: number | null
}

interface PolicyHistoryProps {
  language: Language
  slug: string
  timeZone: string
  versions: readonly (Policy & { createdAt: Date })[]
  /** Proposals that wait no longer, newest first. */
  proposals: readonly DecidedProposal[]
  nameOf: (userId: string) => string
}

/** Every change that was asked for and what became of it, down to the version that the assessment began with. */
export function PolicyHistory({ language, slug, timeZone, versions, proposals, nameOf }: PolicyHistoryProps) {
  const t = translator(language)
  const instant = (at: Date) => formatInstant(at, language, timeZone)
  const first = versions.at(-1)
  return (
    <ol className="border-t border-line">
      {proposals.map(proposal => {
        const base = versions.find(({ version }) => version === proposal.baseVersion)
        return (
          <li key={proposal.id} className="border-b border-line py-3">
            <p className="font-medium">{outcomeOf(proposal)}</p>
            <p className="text-small text-muted">
              {t('policy.proposedBy', { name: nameOf(proposal.proposerId), at: instant(proposal.proposedAt) })}
              {proposal.deciderId !== null && proposal.deciderId !== proposal.proposerId && proposal.decidedAt !== null && (
                <> {t('policy.decidedBy', { name: nameOf(proposal.deciderId), at: instant(proposal.decidedAt) })}</>
              )}
            </p>
            <p className="mt-1 max-w-reading">{t('event.reason', { reason: proposal.reason })}</p>
            {proposal.decisionReason !== null && <p className="max-w-reading">{t('policy.decisionReason', { reason: proposal.decisionReason })}</p>}
            {base && (
              <details className="mt-1">
                <summary className="w-fit py-0.5 text-accent">{t('policy.seeDifference')}</summary>
                <div className="mt-2"><PolicyDifference language={language} slug={slug} before={base} after={proposal.terms} /></div>
              </details>
            )}
          </li>
        )
      })}
      {first && (
        <li className="border-b border-line py-3">
          <p className="font-medium">{t('policy.version', { version: first.version })}</p>
          <p className="text-small text-muted">{t('policy.firstVersion', { at: instant(first.createdAt) })}</p>
        </li>
      )}
    </ol>
  )

  function outcomeOf({ approvedVersion, deciderId, proposerId }: DecidedProposal): string {
    if (approvedVersion !== null) return t('policy.version', { version: approvedVersion })
    return deciderId === proposerId ? t('policy.wasWithdrawn') : t('policy.wasRefused')
  }
}
