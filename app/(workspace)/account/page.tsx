import type { Metadata } from 'next'
import { PlainShell } from '@/components/layout/plain-shell'
import { Button } from '@/components/ui/button'
import { DefinitionList } from '@/components/ui/definition-list'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { setLanguage, signOut } from '@/lib/actions/account'
import { languages } from '@/lib/domain/language'
import { teamWords } from '@/lib/domain/team-words'
import { enter, pageTitle } from '@/lib/doors/page'
import { getPeople, getTeamNames } from '@/lib/queries/people'

export const generateMetadata = (): Promise<Metadata> => pageTitle('account.title')

const languageNames = { es: 'Español', en: 'English' } as const

/** Who the viewer is here, in which language they read, and the way out. */
export default async function AccountPage() {
  const { viewer, language, t } = await enter('account.use')
  const [people, teamNames] = await Promise.all([getPeople(viewer, [viewer.userId]), getTeamNames(viewer)])
  const teams = teamWords(viewer.teams, teamNames, language)
  return (
    <PlainShell language={language} setLanguage={setLanguage}>
      <PageHeader language={language} title={t('account.title')} />
      <div className="max-w-reading">
        <DefinitionList
          entries={[
            { term: t('account.name'), value: people.get(viewer.userId)?.name ?? t('evidence.somebody') },
            { term: t('account.roles'), value: viewer.roles.map(role => t(`role.${role}`)).join(', ') || t('account.none') },
            { term: t('account.teams'), value: teams || t('account.none') },
          ]}
        />
        <p className="mt-2 text-small text-muted">{t('account.fromProvider')}</p>
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
        <Section title={t('account.signOut')} lead={t('account.signOutLead')}>
          <form action={signOut}><Button type="submit">{t('account.signOut')}</Button></form>
        </Section>
      </div>
    </PlainShell>
  )
}
