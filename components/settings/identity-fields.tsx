import { DateField } from '@/components/ui/date-field'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { Bilingual } from '@/lib/domain/language'

/** What an assessment is called and when it happens. */
export interface Identity {
  title: Bilingual
  summary: Bilingual
  startedOn: string
  goLiveOn: string
  timeZone: string
}

export interface IdentityWords {
  titleEs: string
  titleEn: string
  summaryEs: string
  summaryEn: string
  startedOn: string
  startedOnHint: string
  goLiveOn: string
  timeZone: string
  timeZoneHint: string
}

interface IdentityFieldsProps {
  identity?: Identity
  timeZones: readonly string[]
  errors: Record<string, string>
  disabled?: boolean
  words: IdentityWords
}

/** The fields that making an assessment and configuring one share. */
export function IdentityFields({ identity, timeZones, errors, disabled, words }: IdentityFieldsProps) {
  return (
    <>
      <TextField name="title.es" label={words.titleEs} defaultValue={identity?.title.es} error={errors['title.es']} disabled={disabled} maxLength={200} />
      <TextField name="title.en" label={words.titleEn} defaultValue={identity?.title.en} error={errors['title.en']} disabled={disabled} maxLength={200} />
      <TextArea name="summary.es" label={words.summaryEs} defaultValue={identity?.summary.es} error={errors['summary.es']} disabled={disabled} maxLength={2000} />
      <TextArea name="summary.en" label={words.summaryEn} defaultValue={identity?.summary.en} error={errors['summary.en']} disabled={disabled} maxLength={2000} />
      <DateField
        name="startedOn" label={words.startedOn} hint={words.startedOnHint} defaultValue={identity?.startedOn} error={errors.startedOn} disabled={disabled}
      />
      <DateField name="goLiveOn" label={words.goLiveOn} defaultValue={identity?.goLiveOn} error={errors.goLiveOn} disabled={disabled} />
      <SelectField
        name="timeZone" label={words.timeZone} hint={words.timeZoneHint} options={timeZones.map(zone => ({ value: zone, label: zone }))}
        defaultValue={identity?.timeZone} error={errors.timeZone} disabled={disabled}
      />
    </>
  )
}

/** What was entered in them. */
export function readIdentity(form: FormData): Identity {
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    title: { es: text('title.es'), en: text('title.en') }, summary: { es: text('summary.es'), en: text('summary.en') },
    startedOn: text('startedOn'), goLiveOn: text('goLiveOn'), timeZone: text('timeZone'),
  }
}
