import type { Metadata } from 'next'
import { OutcomeWord } from '@/components/status/outcome-word'
import { RuleTrace } from '@/components/verdict/rule-trace'
import { WhatIfChoices, whatIfGroups, type Assumable } from '@/components/verdict/what-if-choices'
import { WhatIfResult } from '@/components/verdict/what-if-result'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { decide, type Verdict } from '@/lib/domain/verdict'
import { assumeDatesAgreed, assumeProven } from '@/lib/domain/what-if'
import { enterAssessment, pageTitle } from '@/lib/doors/page'
import type { ItemRow } from '@/lib/queries/snapshot'
import { getVerdict } from '@/lib/queries/verdict'
import { parseWhatIf } from '@/lib/schemas/what-if'
import { whatIfAddress } from '@/lib/schemas/what-if-address'
import { AssessmentPage } from '../../assessment-page'

interface Props {
  params: Promise<{ assessment: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = (): Promise<Metadata> => pageTitle('whatIf.title')

/** The same rules on facts that the address edits: nothing is stored, and the address is the trial. */
export default async function WhatIfPage({ params, searchParams }: Props) {
  const { assessment: slug } = await params
  const entered = await enterAssessment('assessment.read', slug)
  const { language, t, now, assessment } = entered
  const { snapshot: { facts, policy, items }, verdict } = await getVerdict(assessment, now)
  const query = parseWhatIf(await searchParams)
  const isKnown = (code: string) => items.some(item => item.code === code)
  const assumed = query.proven.filter(isKnown)
  const proven = assumeProven(facts, assumed, policy, now)
  const trial = decide(query.datesAgreed ? assumeDatesAgreed(proven, policy, now) : proven, policy, now)
  const action = `/${slug}/verdict/what-if`

  return (
    <AssessmentPage entered={entered} current="verdict">
      <PageHeader
        language={language} title={t('whatIf.title')} lead={t('whatIf.lead')}
        breadcrumbs={[{ href: `/${slug}/verdict`, label: t('verdict.title') }]}
      />
      <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-[1fr_22rem]">
        <div className="lg:sticky lg:top-4 lg:order-2">
          <WhatIfResult
            language={language} slug={slug} today={verdict} trial={trial} assumed={assumed}
            unknown={query.proven.filter(code => !isKnown(code))}
            href={action + whatIfAddress({ ...query, proven: assumed })} isEmpty={assumed.length === 0 && !query.datesAgreed}
          />
        </div>
        <div>
          {/* Where the result is out of sight, its word stays. */}
          <p aria-hidden="true" className="sticky top-0 z-10 border-b border-line bg-paper py-2 lg:hidden print:hidden">
            <OutcomeWord outcome={trial.ceiling} language={language} size="inline" />
          </p>
          <WhatIfChoices
            language={language} slug={slug} action={action} datesAgreed={query.datesAgreed}
            items={assumableItems(items, verdict, assumed)}
          />
        </div>
      </div>
      <Section title={t('verdict.trace')} lead={t('verdict.traceLead')}>
        <RuleTrace language={language} trace={trial.trace} />
      </Section>
    </AssessmentPage>
  )
}

/** What is open today, the controls that refute some of it, and whatever else the address assumes. */
function assumableItems(items: readonly ItemRow[], { blockers, items: proofs }: Verdict, assumed: readonly string[]): Assumable[] {
  const refuting = new Set([...proofs.values()].flatMap(({ refutedBy }) => refutedBy))
  const groupOf = new Map(whatIfGroups.flatMap(group => blockers[group].map(code => [code, group] as const)))
  return items.flatMap(({ code, kind, requirement }): Assumable[] => {
    const open = groupOf.get(code)
    if (open === undefined && !refuting.has(code) && !assumed.includes(code)) return []
    const group = open ?? (kind === 'control' ? 'controls' : 'standard')
    return [{ code, group, requirement, proven: proofs.get(code)?.status ?? 'unmet', assumed: assumed.includes(code) }]
  })
}
