import { z } from 'zod'
import { outcomes } from '@/lib/domain/facts'
import { declaredStatuses, provenStatuses } from '@/lib/domain/items'
import type { Bilingual, Language } from '@/lib/domain/language'
import { teamWords } from '@/lib/domain/team-words'
import { checkWords } from '@/lib/i18n/checks/words'
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
  check: z.string(),
  claim: z.object({ reason: z.string(), until: z.string() }).optional().catch(undefined),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  ceiling: z.enum(outcomes),
  effective: z.enum(outcomes),
  // Other events count items under the same name.
  items: z.record(z.string(), z.enum(provenStatuses)).optional().catch(undefined),
}).partial().catch({})

/** How those are called whom an event names by their ids and keys. */
export interface EventNames {
  nameOf: (userId: string) => string
  teamNames: ReadonlyMap<string, Bilingual>
}

/** An event in words, without who and when: what was done, and below it what moved, from what to what, and why. */
export function eventText(
  event: { verb: string; content: { before: unknown; after: unknown } }, language: Language, { nameOf, teamNames }: EventNames,
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
  const teams = (keys: readonly string[] = []) => teamWords(keys, teamNames, language) || t('event.nobody')
  if (after.ownerTeams !== undefined && String(after.ownerTeams) !== String(before.ownerTeams))
    details.push(t('event.ownersChanged', { before: teams(before.ownerTeams), after: teams(after.ownerTeams) }))
  if (event.verb === 'verdict.timeMoved') details.push(...movedByTime(before, after, t))
  const person = (id: string | null | undefined) => (id ? nameOf(id) : t('event.nobody'))
  for (const key of ['assigneeId', 'reviewerId'] as const)
    if (after[key] !== undefined && (after[key] ?? null) !== (before[key] ?? null))
      details.push(t(`event.named.${key}`, { before: person(before[key]), after: person(after[key]) }))
  if (after.claim) details.push(t('event.until', { date: date(after.claim.until) }), t('event.reason', { reason: after.claim.reason }))
  if (after.reason) details.push(t('event.reason', { reason: after.reason }))

  const key = `event.verb.${event.verb.replace('.', '_')}` as 'event.verb.item_statusChanged'
  const values = {
    code: after.code ?? '', number: after.number ?? 0, before: status(before), after: status(after), date: date(after.until),
    check: after.check === undefined ? '' : checkWords(after.check, language)?.title ?? after.check,
  }
  // An event of a later version has no words here yet; its verb is better than nothing.
  return { text: t.has(key) ? t(key, values) : event.verb, details }
}

/** What a verdict's event says of outcomes and of the items whose proof time changed. */
function movedByTime(before: z.infer<typeof Side>, after: z.infer<typeof Side>, t: ReturnType<typeof translator>): string[] {
  const outcome = (key: 'ceiling' | 'effective', word: 'event.ceilingChange' | 'event.outcomeChange') => {
    const [then, now] = [before[key], after[key]]
    if (then === undefined || now === undefined || then === now) return []
    return [t(word, { before: t(`outcome.${then}.word`), after: t(`outcome.${now}.word`) })]
  }
  const items = Object.entries(after.items ?? {}).map(([code, status]) => t('event.provenChange', {
    code, before: t(`status.proven.${before.items?.[code] ?? 'unmet'}`), after: t(`status.proven.${status}`),
  }))
  return [...outcome('effective', 'event.outcomeChange'), ...outcome('ceiling', 'event.ceilingChange'), ...items]
}

function stateWord(state: string | undefined, t: ReturnType<typeof translator>): string {
  return state === 'not_started' || state === 'in_progress' || state === 'done' ? t(`status.declared.${state}`) : ''
}
