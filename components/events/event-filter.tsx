import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { SelectField } from '@/components/ui/select-field'
import { eventGroups, type EventGroup } from '@/lib/domain/event-groups'
import type { Language } from '@/lib/domain/language'
import { translator } from '@/lib/i18n/translate'

interface EventFilterProps {
  language: Language
  /** The page without a filter. */
  href: string
  group: EventGroup | null
  personId: string | null
  /** Who made an event. */
  people: readonly { id: string; name: string }[]
}

/** Narrows the audit trail; a plain form, so that the choice is in the address. */
export function EventFilter({ language, href, group, personId, people }: EventFilterProps) {
  const t = translator(language)
  return (
    <form action={href} className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden">
      <SelectField
        name="group" label={t('events.group')} defaultValue={group ?? ''} emptyOption={t('events.allGroups')}
        options={eventGroups.map(value => ({ value, label: t(`events.groups.${value}`) }))}
      />
      <SelectField
        name="person" label={t('events.person')} defaultValue={personId ?? ''} emptyOption={t('events.anybody')}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button type="submit">{t('events.filter')}</Button>
      {(group !== null || personId !== null) && (
        <LinkButton href={href} variant="quiet">{t('events.clear')}</LinkButton>
      )}
    </form>
  )
}
