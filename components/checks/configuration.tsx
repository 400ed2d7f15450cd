import { DeclaredTag } from '@/components/status/declared-tag'
import { ProvenTag } from '@/components/status/proven-tag'
import { Table } from '@/components/ui/table'
import { subjects, type Subject } from '@/lib/domain/baseline'
import type { RanCheck } from '@/lib/domain/check-run'
import type { DeclaredStatus, ProvenStatus } from '@/lib/domain/items'
import type { Bilingual, Language } from '@/lib/domain/language'
import { checkWords } from '@/lib/i18n/checks/words'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { OutcomeTag } from './outcome-tag'

interface SpeakingFile {
  revisionId: string
  state: 'accepted' | 'in_review'
  submittedAt: Date
  fileName: string
  checks: readonly RanCheck[]
}

interface ConfigurationProps {
  language: Language
  slug: string
  timeZone: string
  /** Codes of the items that each subject is about. */
  asked: Readonly<Partial<Record<Subject, readonly string[]>>>
  items: readonly { code: string; requirement: Bilingual; declaredStatus: DeclaredStatus }[]
  provenOf: (code: string) => ProvenStatus
  files: readonly SpeakingFile[]
}

/** Each subject of the baseline: the items that it is about, as they are declared and proven, and what the files say. */
export function Configuration({ language, slug, timeZone, asked, items, provenOf, files }: ConfigurationProps) {
  const t = translator(language)
  const byCode = new Map(items.map(item => [item.code, item]))
  const rows = subjects.flatMap(subject => (asked[subject] ? [{ subject, codes: asked[subject] }] : []))
  return (
    <Table
      caption={t('configuration.title')}
      columns={[
        { key: 'subject', label: t('configuration.asked'), isRowHeader: true, cell: ({ subject }) => t(`checks.subject.${subject}`) },
        {
          key: 'items', label: t('configuration.items'),
          cell: ({ codes }) => (
            <ul className="space-y-1">
              {codes.map(code => {
                const item = byCode.get(code)
                return item && (
                  <li key={code} className="flex flex-wrap items-center gap-x-2">
                    <a href={`/${slug}/items/${code}`} className="basis-full"><span className="font-mono">{code}</span> {item.requirement[language]}</a>
                    <DeclaredTag status={item.declaredStatus} language={language} />
                    <ProvenTag status={provenOf(code)} language={language} />
                  </li>
                )
              })}
            </ul>
          ),
        },
        {
          key: 'files', label: t('configuration.files'),
          cell: ({ subject }) => {
            const said = files.flatMap(file => file.checks.filter(check => check.subjects.includes(subject)).map(check => ({ file, check })))
            if (said.length === 0) return <span className="text-muted">{t('configuration.nothing')}</span>
            return (
              <ul className="space-y-1">
                {said.map(({ file, check }, index) => (
                  <li key={index} className="flex flex-wrap items-center gap-x-2">
                    <OutcomeTag outcome={check.outcome} language={language} />
                    <a href={`/checks/${check.check}`}>{checkWords(check.check, language)?.title ?? check.check}</a>
                    <span className="text-small text-muted">
                      <a href={`/${slug}/review?revision=${file.revisionId}`}>{file.fileName}</a>
                      {' · '}{formatInstant(file.submittedAt, language, timeZone)}
                      {file.state === 'in_review' && ` · ${t('configuration.waiting')}`}
                    </span>
                  </li>
                ))}
              </ul>
            )
          },
        },
      ]}
      rows={rows} rowKey={({ subject }) => subject}
    />
  )
}
