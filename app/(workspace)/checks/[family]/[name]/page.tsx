import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Examples } from '@/components/checks/examples'
import { PlainShell } from '@/components/layout/plain-shell'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { setLanguage } from '@/lib/actions/account'
import { readExamples } from '@/lib/actions/check-examples'
import { enter } from '@/lib/doors/page'
import { checkWords } from '@/lib/i18n/checks/words'

interface Props {
  params: Promise<{ family: string; name: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { family, name } = await params
  return { title: `${family}/${name}` }
}

/** What a check asks, why, what it may find, and how that is mended. */
export default async function CheckPage({ params }: Props) {
  const { family, name } = await params
  const { language, t } = await enter('assessment.read')
  const words = checkWords(`${family}/${name}`, language)
  if (!words) notFound()
  const { fails, passes } = await readExamples(`${family}/${name}`)
  return (
    <PlainShell language={language} setLanguage={setLanguage}>
      <PageHeader language={language} title={words.title} marks={<span className="font-mono text-small">{family}/{name}</span>} />
      <div className="max-w-reading">
        <Section title={t('checks.why')}><p>{words.why}</p></Section>
        <Section title={t('checks.finds')}>
          <ul className="list-disc space-y-1 pl-5">
            {Object.entries(words.findings).map(([key, text]) => <li key={key}>{text.replaceAll(/\{(\w+)[^{}]*\}/g, '…')}</li>)}
          </ul>
        </Section>
        <Section title={t('checks.mend')}><p>{words.mend}</p></Section>
      </div>
      <Examples title={t('checks.fails')} examples={fails} />
      <Examples title={t('checks.passes')} examples={passes} />
    </PlainShell>
  )
}
