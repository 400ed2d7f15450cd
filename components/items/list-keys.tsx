import { KeyHint } from '@/components/ui/key-hint'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

/** The keys of a list of items, shown on demand. */
export function ListKeys({ language, selects }: { language: Language; selects: boolean }) {
  const t = translator(language)
  const keys = [
    [['j', '↓'], t('checklist.keys.next')],
    [['k', '↑'], t('checklist.keys.previous')],
    [['Enter'], t('checklist.keys.open')],
    ...(selects ? [[['x', t('checklist.keys.space')], t('checklist.keys.select')], [['Shift'], t('checklist.keys.extend')]] as const : []),
  ] as const
  return (
    <details data-keys className="text-small text-muted phone:hidden noscript:hidden print:hidden">
      <summary className="w-fit py-1">{t('checklist.keys.title')} <KeyHint>?</KeyHint></summary>
      <p>{t('checklist.keys.lead')}</p>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 py-1">
        {keys.map(([pressed, does]) => (
          <div key={does} className="flex items-center gap-1.5">
            <dt className="flex gap-1">{pressed.map(key => <KeyHint key={key}>{key}</KeyHint>)}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
