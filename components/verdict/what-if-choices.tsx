import { MoreItems, mostNamed, worstProven } from '@/components/items/more-items'
import { ProvenTag } from '@/components/status/proven-tag'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import type { ProvenStatus } from '@/lib/domain/items'
import type { Bilingual, Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'
import { WhatIfForm } from './what-if-form'

export const whatIfGroups = ['gates', 'critical', 'standard', 'controls'] as const
export type WhatIfGroup = (typeof whatIfGroups)[number]

/** What may be assumed of one item, as it stands today. */
export interface Assumable {
  code: string
  group: WhatIfGroup
  requirement: Bilingual
  proven: ProvenStatus
  assumed: boolean
}

interface WhatIfChoicesProps {
  language: Language
  slug: string
  /** The page's own address. */
  action: string
  items: readonly Assumable[]
  datesAgreed: boolean
}

/** What is open today, each to be taken as proven, and the dates that the board may agree. Works without JavaScript. */
export function WhatIfChoices({ language, slug, action, items, datesAgreed }: WhatIfChoicesProps) {
  const t = translator(language)
  return (
    <WhatIfForm action={action}>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        <Button type="submit">{t('whatIf.ask')}</Button>
        <a href={action}>{t('whatIf.clear')}</a>
      </div>
      <div className="mb-4">
        <Checkbox
          name="dates" value="agreed" label={t('whatIf.dates')} hint={t('whatIf.datesHint')} defaultChecked={datesAgreed}
        />
      </div>
      {whatIfGroups.map(group => {
        const all = items.filter(item => item.group === group)
        if (all.length === 0) return null
        // What is assumed is shown wherever it stands, or nobody could take it back.
        const members = all.filter((item, index) => index < mostNamed || item.assumed)
        return (
          <fieldset key={group} className="mb-6">
            <legend className="text-large font-semibold">{t(`verdict.group.${group}`)}</legend>
            <p className="text-muted">{t(`verdict.groupHint.${group}`)}</p>
            <div className="mt-2 border-t border-line">
              {members.map(item => <Choice key={item.code} item={item} language={language} />)}
            </div>
            <MoreItems language={language} href={worstProven(slug)} count={all.length - members.length} />
          </fieldset>
        )
      })}
    </WhatIfForm>
  )
}

function Choice({ item, language }: { item: Assumable; language: Language }) {
  const { code, requirement, proven, assumed } = item
  return (
    <div className="flex items-start justify-between gap-x-4 border-b border-line">
      <Checkbox
        id={`proven-${code}`} name="proven" value={code} defaultChecked={assumed}
        label={<><span className="mr-3 font-mono text-small">{code}</span>{requirement[language]}</>}
      />
      <span className="py-1.5 phone:hidden"><ProvenTag status={proven} language={language} /></span>
    </div>
  )
}
