import { mentionToken } from '@/lib/domain/comments'
import { fold } from '@/lib/domain/item-list'

/** A person as a comment can name them: no two have one label. */
export interface Mentionable {
  id: string
  label: string
}

/** The name that a comment is being given at the caret: where its `@` stands, and what follows it. */
export interface MentionQuery {
  from: number
  text: string
}

const most = 6

/** People by their names; those who share one get their teams beside it, and a number where that is not enough. */
export function mentionables(people: readonly { id: string; name: string; teams: readonly string[] }[]): Mentionable[] {
  const taken = new Map<string, number>()
  const isShared = (name: string) => people.filter(person => person.name === name).length > 1
  return people.map(({ id, name, teams }) => {
    const label = isShared(name) && teams.length > 0 ? `${name} (${teams.join(', ')})` : name
    const nth = (taken.get(label) ?? 0) + 1
    taken.set(label, nth)
    return { id, label: nth > 1 ? `${label} ${nth}` : label }
  })
}

/** What is being typed after an `@` up to the caret; null where nobody is being named. */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const match = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(text.slice(0, caret))
  const typed = match?.[1]
  return typed === undefined ? null : { from: caret - typed.length - 1, text: typed }
}

/** The first few people of whose label a word begins with what was typed, in any case and without accents. */
export function matchingPeople(people: readonly Mentionable[], typed: string): Mentionable[] {
  const words = ` ${fold(typed)}`
  return people.filter(({ label }) => ` ${fold(label)}`.includes(words)).slice(0, most)
}

/** The text as it is stored: the people that it names by label become their ids. */
export function withTokens(text: string, people: readonly Mentionable[]): string {
  if (people.length === 0) return text
  const ids = new Map(people.map(({ id, label }) => [label, id]))
  const labels = [...ids.keys()].sort((a, b) => b.length - a.length).map(escaped).join('|')
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}_])@(${labels})(?![\\p{L}\\p{N}_])`, 'gu'), (whole, label: string) => {
    const id = ids.get(label)
    return id === undefined ? whole : mentionToken(id)
  })
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
