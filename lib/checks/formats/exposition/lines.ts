import type { Place } from '../../place'
import type { Unreadable, UnreadableReason } from '../../syntax/tree'

/** A line of a text and the place that the reader has come to in it. Nothing is copied. */
export class Line {
  /** Where it begins, and where its line feed stands. */
  start = 0
  end = 0
  number = 0
  at = 0

  constructor(readonly text: string) {}

  /** Goes to the next line; false where there is none that a line feed ends. */
  next(): boolean {
    const start = this.number === 0 ? 0 : this.end + 1
    const end = this.text.indexOf('\n', start)
    if (end < 0) return false
    this.start = this.at = start
    this.end = end
    this.number += 1
    return true
  }

  /** What follows the last line feed, which is part of a line. */
  rest(): string {
    return this.text.slice(this.number === 0 ? 0 : this.end + 1)
  }

  place(at = this.at): Place {
    return { line: this.number, column: at - this.start + 1 }
  }

  /** The code of the character that the reader stands at; of the end of the line, 10. */
  code(): number {
    return this.text.charCodeAt(this.at)
  }

  skipBlanks(): void {
    while (isBlank(this.code())) this.at += 1
  }

  /** What stands up to a blank or the end of the line. */
  word(): string {
    const from = this.at
    while (this.at < this.end && !isBlank(this.code())) this.at += 1
    return this.text.slice(from, this.at)
  }

  /** A name, with colons where they may stand; empty where there is none. */
  name(colons: boolean): string {
    const from = this.at
    if (!isDigit(this.code())) while (isNameCharacter(this.code(), colons)) this.at += 1
    return this.text.slice(from, this.at)
  }

  /** The rest of the line; the reader does not move. */
  remaining(): string {
    return this.text.slice(this.at, this.end)
  }
}

/** Why a line cannot be read, thrown by those who read it and caught for the line. */
export class LineFault extends Error {
  constructor(readonly place: Place, message: string, readonly reason: UnreadableReason = 'syntax') {
    super(message)
  }
}

/** As many problems as anyone would mend before asking again. */
const mostProblems = 20

/** Reads every line with `read` and gives what is wrong with those that cannot be. */
export function readLines(line: Line, read: () => void): Unreadable[] {
  const problems: Unreadable[] = []
  while (problems.length < mostProblems && line.next()) {
    const fault = faultOf(read)
    if (!fault) continue
    problems.push({ place: fault.place, reason: fault.reason, values: { message: fault.message } })
    if (fault.reason !== 'syntax') break
  }
  return problems
}

function faultOf(read: () => void): LineFault | null {
  try {
    read()
    return null
  } catch (error) {
    if (error instanceof LineFault) return error
    throw error
  }
}

/** A piece of a line as a message shows it. */
export function quoted(piece: string): string {
  return JSON.stringify(piece.length > 40 ? `${piece.slice(0, 40)}…` : piece)
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isNameCharacter(code: number, colons: boolean): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || isDigit(code) || (colons && code === 58)
}
