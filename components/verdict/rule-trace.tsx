import { DiscCheck, Ring } from '@/components/ui/shapes'
import type { Language } from '@/lib/domain/language'
import type { TraceEntry } from '@/lib/domain/verdict-trace'
import { formatDate } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

/** The rules in order, each with what it found. */
export function RuleTrace({ language, trace }: { language: Language; trace: readonly TraceEntry[] }) {
  const t = translator(language)
  return (
    <ol className="border-t border-line">
      {trace.map((entry, index) => (
        <li key={index} className="grid grid-cols-[2rem_1fr] gap-x-4 border-b border-line py-1.5 desk:grid-cols-[2rem_10rem_8rem_1fr]">
          <span className="font-mono text-small leading-6">{entry.rule}</span>
          <span>{t(`rules.${entry.rule}`)}</span>
          <span className={`inline-flex h-6 items-center gap-1.5 text-small font-medium phone:col-start-2 ${entry.holds ? 'text-good' : 'text-muted'}`}>
            {entry.holds ? <DiscCheck size={14} /> : <Ring size={14} />}
            {t(entry.holds ? 'verdict.satisfied' : 'verdict.unsatisfied')}
          </span>
          <span className="phone:col-start-2">{entryText(entry, language)}</span>
        </li>
      ))}
    </ol>
  )
}

function entryText({ code, values }: TraceEntry, language: Language): string {
  const t = translator(language)
  const worded = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, wordOf(name, value, language)]))
  const effective = `verdict.effective.${code}` as 'verdict.effective.no_decision'
  if (t.has(effective)) return t(effective)
  return t(`trace.${code}` as 'trace.no_agreed_date', worded as { codes: string })
}

/** Lists of what a message counts become their number, other lists their members, days a date. */
function wordOf(name: string, value: unknown, language: Language): string | number {
  if (Array.isArray(value)) return counted.has(name) ? value.length : value.join(', ')
  if (name === 'horizon' && typeof value === 'string') return formatDate(value, language)
  return typeof value === 'number' ? value : String(value)
}

const counted = new Set(['gates', 'critical', 'standard', 'controls', 'excepted', 'notApplicable'])
