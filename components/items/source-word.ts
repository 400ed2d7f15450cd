import type { Translate } from '@/lib/i18n/translate'

/** Where a statement stands in the source, in words: "Table 16, row 7". */
export function sourceWord(source: { table: number; row: number } | { section: string; numeral?: string }, t: Translate): string {
  if ('table' in source) return t('item.sourceTable', source)
  const { section, numeral } = source
  return numeral === undefined ? t('item.sourceSection', { section }) : t('item.sourceNumeral', { section, numeral })
}
