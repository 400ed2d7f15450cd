import type { Translate } from '@/lib/i18n/translate'

/** The words that pages with one message have in common. */
export function messageWords(t: Translate): { product: string; account: string; start: string } {
  return { product: t('app.name'), account: t('nav.account'), start: t('state.toStart') }
}
