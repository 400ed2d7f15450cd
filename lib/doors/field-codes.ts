import type { z } from 'zod'

/** The first complaint of each field: its own code where the schema names one, else `invalid`. */
export function fieldCodes(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const code = /^[a-z_]+$/.test(issue.message) ? issue.message : 'invalid'
    fields[issue.path.join('.')] ??= code
  }
  return fields
}
