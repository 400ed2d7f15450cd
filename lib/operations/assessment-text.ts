import { isNode, LineCounter, parseDocument } from 'yaml'
import { AssessmentFile } from '@/lib/schemas/assessment-file'

/** One complaint about an assessment file: where in it, and what is wrong. */
export interface FileProblem {
  /** 1-based line; null where there is none. */
  line: number | null
  /** Path of the field, such as `items.3.owners.0`; empty for the file as a whole. */
  field: string
  message: string
}

/** Reads the text of an assessment file (YAML or JSON). Problems name line and field, in the file's order. */
export function readAssessmentText(text: string): { ok: true; file: AssessmentFile } | { ok: false; problems: FileProblem[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number | undefined) => (offset === undefined ? null : lines.linePos(offset).line)
  if (document.errors.length > 0)
    return { ok: false, problems: document.errors.map(e => ({ line: lineAt(e.pos[0]), field: '', message: e.message })) }

  const parsed = AssessmentFile.safeParse(document.toJS())
  if (parsed.success) return { ok: true, file: parsed.data }

  /** The line of the field, or of the nearest thing around it that stands in the file. */
  const lineOf = (path: PropertyKey[]): number | null => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lineAt(node.range[0])
    }
    return null
  }
  const problems = parsed.error.issues.map(issue => ({
    line: lineOf(issue.path), field: issue.path.join('.'), message: issue.message,
  }))
  return { ok: false, problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
}
