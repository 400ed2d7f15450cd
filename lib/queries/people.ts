import { db } from '@/lib/db/client'
import type { Bilingual } from '@/lib/domain/language'
import { hasPermission } from '@/lib/domain/permissions'
import type { SignedInViewer } from './viewer'

/** Names of all teams, by key. */
export async function getTeamNames(viewer: SignedInViewer): Promise<Map<string, Bilingual>> {
  const teams = await db().team.findMany({ where: { key: readable(viewer) } })
  return new Map(teams.map(team => [team.key, team.name as unknown as Bilingual]))
}

/** A person as pages name them. */
export interface Person {
  id: string
  /** Null where the name was erased, or the provider gave none. */
  name: string | null
  teams: string[]
}

/** Those of the ids who are known, by id. Events name people who may be gone. */
export async function getPeople(viewer: SignedInViewer, ids: Iterable<string>): Promise<Map<string, Person>> {
  const people = await db().user.findMany({ where: { AND: [{ id: readable(viewer) }, { id: { in: [...new Set(ids)] } }] }, select: columns })
  return new Map(people.map(person => [person.id, personOf(person)]))
}

/** Everybody who has signed in, by name: who can be made assignee or reviewer. */
export async function listPeople(viewer: SignedInViewer): Promise<Person[]> {
  const people = await db().user.findMany({ where: { id: readable(viewer) }, orderBy: [{ name: 'asc' }, { id: 'asc' }], select: columns })
  return people.map(personOf)
}

/** Names are for those who read assessments. */
function readable(viewer: SignedInViewer) {
  return hasPermission(viewer, 'assessment.read') ? {} : { in: [] }
}

const columns = { id: true, name: true, teams: { select: { teamKey: true }, orderBy: { teamKey: 'asc' } } } as const

function personOf(row: { id: string; name: string | null; teams: { teamKey: string }[] }): Person {
  return { id: row.id, name: row.name, teams: row.teams.map(team => team.teamKey) }
}
