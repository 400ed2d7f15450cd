import type { Translate } from '@/lib/i18n/translate'
import type { IdentityWords } from './identity-fields'

export function identityWords(t: Translate): IdentityWords {
  return {
    titleEs: t('settings.titleEs'), titleEn: t('settings.titleEn'), summaryEs: t('settings.summaryEs'), summaryEn: t('settings.summaryEn'),
    startedOn: t('settings.startedOn'), startedOnHint: t('settings.startedOnHint'), goLiveOn: t('settings.goLiveOn'),
    timeZone: t('settings.timeZone'), timeZoneHint: t('settings.timeZoneHint'),
  }
}

/** Every time zone that can be chosen; `current` is among them even where it is an older name. */
export function timeZonesWith(current: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current])].sort()
}
