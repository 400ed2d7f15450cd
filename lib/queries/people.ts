import { db } from '@/lib/db/client'
import { byName } from '@/lib/domain/by-name'
import type { Bilingual, Language } from '@/lib/domain/language'
import { hasPermission } from '@/lib/domain/permissions'
import type { SignedInViewer } from './viewer'

/** Names of all teams, by key. */
export async function getTeamNames(viewer: SignedInViewer): Promise<ReadonlyMap<string, Bilingual>> {
  return mayRead(viewer) ? (await everybodyAt(viewer.instanceRevision)).teamNames : new Map()
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
  if (!mayRead(viewer)) return new Map()
  const people = await db().user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: columns })
  return new Map(people.map(person => [person.id, personOf(person)]))
}

/** Everybody who has signed in, by name: who can be made assignee or reviewer. */
export async function listPeople(viewer: SignedInViewer): Promise<readonly Person[]> {
  return mayRead(viewer) ? (await everybodyAt(viewer.instanceRevision)).people[viewer.language] : []
}

/** Names are for those who read assessments. */
function mayRead(viewer: SignedInViewer): boolean {
  return hasPermission(viewer, 'assessment.read')
}

interface Everybody {
  /** By name, as each language orders them. */
  people: Record<Language, readonly Person[]>
  teamNames: ReadonlyMap<string, Bilingual>
}

// Nearly every page names people and teams, and they rarely change; a database that is opened anew has others.
const known = new WeakMap<ReturnType<typeof db>, { revision: number; reading: Promise<Everybody> }>()

/** People and teams, read once a revision of the instance: each write that a reader could see makes another. */
function everybodyAt(revision: number): Promise<Everybody> {
  const database = db()
  const kept = known.get(database)
  if (kept && kept.revision >= revision) return kept.reading
  const entry = { revision, reading: readEverybody() }
  known.set(database, entry)
  entry.reading.catch(() => { if (known.get(database) === entry) known.delete(database) })
  return entry.reading
}

async function readEverybody(): Promise<Everybody> {
  const [people, teams] = await Promise.all([
    db().user.findMany({ orderBy: { id: 'asc' }, select: columns }),
    db().team.findMany(),
  ])
  const known = people.map(personOf)
  const by = (language: Language) => byName(known, language, ({ name }) => name)
  return { people: { es: by('es'), en: by('en') }, teamNames: new Map(teams.map(team => [team.key, team.name as unknown as Bilingual])) }
}

const columns = { id: true, name: true, teams: { select: { teamKey: true }, orderBy: { teamKey: 'asc' } } } as const

function personOf(row: { id: string; name: string | null; teams: { teamKey: string }[] }): Person {
  return { id: row.id, name: row.name, teams: row.teams.map(team => team.teamKey) }
}
