import { FailedChecks, type FailedChecksProps } from '@/components/checks/failed-checks'
import { DeclaredTag } from '@/components/status/declared-tag'
import { Due } from '@/components/status/due'
import { ProvenTag } from '@/components/status/proven-tag'
import { DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { Calendar } from '@/lib/domain/calendar'
import { isSettled } from '@/lib/domain/item-list'
import type { Criticality, DeclaredStatus, ItemKind } from '@/lib/domain/items'
import type { Language } from '@/lib/domain/language'
import { canApproveNotApplicable, type Viewer } from '@/lib/domain/permissions'
import type { ItemProof } from '@/lib/domain/proof'
import { formatDate } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { ClaimForm } from './claim-form'

interface ItemStandingProps {
  language: Language
  slug: string
  today: string
  calendar: Calendar
  item: FailedChecksProps['item'] & {
    kind: ItemKind
    criticality: Criticality
    declaredStatus: DeclaredStatus
    sourceStatus: string | null
    dueOn: string | null
    agreedDueOn: string | null
    assigneeId: string | null
    reviewerId: string | null
    requirements: readonly { key: string; title: { es: string; en: string } }[]
  }
  proof: ItemProof
  owners: string
  nameOf: (userId: string) => string
  dimension: { key: string; title: string } | null
  /** The claim that the item does not apply, where there is one. */
  claim: { id: string; requesterId: string; reason: string; until: string; approverId: string | null } | null
  viewer: Viewer
}

/** Declared beside proven, why, by whom and by when. */
export function ItemStanding({ language, slug, today, calendar, item, proof, owners, nameOf, dimension, claim, viewer }: ItemStandingProps) {
  const t = translator(language)
  const person = (id: string | null) => (id === null ? <span className="text-muted">{t('item.nobody')}</span> : nameOf(id))
  return (
    <Section title={t('item.standing')}>
      {item.declaredStatus === 'done' && proof.status === 'refuted' && (
        <div className="mb-4"><Notice tone="danger" title={t('checks.contradiction')}><p>{t('checks.contradictionLead')}</p></Notice></div>
      )}
      <div className="mb-4 grid gap-px overflow-hidden rounded-sm border border-line bg-line desk:grid-cols-2">
        <div className="bg-raised p-4">
          <p className="mb-2 text-small text-muted">{t('item.declared')}</p>
          <DeclaredTag status={item.declaredStatus} language={language} />
          {item.sourceStatus && <p className="mt-2 text-small text-muted">{t('item.sourceStatus', { word: item.sourceStatus })}</p>}
        </div>
        <div className="bg-raised p-4">
          <p className="mb-2 text-small text-muted">{t('item.proven')}</p>
          <ProvenTag status={proof.status} language={language} />
          <ul className="mt-2 space-y-1 text-small">
            {proof.status === 'proven' && <li>{t('item.whyProven')}</li>}
            {proof.failedChecks.length > 0 && <li>{t('checks.failedChecks', { count: new Set(proof.failedChecks.map(({ check }) => check)).size })}</li>}
            {proof.refutedBy.length > 0 && <li>{t('item.refutedBy', { codes: proof.refutedBy.join(', ') })}</li>}
            {proof.requirements.filter(({ state }) => state !== 'met').map(requirement => (
              <li key={requirement.key}>
                <span className="text-muted">{item.requirements.find(({ key }) => key === requirement.key)?.title[language]}:</span>{' '}
                {t(`proofReason.${requirement.reason}`)}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <FailedChecks
        language={language} slug={slug} today={today} viewer={viewer} item={item} isBlocking={item.criticality !== 'standard'}
        proof={proof} nameOf={nameOf}
      />
      {claim && <Claim {...{ language, slug, claim, nameOf, item, viewer }} />}
      <DefinitionList
        entries={[
          { term: t('item.owners'), value: owners },
          { term: t('item.assignee'), value: person(item.assigneeId) },
          { term: t('item.reviewer'), value: person(item.reviewerId) },
          {
            term: t('item.dueOn'),
            value: <Due date={item.dueOn} today={today} language={language} settled={isSettled({ proven: proof.status })} calendar={calendar} />,
          },
          {
            term: t('item.agreedDueOn'),
            value: item.agreedDueOn ? formatDate(item.agreedDueOn, language) : <span className="text-muted">{t('item.notAgreed')}</span>,
          },
          ...(dimension ? [{
            term: t('item.dimension'), value: <a href={`/${slug}/dimensions/${dimension.key}`}>{dimension.title}</a>,
          }] : []),
        ]}
      />
    </Section>
  )
}

function Claim({ language, slug, claim, nameOf, item, viewer }: {
  claim: NonNullable<ItemStandingProps['claim']>
} & Pick<ItemStandingProps, 'language' | 'slug' | 'nameOf' | 'item' | 'viewer'>) {
  const t = translator(language)
  const date = formatDate(claim.until, language)
  const title = claim.approverId === null
    ? t('item.claimWaits', { name: nameOf(claim.requesterId), date })
    : t('item.claimHolds', { date })
  return (
    <div className="mb-4">
      <Notice tone="info" title={title}>
        <p>{claim.reason}</p>
        {claim.approverId === null && canApproveNotApplicable(viewer, claim, item).allowed && (
          <ClaimForm
            key={claim.id} assessment={slug} claim={claim.id}
            words={{
              approve: t('item.approve'), refuse: t('item.refuse'), sending: t('form.saving'),
              problem: t('form.problem'), saved: t('form.saved'), lost: t('form.lost'),
            }}
          />
        )}
      </Notice>
    </div>
  )
}
