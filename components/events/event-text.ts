import { z } from 'zod'
import { declaredStatuses } from '@/lib/domain/items'
import type { Language } from '@/lib/domain/language'
import { formatDate } from '@/lib/i18n/format'
import { translator } from '@/lib/i18n/translate'

/** What an event's words are made of; what else its body holds is in the audit trail. */
const Side = z.object({
  code: z.string(),
  number: z.number(),
  declaredStatus: z.enum(declaredStatuses),
  state: z.string(),
  dueOn: z.string().nullable(),
  startOn: z.string().nullable(),
  startedOn: z.string().nullable(),
  goLiveOn: z.string().nullable(),
  until: z.string(),
  assigneeId: z.string().nullable(),
  reviewerId: z.string().nullable(),
  ownerTeams: z.array(z.string()),
  reason: z.string().nullable(),
  note: z.string().nullable(),
}).partial().catch({})

/** An event in words, without who and when: what was done, and below it what moved and why. */
export function eventText(
  event: { verb: string; content: { before: unknown; after: unknown } }, language: Language,
): { text: string; details: string[] } {
  const t = translator(language)
  const before = Side.parse(event.content.before ?? {})
  const after = Side.parse(event.content.after ?? {})
  const date = (day: string | null | undefined) => (day ? formatDate(day, language) : t('event.none'))
  const status = (side: typeof after) => (side.declaredStatus ? t(`status.declared.${side.declaredStatus}`) : '')
  const details: string[] = []
  for (const key of ['startOn', 'dueOn', 'startedOn', 'goLiveOn'] as const)
    // What came into being moved from nowhere.
    if (event.content.before !== null && after[key] !== undefined && after[key] !== before[key])
      details.push(t(`event.moved.${key}`, { before: date(before[key]), after: date(after[key]) }))
  if (event.verb === 'task.updated' && after.state !== before.state)
    details.push(t('event.stateChange', { before: stateWord(before.state, t), after: stateWord(after.state, t) }))
  if (event.verb === 'item.changed' && after.declaredStatus !== before.declaredStatus)
    details.push(t('event.stateChange', { before: status(before), after: status(after) }))
  if (String(after.ownerTeams) !== String(before.ownerTeams)) details.push(t('event.ownersChanged'))
  if (after.assigneeId !== undefined && after.assigneeId !== before.assigneeId) details.push(t('event.assigned'))
  if (after.reviewerId !== undefined && after.reviewerId !== before.reviewerId) details.push(t('event.reviewerNamed'))
  if (after.reason) details.push(t('event.reason', { reason: after.reason }))

  const key = `event.verb.${event.verb.replace('.', '_')}` as 'event.verb.item_statusChanged'
  const values = {
    code: after.code ?? '', number: after.number ?? 0, before: status(before), after: status(after), date: date(after.until),
  }
  // An event of a later version has no words here yet; its verb is better than nothing.
  return { text: t.has(key) ? t(key, values) : event.verb, details }
}

function stateWord(state: string | undefined, t: ReturnType<typeof translator>): string {
  return state === 'not_started' || state === 'in_progress' || state === 'done' ? t(`status.declared.${state}`) : ''
}
