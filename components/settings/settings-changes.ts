import type { Language } from '@/lib/domain/language'
import { formatDate } from '@/lib/i18n/format'
import type { Holiday } from './holiday-fields'
import type { Identity, IdentityWords } from './identity-fields'

/** Everything that an assessment has of its own. */
export interface Settings {
  identity: Identity
  workingDays: readonly number[]
  holidays: readonly Holiday[]
}

export interface SettingsWords extends IdentityWords {
  workingDays: string
  days: readonly string[]
  holidays: string
  holiday: { none: string }
}

interface Entry {
  term: string
  value: string
}

/** In what settings differ from those before, each with what it is now, in the reader's words. */
export function changedSettings(before: Settings, now: Settings, words: SettingsWords, language: Language): Entry[] {
  const earlier = entriesOf(before, words, language)
  return entriesOf(now, words, language).filter(({ value }, index) => value !== earlier[index]?.value)
}

function entriesOf({ identity, workingDays, holidays }: Settings, words: SettingsWords, language: Language): Entry[] {
  const { title, summary, startedOn, goLiveOn, timeZone } = identity
  const date = (day: string) => day && formatDate(day, language)
  return [
    { term: words.titleEs, value: title.es }, { term: words.titleEn, value: title.en },
    { term: words.summaryEs, value: summary.es }, { term: words.summaryEn, value: summary.en },
    { term: words.startedOn, value: date(startedOn) }, { term: words.goLiveOn, value: date(goLiveOn) },
    { term: words.timeZone, value: timeZone },
    { term: words.workingDays, value: workingDays.map(day => words.days[day - 1]).join(', ') },
    {
      term: words.holidays,
      value: holidays.map(holiday => `${date(holiday.date)}: ${holiday.name.es} / ${holiday.name.en}`).join('; ') || words.holiday.none,
    },
  ]
}
