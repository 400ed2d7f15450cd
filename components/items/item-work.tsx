import { Section } from '@/components/ui/section'
import { declaredStatuses, type DeclaredStatus } from '@/lib/domain/items'
import type { Language } from '@/lib/domain/language'
import { canWrite, type Viewer } from '@/lib/domain/permissions'
import { translator } from '@/lib/i18n/translate'
import { PlanForm } from './plan-form'
import { refusalWord } from './refusal'
import { StatusForm } from './status-form'

interface ItemWorkProps {
  language: Language
  slug: string
  item: {
    code: string
    version: number
    declaredStatus: DeclaredStatus
    ownerTeams: readonly string[]
    assigneeId: string | null
    reviewerId: string | null
    dueOn: string | null
  }
  viewer: Viewer
  owners: string
  people: readonly { id: string; name: string; teams: readonly string[] }[]
}

/** What the owning team does here: declares a status, plans who and when. Others read why they cannot. */
export function ItemWork({ language, slug, item, viewer, owners, people }: ItemWorkProps) {
  const t = translator(language)
  const statusReason = refusalWord(canWrite(viewer, 'item.changeStatus', item), owners, t)
  const planReason = refusalWord(canWrite(viewer, 'item.plan', item), owners, t)
  const isOwner = (person: { teams: readonly string[] }) => person.teams.some(team => item.ownerTeams.includes(team))
  const choices = (some: typeof people) => some.map(({ id, name }) => ({ value: id, label: name }))
  const shared = {
    save: t('form.save'), saving: t('form.saving'), problem: t('form.problem'), saved: t('form.saved'), lost: t('form.lost'),
    keepYours: t('form.keepYours'), keepTheirs: t('form.keepTheirs'),
  }
  return (
    <div className="grid gap-x-12 print:hidden desk:grid-cols-2">
      <Section title={t('item.changeStatus')}>
        <StatusForm
          assessment={slug} item={item} userId={viewer.userId} disabledReason={statusReason}
          options={declaredStatuses.map(value => ({ value, label: t(`status.declared.${value}`) }))}
          words={{
            ...shared, label: t('item.statusLabel'), hint: t('item.statusHint'),
            reason: t('item.naReason'), reasonHint: t('item.naReasonHint'), until: t('item.naUntil'), untilHint: t('item.naUntilHint'),
            conflict: t('item.conflict'), yours: t('item.yours'), theirs: t('item.theirs'),
          }}
        />
      </Section>
      <Section title={t('item.plan')}>
        <PlanForm
          assessment={slug} code={item.code} plan={item} userId={viewer.userId} disabledReason={planReason}
          assignees={choices(people.filter(isOwner))} reviewers={choices(people.filter(person => !isOwner(person)))}
          words={{
            ...shared, assignee: t('item.assigneeLabel'), reviewer: t('item.reviewerLabel'), reviewerHint: t('item.reviewerHint'),
            nobody: t('item.nobody'), due: t('item.dueLabel'), reason: t('item.moveReason'), reasonHint: t('item.moveReasonHint'),
            conflict: t('item.planConflict'), conflictAdvice: t('item.planConflictAdvice'),
          }}
        />
      </Section>
    </div>
  )
}
