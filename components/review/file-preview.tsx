import { FileChecks } from '@/components/checks/file-checks'
import { severityTone } from '@/components/checks/severity-tone'
import { KeyHint } from '@/components/ui/key-hint'
import { LinkButton } from '@/components/ui/link-button'
import type { CheckRun } from '@/lib/domain/check-run'
import { previewOf } from '@/lib/domain/media-types'
import type { Language } from '@/lib/domain/language'
import { findingWords } from '@/lib/i18n/checks/words'
import { formatBytes } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { GivenFile } from './given-file'
import { PdfPreview } from './pdf-preview'
import { previewLimits } from './preview-lines'
import { TextPreview } from './text-preview'

export interface PreviewedFile {
  id: string
  name: string
  mediaType: string
  size: number
  sha256: string
  checkRun: CheckRun | null
}

interface FilePreviewProps {
  language: Language
  slug: string
  file: PreviewedFile
  /** The key that opens it; a tenth file has none. */
  openKey?: string
}

/** A file beside its criterion: what it is called, what it is to the byte, and what can be shown of it. */
export function FilePreview({ language, slug, file, openKey }: FilePreviewProps) {
  const t = translator(language)
  const href = `/api/files/${slug}/${file.id}`
  const label = t('review.content', { name: file.name })
  const kind = previewOf(file.mediaType)
  const asking = { loading: t('review.loading'), unreadable: t('review.unreadable') }
  return (
    <article aria-label={file.name} className="space-y-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="min-w-0 break-words">{file.name}</h3>
        {kind === 'pdf'
          ? (
            <LinkButton href={`${href}?inline`} target="_blank" size="small" aria-keyshortcuts={openKey}>
              {t('review.open')}{openKey && <KeyHint>{openKey}</KeyHint>}
            </LinkButton>
          ) : (
            <LinkButton href={href} download size="small" aria-keyshortcuts={openKey}>
              {t('review.download')}{openKey && <KeyHint>{openKey}</KeyHint>}
            </LinkButton>
          )}
      </div>
      <p className="text-small break-all text-muted">
        {formatBytes(file.size, language)} · {t('review.hash')} <code className="font-mono">{file.sha256}</code>
      </p>
      {file.checkRun && <FileChecks run={file.checkRun} language={language} />}
      {kind === 'text' && (
        <TextPreview
          href={href} label={label} remarks={file.checkRun?.findings.map(finding => ({
            line: finding.place.line, tone: severityTone[finding.severity],
            text: `${t(`checks.severity.${finding.severity}`)}: ${findingWords(finding, language)}`,
          }))}
          words={{
            ...asking,
            cut: t('review.cut', { lines: previewLimits.lines, size: formatBytes(previewLimits.bytes, language) }),
          }}
        />
      )}
      {kind === 'image' && (
        <GivenFile href={href} words={asking}>
          <img src={href} alt={label} className="max-h-[70vh] max-w-full border border-line bg-sunken" />
        </GivenFile>
      )}
      {kind === 'pdf' && (
        <GivenFile href={href} words={asking}>
          <PdfPreview href={`${href}?inline`} title={label} words={{ noPdf: t('review.noPdf'), keysInside: t('review.keysInside') }} />
        </GivenFile>
      )}
      {kind === null && <p className="text-muted">{t('review.noPreview')}</p>}
    </article>
  )
}
