import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SessionTable } from '@/components/administration/session-table'
import { TokenTable } from '@/components/administration/token-table'
import { ActionButton } from '@/components/forms/action-button'
import { formWords } from '@/components/forms/form-words'
import { PlainShell } from '@/components/layout/plain-shell'
import { DefinitionList } from '@/components/ui/definition-list'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { setLanguage } from '@/lib/actions/account'
import { endSessions, revokeToken } from '@/lib/actions/administration'
import { hasPermission } from '@/lib/domain/permissions'
import { teamWords } from '@/lib/domain/team-words'
import { enter, pageTitle } from '@/lib/doors/page'
import { formatInstant } from '@/lib/i18n/format'
import { getMember } from '@/lib/queries/administration'
import { getInstanceTimeZone } from '@/lib/queries/instance'
import { getTeamNames } from '@/lib/queries/people'
import { listTokens } from '@/lib/queries/tokens'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin.person')

/** One person: what they are here and why, and the sessions that are open and tokens that hold. */
export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { viewer, language, t, now, sessionLimits } = await enter('administration.read')
  const [found, teamNames, timeZone, tokens] = await Promise.all([
    getMember(viewer, id, now, sessionLimits), getTeamNames(viewer), getInstanceTimeZone(), listTokens(viewer, id, now),
  ])
  if (!found) notFound()
  const { member, sessions } = found
  const disabledReason = hasPermission(viewer, 'session.revoke') ? undefined : t('refusal.role')
  return (
    <PlainShell language={language} setLanguage={setLanguage}>
      <PageHeader
        language={language} title={member.name ?? t('evidence.somebody')} breadcrumbs={[{ href: '/admin', label: t('admin.section.people') }]}
      />
      <DefinitionList
        entries={[
          { term: t('admin.email'), value: member.email ?? t('admin.none') },
          { term: t('account.roles'), value: member.roles.map(role => t(`role.${role}`)).join(', ') || t('admin.none') },
          { term: t('account.teams'), value: teamWords(member.teams, teamNames, language) || t('admin.none') },
          { term: t('admin.lastSignIn'), value: member.lastSignInAt ? formatInstant(member.lastSignInAt, language, timeZone) : t('admin.never') },
        ]}
      />
      <p className="mt-2 text-small text-muted">{t('admin.fromGroups')}</p>
      <Section
        title={t('admin.sessions')} lead={t('admin.sessionsLead')}
        actions={sessions.length + tokens.length > 0 && (
          <ActionButton
            action={endSessions} input={{ person: member.id }} disabledReason={disabledReason}
            words={{ ...formWords(t), saved: t('admin.sessionsEnded'), label: t('admin.endSessions') }}
          />
        )}
      >
        {sessions.length === 0 ? <p>{t('admin.noSessions')}</p> : (
          <SessionTable
            language={language} timeZone={timeZone} sessions={sessions} currentHash={viewer.sessionHash}
            canEnd={disabledReason === undefined}
          />
        )}
      </Section>
      <Section title={t('token.title')} lead={t('token.adminLead')}>
        {tokens.length === 0 ? <p>{t('token.none')}</p> : (
          <TokenTable
            language={language} timeZone={timeZone} tokens={tokens} revoke={disabledReason === undefined ? revokeToken : undefined}
          />
        )}
      </Section>
      <p className="mt-3 text-small text-muted">{t('admin.timeZone', { timeZone })}</p>
    </PlainShell>
  )
}
