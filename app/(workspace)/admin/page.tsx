import type { Metadata } from 'next'
import { AdminShell } from '@/components/administration/admin-shell'
import { MemberTable } from '@/components/administration/member-table'
import { WaitingPolicies } from '@/components/administration/waiting-policies'
import { setLanguage } from '@/lib/actions/account'
import { enterOverview, pageTitle } from '@/lib/doors/page'
import { listMembers } from '@/lib/queries/administration'
import { listAssessments } from '@/lib/queries/assessments'
import { getInstanceTimeZone } from '@/lib/queries/instance'
import { getTeamNames } from '@/lib/queries/people'
import { listWithOpenProposal } from '@/lib/queries/policy'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin.title')

/** Everybody who has signed in, and what waits for an administrator. */
export default async function PeoplePage() {
  const { viewer, language, t, now, sessionLimits, overallRevision } = await enterOverview('administration.read')
  const [members, teamNames, timeZone, assessments] = await Promise.all([
    listMembers(viewer, now, sessionLimits), getTeamNames(viewer), getInstanceTimeZone(), listAssessments(viewer),
  ])
  const waiting = await listWithOpenProposal(assessments)
  return (
    <AdminShell language={language} setLanguage={setLanguage} revision={overallRevision} current="people">
      <WaitingPolicies language={language} assessments={assessments.filter(({ id }) => waiting.has(id))} />
      <MemberTable language={language} timeZone={timeZone} members={members} teamNames={teamNames} />
      <p className="mt-3 text-small text-muted">{t('admin.timeZone', { timeZone })}</p>
    </AdminShell>
  )
}
