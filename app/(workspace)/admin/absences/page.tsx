import type { Metadata } from 'next'
import { AdminShell } from '@/components/administration/admin-shell'
import { DelegationForm } from '@/components/administration/delegation-form'
import { DelegationTable } from '@/components/administration/delegation-table'
import { formWords } from '@/components/forms/form-words'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { setLanguage } from '@/lib/actions/account'
import { localDateAt } from '@/lib/domain/dates'
import { hasPermission } from '@/lib/domain/permissions'
import { enterOverview, pageTitle } from '@/lib/doors/page'
import { listDelegations } from '@/lib/queries/delegations'
import { getInstanceTimeZone } from '@/lib/queries/instance'
import { listPeople } from '@/lib/queries/people'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin.section.absences')

const shownOver = 20

/** Who does whose work while they are away. */
export default async function AbsencesPage() {
  const { viewer, language, t, now, overallRevision } = await enterOverview('administration.read')
  const [{ current, over }, people, timeZone] = await Promise.all([
    listDelegations(viewer, now, shownOver), listPeople(viewer), getInstanceTimeZone(),
  ])
  const disabledReason = hasPermission(viewer, 'delegation.set') ? undefined : t('refusal.role')
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? t('evidence.somebody')
  const shared = { language, timeZone, nameOf }
  return (
    <AdminShell language={language} setLanguage={setLanguage} revision={overallRevision} current="absences">
      {current.length === 0
        ? <EmptyState title={t('delegation.none')}>{t('delegation.noneLead')}</EmptyState>
        : <DelegationTable {...shared} caption={t('delegation.current')} delegations={current} canEnd={disabledReason === undefined} />}
      <Section title={t('delegation.set')} lead={t('delegation.setLead')}>
        <DelegationForm
          people={people.map(({ id }) => ({ value: id, label: nameOf(id) }))} today={localDateAt(now, timeZone)}
          userId={viewer.userId} disabledReason={disabledReason}
          words={{
            ...formWords(t), absent: t('delegation.absent'), delegate: t('delegation.delegate'), delegateHint: t('delegation.delegateHint'),
            from: t('delegation.from'), until: t('delegation.until'), reason: t('delegation.reason'),
            choose: t('delegation.choose'),
          }}
        />
      </Section>
      {over.length > 0 && (
        <Section title={t('delegation.over')}>
          <DelegationTable {...shared} caption={t('delegation.over')} delegations={over} canEnd={false} />
        </Section>
      )}
      <p className="mt-3 text-small text-muted">{t('admin.timeZone', { timeZone })}</p>
    </AdminShell>
  )
}
