import type { Allowance } from '@/lib/domain/permissions'
import type { Translate } from '@/lib/i18n/translate'

/** Why a button cannot act, in words; undefined where it can. `teams` are the owning teams' names. */
export function refusalWord(allowance: Allowance, teams: string, t: Translate): string | undefined {
  return allowance.allowed ? undefined : t(`refusal.${allowance.reason}`, { teams })
}
