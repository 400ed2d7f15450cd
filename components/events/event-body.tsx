import type { Language } from '@/lib/domain/language'
import { formatBytes } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'
import { bodyPreview } from './body-preview'

interface EventBodyProps {
  language: Language
  content: { before: unknown; after: unknown }
}

/** What an event recorded, before beside after, to be opened by whoever wants the record itself. */
export function EventBody({ language, content: { before, after } }: EventBodyProps) {
  const t = translator(language)
  const sides = [{ label: t('events.before'), side: before }, { label: t('events.after'), side: after }]
    .filter(({ side }) => side !== null)
  if (sides.length === 0) return null
  return (
    <details className="mt-1 print:hidden">
      <summary className="w-fit text-small text-accent">{t('events.content')}</summary>
      <div className={sides.length > 1 ? 'mt-2 grid gap-3 desk:grid-cols-2' : 'mt-2'}>
        {sides.map(({ label, side }) => <Side key={label} {...{ language, label, side }} />)}
      </div>
    </details>
  )
}

function Side({ language, label, side }: { language: Language; label: string; side: unknown }) {
  const { text, bytes } = bodyPreview(side)
  return (
    <figure className="min-w-0">
      <figcaption className="text-small text-muted">
        {label}{bytes !== null && `. ${translator(language)('events.long', { size: formatBytes(bytes, language) })}`}
      </figcaption>
      <pre
        // In reach of the keyboard, which else could not scroll it.
        tabIndex={0}
        className={
          'mt-1 max-h-72 overflow-y-auto rounded-sm border border-line bg-sunken p-2 font-mono text-small ' +
          'break-words whitespace-pre-wrap'
        }
      >
        {text}
      </pre>
    </figure>
  )
}
