import type { Translate } from '@/lib/i18n/translate'

/** What an open page says of its connection. */
export function liveWords(t: Translate) {
  return { away: t('live.away'), awayHow: t('live.awayHow'), ended: t('live.ended'), endedHow: t('live.endedHow'), enter: t('live.enter') }
}

export type LiveWords = ReturnType<typeof liveWords>
