import type { Metadata } from 'next'
import { OwnDelegations } from '@/components/administration/own-delegations'
import { TokenForm } from '@/components/administration/token-form'
import { TokenTable } from '@/components/administration/token-table'
import { formWords } from '@/components/forms/form-words'
import { PlainShell } from '@/components/layout/plain-shell'
import { Button } from '@/components/ui/button'
import { DefinitionList } from '@/components/ui/definition-list'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { revokeOwnToken, setLanguage, signOut } from '@/lib/actions/account'
import { languages } from '@/lib/domain/language'
import { hasPermission } from '@/lib/domain/permissions'
import { teamWords } from '@/lib/domain/team-words'
import { longestTokenDays, tokenScopes } from '@/lib/domain/tokens'
import { enter, pageTitle } from '@/lib/doors/page'
import { listOwnDelegations } from '@/lib/queries/delegations'
import { getInstanceTimeZone } from '@/lib/queries/instance'
import { getPeople, getTeamNames } from '@/lib/queries/people'
import { listTokens } from '@/lib/queries/tokens'

export const generateMetadata = (): Promise<Metadata> => pageTitle('account.title')

const languageNames = { es: 'Español', en: 'English' } as const

/** Who the viewer is here, in which language they read, what their programs act with, and the way out. */
export default async function AccountPage() {
  const { viewer, language, t, now } = await enter('account.use')
  const [delegations, teamNames, timeZone, tokens] = await Promise.all([
    listOwnDelegations(viewer, now), getTeamNames(viewer), getInstanceTimeZone(), listTokens(viewer, viewer.userId, now),
  ])
  const people = await getPeople(viewer, [viewer.userId, ...delegations.flatMap(({ absentId, delegateId }) => [absentId, delegateId])])
  const nameOf = (id: string) => people.get(id)?.name ?? t('evidence.somebody')
  const teams = teamWords(viewer.teams, teamNames, language)
  return (
    <PlainShell language={language} setLanguage={setLanguage}>
      <PageHeader language={language} title={t('account.title')} />
      <div className="max-w-reading">
        <DefinitionList
          entries={[
            { term: t('account.name'), value: nameOf(viewer.userId) },
            { term: t('account.roles'), value: viewer.roles.map(role => t(`role.${role}`)).join(', ') || t('account.none') },
            { term: t('account.teams'), value: teams || t('account.none') },
          ]}
        />
        <p className="mt-2 text-small text-muted">{t('account.fromProvider')}</p>
        <OwnDelegations language={language} timeZone={timeZone} userId={viewer.userId} now={now} delegations={delegations} nameOf={nameOf} />
        {hasPermission(viewer, 'administration.read') && <p className="mt-4"><a href="/admin">{t('admin.title')}</a></p>}
        <Section title={t('account.language')} lead={t('account.languageHint')}>
          <form action={setLanguage} className="flex gap-2">
            {languages.map(value => (
              <Button key={value} type="submit" name="language" value={value} aria-pressed={value === language} lang={value}
                variant={value === language ? 'primary' : 'secondary'}
              >
                {languageNames[value]}
              </Button>
            ))}
          </form>
        </Section>
        <Section
          id="tokens" title={t('token.title')} lead={t('token.lead')} actions={<a href="/api-reference">{t('token.reference')}</a>}
        >
          {tokens.length > 0
            ? <TokenTable language={language} timeZone={timeZone} tokens={tokens} revoke={revokeOwnToken} />
            : <p className="text-muted">{t('token.none')}</p>}
          <Section level={3} title={t('token.create')}>
            <TokenForm
              scopes={tokenScopes.map(value => ({ value, label: t(`token.scope.${value}`), hint: t(`token.scopeHint.${value}`) }))}
              words={{
                ...formWords(t), save: t('token.create'), saving: t('token.creating'),
                name: t('token.name'), nameHint: t('token.nameHint'), scopes: t('token.scopes'), days: t('token.days'),
                daysHint: t('token.daysHint', { most: longestTokenDays }), secretTitle: t('token.secretTitle'), secretLead: t('token.secretLead'),
                secret: t('token.secret'), copy: t('token.copy'), copied: t('token.copied'), copyFailed: t('token.copyFailed'),
              }}
            />
          </Section>
        </Section>
        <Section title={t('account.signOut')} lead={t('account.signOutLead')}>
          <form action={signOut}><Button type="submit">{t('account.signOut')}</Button></form>
        </Section>
      </div>
    </PlainShell>
  )
}
