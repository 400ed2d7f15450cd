import type { Answer } from '@/components/forms/action-form'
import { ActionButton } from '@/components/forms/action-button'
import { formWords } from '@/components/forms/form-words'
import { Table, type Column } from '@/components/ui/table'
import type { Language } from '@/lib/domain/language'
import type { TokenScope } from '@/lib/domain/tokens'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

interface ShownToken {
  id: string
  name: string
  scopes: readonly TokenScope[]
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
}

interface TokenTableProps {
  language: Language
  timeZone: string
  tokens: readonly ShownToken[]
  /** Revokes one; missing where the reader may not. */
  revoke?: (input: { token: string }) => Promise<Answer>
}

/** Tokens that hold, each with the button that revokes it. */
export function TokenTable({ language, timeZone, tokens, revoke }: TokenTableProps) {
  const t = translator(language)
  const instant = (at: Date) => formatInstant(at, language, timeZone)
  const columns: Column<ShownToken>[] = [
    { key: 'name', label: t('token.name'), isRowHeader: true, cell: ({ name }) => name },
    { key: 'scopes', label: t('token.scopes'), cell: ({ scopes }) => scopes.map(scope => t(`token.scope.${scope}`)).join(', ') },
    { key: 'created', label: t('token.created'), cell: ({ createdAt }) => instant(createdAt) },
    { key: 'expires', label: t('token.expires'), cell: ({ expiresAt }) => instant(expiresAt) },
    { key: 'used', label: t('token.used'), cell: ({ lastUsedAt }) => (lastUsedAt ? instant(lastUsedAt) : t('token.never')) },
  ]
  if (!revoke) return <Table caption={t('token.title')} rows={tokens} rowKey={token => token.id} columns={columns} />
  const end: Column<ShownToken> = {
    key: 'revoke', label: t('token.action'),
    cell: ({ id, name }) => (
      <ActionButton
        action={revoke} input={{ token: id }} size="small" aria-label={`${t('token.revoke')}: ${name}`}
        words={{ ...formWords(t), saved: t('token.revoked'), label: t('token.revoke') }}
      />
    ),
  }
  return <Table caption={t('token.title')} rows={tokens} rowKey={token => token.id} columns={[...columns, end]} />
}
