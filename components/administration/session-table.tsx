import { ActionButton } from '@/components/forms/action-button'
import { formWords } from '@/components/forms/form-words'
import { Table, type Column } from '@/components/ui/table'
import { endSession } from '@/lib/actions/administration'
import type { Language } from '@/lib/domain/language'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

interface ShownSession {
  hash: string
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

interface SessionTableProps {
  language: Language
  timeZone: string
  sessions: readonly ShownSession[]
  /** The session that the reader looks at this with. */
  currentHash: string | null
  /** Whether the reader may end them. */
  canEnd: boolean
}

/** Sessions that let their holder in now, each with the button that ends it. */
export function SessionTable({ language, timeZone, sessions, currentHash, canEnd }: SessionTableProps) {
  const t = translator(language)
  const instant = (at: Date) => formatInstant(at, language, timeZone)
  const columns: Column<ShownSession>[] = [
    {
      key: 'created', label: t('admin.sessionCreated'), isRowHeader: true,
      cell: ({ hash, createdAt }) => (
        <>{instant(createdAt)}{hash === currentHash && <span className="ml-2 text-small font-normal text-muted">{t('admin.thisSession')}</span>}</>
      ),
    },
    { key: 'seen', label: t('admin.sessionSeen'), cell: ({ lastSeenAt }) => instant(lastSeenAt) },
    { key: 'expires', label: t('admin.sessionExpires'), cell: ({ expiresAt }) => instant(expiresAt) },
  ]
  const end: Column<ShownSession> = {
    key: 'end', label: t('admin.action'),
    cell: ({ hash, createdAt }) => (
      <ActionButton
        action={endSession} input={{ session: hash }} size="small" aria-label={`${t('admin.endSession')}: ${instant(createdAt)}`}
        words={{ ...formWords(t), saved: t('admin.sessionEnded'), label: t('admin.endSession') }}
      />
    ),
  }
  return (
    <Table
      caption={t('admin.sessions')} rows={sessions} rowKey={session => session.hash} columns={canEnd ? [...columns, end] : columns}
    />
  )
}
