import { DeclaredTag } from '@/components/status/declared-tag'
import { ProvenTag } from '@/components/status/proven-tag'
import { sourceWord } from '@/components/items/source-word'
import { Table } from '@/components/ui/table'
import type { Subject } from '@/lib/domain/baseline'
import type { DeclaredStatus, ProvenStatus } from '@/lib/domain/items'
import type { Bilingual, Language } from '@/lib/domain/language'
import type { Said } from '@/lib/domain/living-table'
import { translator } from '@/lib/i18n/translate'
import { FilesSay, type SpeakingFile } from './files-say'

/** An item that the baseline names, with the other cells of its row in the source. */
export interface AskedItem {
  code: string
  dimensionKey: string
  requirement: Bilingual
  source: { table: number; row: number } | { section: string; numeral?: string }
  sourceStatus: string | null
  declaredStatus: DeclaredStatus
  provenStatus: ProvenStatus
  details: readonly { label: Bilingual; value: Bilingual }[]
  subjects: readonly Subject[]
}

interface AskedItemsProps {
  language: Language
  slug: string
  timeZone: string
  caption: string
  items: readonly AskedItem[]
  saidOf: (code: string) => readonly Said<SpeakingFile>[]
}

/** Items, each with what the assessment found, what is declared and proven of it, and what files say. */
export function AskedItems({ language, slug, timeZone, caption, items, saidOf }: AskedItemsProps) {
  const t = translator(language)
  return (
    <Table
      caption={caption} rows={items} rowKey={({ code }) => code}
      columns={[
        {
          key: 'item', label: t('configuration.asked'), isRowHeader: true, headClassName: 'desk:w-1/4', cellClassName: 'align-top',
          cell: ({ code, requirement, source, subjects }) => (
            <>
              <a href={`/${slug}/items/${code}`}><span className="font-mono">{code}</span> {requirement[language]}</a>
              <p className="text-small font-normal text-muted">
                {sourceWord(source, t)} · {subjects.map(subject => t(`checks.subject.${subject}`)).join(', ')}
              </p>
            </>
          ),
        },
        {
          key: 'found', label: t('configuration.found'), headClassName: 'desk:w-1/4', cellClassName: 'align-top',
          cell: ({ details, sourceStatus, declaredStatus, provenStatus }) => (
            <div className="space-y-1.5">
              <p className="flex flex-wrap gap-2">
                <DeclaredTag status={declaredStatus} language={language} />
                <ProvenTag status={provenStatus} language={language} />
              </p>
              {details.length > 0 && (
                <dl className="space-y-0.5 text-small">
                  {details.map(({ label, value }) => (
                    <div key={label.es}><dt className="inline text-muted">{label[language]}:</dt> <dd className="inline">{value[language]}</dd></div>
                  ))}
                </dl>
              )}
              {sourceStatus && <p className="text-small text-muted">{t('item.sourceStatus', { word: sourceStatus })}</p>}
            </div>
          ),
        },
        {
          key: 'files', label: t('configuration.files'), cellClassName: 'align-top',
          cell: ({ code }) => <FilesSay {...{ language, slug, timeZone }} said={saidOf(code)} />,
        },
      ]}
    />
  )
}
