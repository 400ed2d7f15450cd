import type { Language } from '@/lib/domain/language'
import { formatInstant } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

interface OwnDelegationsProps {
  language: Language
  timeZone: string
  userId: string
  now: Date
  delegations: readonly { id: string; absentId: string; delegateId: string; startsAt: Date; endsAt: Date }[]
  nameOf: (userId: string) => string
}

/** For whom the reader stands in, and who stands in for the reader, one quiet line each. */
export function OwnDelegations({ language, timeZone, userId, now, delegations, nameOf }: OwnDelegationsProps) {
  const t = translator(language)
  if (delegations.length === 0) return null
  const instant = (at: Date) => formatInstant(at, language, timeZone)
  return (
    <ul className="mt-4 space-y-1">
      {delegations.map(({ id, absentId, delegateId, startsAt, endsAt }) => {
        const standsIn = delegateId === userId
        const values = { name: nameOf(standsIn ? absentId : delegateId), from: instant(startsAt), until: instant(endsAt) }
        const runs = startsAt <= now
        if (standsIn) return <li key={id}>{t(runs ? 'delegation.youStandIn' : 'delegation.youWillStandIn', values)}</li>
        return <li key={id}>{t(runs ? 'delegation.yourDelegate' : 'delegation.yourDelegateWill', values)}</li>
      })}
    </ul>
  )
}
