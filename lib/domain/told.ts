import type { Changes } from './changes'

/**
 * What an open page is told, by the name of its event: up to which revision stands the assessment that it listens to
 * or any other (`revision`), what belongs to no assessment (`instance`), and all of it together (`overall`).
 */
export interface ToldEvents {
  revision: {
    revision: number
    /** What changed up to it; null where it may be anything. */
    changes: Changes | null
  }
  instance: { revision: number }
  overall: { revision: number }
}

/** One event with its name. */
export type Told = { [Name in keyof ToldEvents]: { name: Name } & ToldEvents[Name] }[keyof ToldEvents]
