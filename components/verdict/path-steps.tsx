import { MoreItems, mostNamed, worstProven } from '@/components/items/more-items'
import { OutcomeWord } from '@/components/status/outcome-word'
import { Due } from '@/components/status/due'
import { Section } from '@/components/ui/section'
import type { LocalDate } from '@/lib/domain/dates'
import type { Bilingual, Language } from '@/lib/domain/language'
import type { PathStep } from '@/lib/domain/path-to-go'
import { translator } from '@/lib/i18n/translate'
import { whatIfAddress } from '@/lib/schemas/what-if-address'

interface PathStepsProps {
  language: Language
  slug: string
  today: LocalDate
  steps: readonly PathStep[]
  items: readonly { code: string; requirement: Bilingual }[]
  tasks: readonly { code: string; title: Bilingual; closes: readonly string[] }[]
}

// Of the longest codes these are 8 KB; servers, this one too, refuse addresses that are much longer.
const mostInAddress = 200

/** The path to go in order: what must be proven by when, which tasks bring it about, and what each step reaches. */
export function PathSteps({ language, slug, today, steps, items, tasks }: PathStepsProps) {
  const t = translator(language)
  if (steps.length === 0) return null
  const stepOf = new Map(steps.flatMap(step => step.codes.map(code => [code, step] as const)))
  const itemsOf = Map.groupBy(items, ({ code }) => stepOf.get(code))
  return (
    <Section title={t('pathToGo.title')}>
      <ol className="border-t border-edge">
        {steps.map((step, index) => {
          const closing = tasks.filter(task => task.closes.some(code => stepOf.get(code) === step))
          const proven = steps.slice(0, index + 1).flatMap(({ codes }) => codes)
          return (
            <li
              key={step.on} className="grid gap-x-8 gap-y-1 border-b border-line py-3 desk:grid-cols-[12rem_1fr_14rem]"
            >
              <div className="font-medium"><Due date={step.on} today={today} language={language} /></div>
              <div className="min-w-0">
                <p className="font-medium">{t('pathToGo.prove', { count: step.codes.length })}</p>
                <ul>
                  {itemsOf.get(step)?.slice(0, mostNamed).map(({ code, requirement }) => (
                    <li key={code} className="flex gap-3">
                      <span className="w-16 shrink-0 font-mono text-small leading-6">{code}</span>
                      <a href={`/${slug}/items/${code}`} className="min-w-0">{requirement[language]}</a>
                    </li>
                  ))}
                </ul>
                <MoreItems language={language} href={worstProven(slug)} count={step.codes.length - mostNamed} />
                {closing.length > 0 && (
                  <p className="mt-1 text-small text-muted">
                    {t('pathToGo.tasks', { count: closing.length })}:{' '}
                    {closing.map((task, nth) => (
                      <span key={task.code}>
                        {nth > 0 && ', '}<a href={`/${slug}/roadmap/${task.code}`} title={task.title[language]}>{task.code}</a>
                      </span>
                    ))}
                  </p>
                )}
                {step.on === null && <p className="mt-1 text-small text-muted">{t('pathToGo.undated')}</p>}
              </div>
              <div className="text-small">
                <p className="text-muted">{t('pathToGo.reaches')}</p>
                <p className="text-body"><OutcomeWord outcome={step.ceiling} language={language} size="inline" /></p>
                {proven.length <= mostInAddress && (
                  <p className="mt-1 print:hidden">
                    <a href={`/${slug}/verdict/what-if${whatIfAddress({ proven, datesAgreed: false })}`}>{t('pathToGo.try')}</a>
                  </p>
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
