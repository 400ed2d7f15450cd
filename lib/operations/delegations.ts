import type { Transaction } from '@/lib/db/client'
import { endOfDay, localDateAt, startOfDay } from '@/lib/domain/dates'
import type { Viewer } from '@/lib/domain/permissions'
import { failure, success, type Result } from '@/lib/domain/result'
import { getInstanceTimeZone } from '@/lib/queries/instance'
import type { EndDelegation, SetDelegation } from '@/lib/schemas/administration'
import { administer } from './administer'

/**
 * Lets one person do an absent one's work, from the first day to the last in the instance's time zone. The delegate
 * needs a role that the absent person has, or could do nothing with the work; nobody who stands in is absent then;
 * and nobody has two delegates at once.
 */
export function setDelegation(viewer: Viewer, input: SetDelegation, now: Date): Promise<Result<{ id: string }>> {
  return administer(viewer, 'delegation.set', now, async (transaction, instance) => {
    const { absentId, delegateId, from, until, reason } = input
    const timeZone = await getInstanceTimeZone()
    const today = localDateAt(now, timeZone)
    if (from < today) return invalid('from', 'in_past')
    // A delegation of today holds from now on: what was done before was not done under it.
    const startsAt = from === today ? now : startOfDay(from, timeZone)
    const endsAt = endOfDay(until, timeZone)
    const problem = await whyNot(transaction, { absentId, delegateId, startsAt, endsAt })
    if (problem) return invalid(...problem)
    const { id } = await transaction.delegation.create({
      data: { absentId, delegateId, startsAt, endsAt, reason, createdAt: now },
    })
    // Why somebody is away may be nobody else's business, and an event cannot be forgotten.
    instance.record({
      verb: 'delegation.set', subject: { type: 'delegation', id }, before: null,
      after: { absentId, delegateId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    }, true)
    return success({ id })
  })
}

/** Ends a delegation now, or before it began. Fails with `delegation_over` where it has ended. */
export function endDelegation(viewer: Viewer, input: EndDelegation, now: Date): Promise<Result<null>> {
  return administer(viewer, 'delegation.set', now, async (transaction, instance) => {
    const delegation = await transaction.delegation.findUnique({ where: { id: input.delegation } })
    if (!delegation) return failure('not_found')
    if (delegation.endedAt || delegation.endsAt <= now) return failure('delegation_over')
    await transaction.delegation.update({ where: { id: delegation.id }, data: { endedAt: now } })
    instance.record({
      verb: 'delegation.ended', subject: { type: 'delegation', id: delegation.id },
      before: { endsAt: delegation.endsAt.toISOString() }, after: { endedAt: now.toISOString() },
    }, true)
    return success(null)
  })
}

interface Span {
  absentId: string
  delegateId: string
  startsAt: Date
  endsAt: Date
}

async function whyNot(transaction: Transaction, span: Span): Promise<[field: string, code: string] | null> {
  const { absentId, delegateId, startsAt, endsAt } = span
  const people = await transaction.user.findMany({ where: { id: { in: [absentId, delegateId] } } })
  const absent = people.find(person => person.id === absentId)
  const delegate = people.find(person => person.id === delegateId)
  if (!absent) return ['absentId', 'unknown']
  if (!delegate) return ['delegateId', 'unknown']
  if (!delegate.roles.some(role => absent.roles.includes(role))) return ['delegateId', 'no_common_role']
  const others = await transaction.delegation.findMany({
    where: {
      OR: [{ absentId: { in: [absentId, delegateId] } }, { delegateId: absentId }],
      endedAt: null, startsAt: { lt: endsAt }, endsAt: { gt: startsAt },
    },
  })
  if (others.some(other => other.absentId === absentId)) return ['from', 'overlaps']
  if (others.some(other => other.absentId === delegateId)) return ['delegateId', 'absent_then']
  return others.length > 0 ? ['absentId', 'stands_in_then'] : null
}

function invalid(field: string, code: string) {
  return failure('invalid_input', { fields: { [field]: code } })
}
