import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { PushedEvidence, type PushedFile } from '@/lib/schemas/api'
import { askServer, serverUrl } from './server'
import { UsageError } from './usage'

/**
 * `dictamen push --item CODE FILE…`: hands files in as evidence and prints what each came to. Exit 0 where they wait
 * for their review and nothing failed, 1 where a check failed, 2 where they were not taken.
 */
export async function run(args: string[]): Promise<number> {
  try {
    const { files } = await push(args)
    process.stdout.write(files.flatMap(linesOf).map(line => `${line}\n`).join(''))
    return files.some(({ outcome }) => outcome === 'fail' || outcome === 'error') ? 1 : 0
  } catch (error) {
    // 1 says that a check failed.
    throw Object.assign(error as Error, { exitCode: 2 })
  }
}

async function push(args: string[]): Promise<PushedEvidence> {
  const { values: { url: named, assessment = process.env.DICTAMEN_ASSESSMENT, redact, ...rest }, positionals: names } = parseArgs({
    args, allowPositionals: true,
    options: {
      item: { type: 'string' }, requirement: { type: 'string' }, assessment: { type: 'string' }, url: { type: 'string' },
      service: { type: 'string' }, environment: { type: 'string' }, note: { type: 'string' }, redact: { type: 'boolean' },
    },
  })
  const fields: Record<string, string> = { ...rest, ...(redact && { secrets: 'redact' }) }
  const url = serverUrl(named)
  if (fields.item === undefined) throw new UsageError('push takes --item')
  if (names.length === 0) throw new UsageError('push takes one file or several')
  if (url === null) throw new UsageError('push takes --url, or DICTAMEN_URL')
  if (!assessment) throw new UsageError('push takes --assessment, or DICTAMEN_ASSESSMENT')
  const files = await Promise.all(names.map(async name => ({ name: path.basename(name), bytes: await readFile(name) })))
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  for (const { name, bytes } of files) form.append('file', new Blob([bytes]), name)
  const answer = await askServer(url, `/api/v1/assessments/${encodeURIComponent(assessment)}/evidence`, {
    method: 'POST', body: form, headers: { 'Idempotency-Key': keyOf({ assessment, ...fields }, files) },
  })
  return PushedEvidence.parse(answer)
}

/**
 * The same for the same files in the same run of a pipeline, so that a job that is tried again hands in once. Another
 * run may well send again what an earlier one did, as after a change is taken back, and means it; so does a person.
 */
function keyOf(fields: Record<string, string>, files: readonly { name: string; bytes: Uint8Array }[]): string {
  const pipeline = process.env.GITHUB_RUN_ID ?? process.env.CI_PIPELINE_ID
  if (!pipeline) return randomUUID()
  const asked = [pipeline, Object.entries(fields).sort(), files.map(({ name, bytes }) => [name, sha256Of(bytes)])]
  return sha256Of(JSON.stringify(asked))
}

function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** What a file came to, and below it what was found, by its place. */
function linesOf({ name, format, outcome, findings }: PushedFile): string[] {
  return [
    `${name}: ${outcome ?? 'not checked'}${format ? ` (${format})` : ''}`,
    ...findings.map(({ line, column, severity, check, message }) => `  ${name}:${line}:${column} ${severity} ${check} ${message}`),
  ]
}
