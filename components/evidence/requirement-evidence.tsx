import { Icon } from '@/components/ui/icon'
import { FileChecks } from '@/components/checks/file-checks'
import { ProofReason } from './proof-reason'
import { ReviewTag } from '@/components/status/review-tag'
import { canReview, canWithdraw, type Allowance, type Viewer } from '@/lib/domain/permissions'
import type { CheckRun } from '@/lib/domain/check-run'
import type { EvidenceKind, ReviewState } from '@/lib/domain/evidence'
import type { Language } from '@/lib/domain/language'
import type { RequirementProof } from '@/lib/domain/proof'
import { formatBytes, formatDate, formatInstant } from '@/lib/i18n/format'
import { formatName } from '@/lib/i18n/checks/words'
import { translator } from '@/lib/i18n/translate'
import { ReviewForm, WithdrawForm } from './review-form'
import { SubmitForm } from './submit-form'
import { submitWords, reviewWords, withdrawWords } from './words'
import { uploadLabels } from './upload-labels'

interface Revision {
  id: string
  number: number
  state: ReviewState
  submitterId: string
  submittedAt: Date
  effectiveOn: string
  service: string | null
  environment: string | null
  note: string | null
  link: string | null
  reviewerId: string | null
  reviewedAt: Date | null
  reviewReason: string | null
  files: { id: string; name: string; size: number; sha256: string; checkRun: CheckRun | null }[]
}

interface Context {
  language: Language
  viewer: Viewer
  assessment: { slug: string; timeZone: string }
  today: string
  /** The item or task that it proves. */
  subject: { ownerTeams: readonly string[]; reviewerId: string | null }
  /** Whether the viewer may hand evidence in, and if not why in words. */
  submission: { allowance: Allowance; disabledReason?: string; limitBytes: number }
  nameOf: (userId: string) => string
}

interface RequirementEvidenceProps extends Context {
  requirement: { id: string; title: string; kind: EvidenceKind; validityDays: number; formats: readonly string[] }
  proof: RequirementProof
  /** Oldest evidence first, of each the newest revision first. */
  evidence: { id: string; revisions: Revision[] }[]
}

/** What one requirement asks for, where its proof stands and why, its evidence with all versions, and what can be done. */
export function RequirementEvidence({ requirement, proof, evidence, ...context }: RequirementEvidenceProps) {
  const { language, assessment, today, submission } = context
  const t = translator(language)
  return (
    <article className="border-t border-edge py-4" aria-labelledby={`requirement-${requirement.id}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 id={`requirement-${requirement.id}`}>{requirement.title}</h3>
        <ProofReason proof={proof} language={language} />
      </div>
      <p className="text-small text-muted">
        {t(`evidenceKind.${requirement.kind}`)} · {t('item.validity', { days: requirement.validityDays })}
        {proof.expiresOn && ` · ${t(proof.reason === 'expired' ? 'item.expired' : 'item.expires', { date: formatDate(proof.expiresOn, language) })}`}
      </p>
      {requirement.formats.length > 0 && (
        <p className="text-small text-muted">{t('item.checkedFiles', { formats: requirement.formats.map(format => formatName(format, language)).join(' · ') })}</p>
      )}
      {evidence.length === 0 && <p className="mt-3 text-muted">{t('evidence.none')}</p>}
      {evidence.map(({ id, revisions }) => (
        <EvidenceVersions key={id} id={id} revisions={revisions} requirementId={requirement.id} {...context} />
      ))}
      {submission.allowance.allowed ? (
        <details className="mt-4 print:hidden">
          <summary className="font-medium text-accent">{t('evidence.add')}</summary>
          <div className="mt-3 border-l-2 border-line pl-4">
            <SubmitForm
              assessment={assessment.slug} requirement={requirement.id} today={today} userId={context.viewer.userId}
              words={submitWords(t)} uploadLimitBytes={submission.limitBytes} uploadWords={uploadLabels(language, submission.limitBytes)}
            />
          </div>
        </details>
      ) : (
        <p className="mt-3 text-small text-muted print:hidden">{t('evidence.add')}: {submission.disabledReason}</p>
      )}
    </article>
  )
}

function EvidenceVersions({
  id, revisions, requirementId, ...context
}: Context & { id: string; revisions: Revision[]; requirementId: string }) {
  const { language, assessment, today, submission } = context
  const t = translator(language)
  const [newest, ...earlier] = revisions
  if (!newest) return null
  return (
    <div className="mt-3 border-l-2 border-line pl-4">
      <ShownRevision revision={newest} {...context} />
      {earlier.length > 0 && (
        <details className="mt-2" open={earlier.some(({ state }) => state === 'accepted')}>
          <summary className="text-small text-accent">{t('evidence.earlier', { count: earlier.length })}</summary>
          <div className="mt-2 space-y-3">
            {earlier.map(revision => <ShownRevision key={revision.id} revision={revision} {...context} />)}
          </div>
        </details>
      )}
      {submission.allowance.allowed && (
        <details className="mt-2 print:hidden">
          <summary className="text-small text-accent">{t('evidence.addRevision')}</summary>
          <div className="mt-3">
            <SubmitForm
              assessment={assessment.slug} requirement={requirementId} today={today} userId={context.viewer.userId}
              evidence={{ id, service: newest.service, environment: newest.environment }}
              words={submitWords(t)} uploadLimitBytes={submission.limitBytes} uploadWords={uploadLabels(language, submission.limitBytes)}
            />
          </div>
        </details>
      )}
    </div>
  )
}

function ShownRevision({ revision, ...context }: Context & { revision: Revision }) {
  const { language, assessment, nameOf } = context
  const t = translator(language)
  const instant = (at: Date) => formatInstant(at, language, assessment.timeZone)
  const scope = [revision.service, revision.environment].filter(Boolean).join(' · ')
  return (
    <div className="space-y-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{t('evidence.version', { number: revision.number })}</span>
        <ReviewTag state={revision.state} language={language} />
        <span className="text-small text-muted">{t('evidence.effectiveOn', { date: formatDate(revision.effectiveOn, language) })}</span>
        {scope && <span className="text-small text-muted">{t('evidence.scope', { scope })}</span>}
      </div>
      <Contents revision={revision} slug={assessment.slug} language={language} />
      {revision.note && <p className="max-w-reading whitespace-pre-wrap">{revision.note}</p>}
      <p className="text-small text-muted">
        {t('evidence.submittedBy', { name: nameOf(revision.submitterId), date: instant(revision.submittedAt) })}
      </p>
      {revision.reviewerId && revision.reviewedAt && (
        <p className="text-small text-muted">
          {t('evidence.reviewedBy', {
            state: revision.state, name: nameOf(revision.reviewerId), date: instant(revision.reviewedAt),
          })}
          {revision.reviewReason && <span className="text-ink">: {revision.reviewReason}</span>}
        </p>
      )}
      <Ruling revision={revision} {...context} />
    </div>
  )
}

function Contents({ revision, slug, language }: { revision: Revision; slug: string; language: Language }) {
  if (revision.link) return <p><a href={revision.link} rel="noreferrer noopener" target="_blank">{revision.link}</a></p>
  return (
    <ul className="space-y-1">
      {revision.files.map(file => (
        <li key={file.id}>
          <div className="flex flex-wrap items-center gap-x-2">
            <Icon name="file" />
            <a href={`/api/files/${slug}/${file.id}`} download>{file.name}</a>
            <span className="text-small text-muted">{formatBytes(file.size, language)}</span>
            <code className="font-mono text-small text-muted" title={`SHA-256 ${file.sha256}`}>{file.sha256.slice(0, 12)}</code>
          </div>
          {file.checkRun && <FileChecks run={file.checkRun} language={language} />}
        </li>
      ))}
    </ul>
  )
}

/** The forms of a reviewer; for anybody else the reason why there is none, where evidence waits. */
function Ruling({ revision, ...context }: Context & { revision: Revision }) {
  const { language, viewer, assessment, subject } = context
  const t = translator(language)
  const review = canReview(viewer, revision, subject)
  if (review.allowed) {
    return (
      <div className="mt-3 max-w-reading rounded-sm border border-edge p-4 print:hidden">
        <h4 className="mb-2 font-medium">{t('evidence.review')}</h4>
        <ReviewForm key={revision.id} assessment={assessment.slug} revision={revision.id} userId={viewer.userId} words={reviewWords(t)} />
      </div>
    )
  }
  if (canWithdraw(viewer, revision, subject).allowed) {
    return (
      <details className="print:hidden">
        <summary className="text-small text-accent">{t('evidence.withdraw')}</summary>
        <div className="mt-2 max-w-reading">
          <WithdrawForm key={revision.id} assessment={assessment.slug} revision={revision.id} words={withdrawWords(t)} />
        </div>
      </details>
    )
  }
  if (revision.state !== 'in_review' || review.reason === 'role') return null
  return <p className="text-small text-muted print:hidden">{t(`refusal.${review.reason}`, { teams: '' })}</p>
}
