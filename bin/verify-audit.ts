import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { auditKey } from '@/lib/platform/audit-key'
import { storage } from '@/lib/platform/storage'
import { checkpointPrefix, compareCheckpoints, type ComparedCheckpoint } from '@/lib/queries/checkpoints'
import { listChainStates } from '@/lib/queries/events'
import { withDatabase } from './database'

/**
 * `dictamen verify-audit [--checkpoints FILE] [--key FILE]`: walks every chain and holds the checkpoints of the
 * store, and those of a file such as the log, against them; exit 1 where something does not hold, naming it. The
 * key is the installation's own, or a public one in PEM.
 */
export async function run(args: string[] = []): Promise<number> {
  const { values } = parseArgs({ args, options: { checkpoints: { type: 'string' }, key: { type: 'string' } } })
  const key = values.key ? await readFile(values.key, 'utf8') : await auditKey()
  const kept = [...(await storage().readRecords(checkpointPrefix)).map(({ text }) => text), ...await linesOf(values.checkpoints)]
  return withDatabase(async () => {
    const chains = await listChainStates()
    const names = new Map(chains.map(({ chain, slug }) => [chain, slug ?? chain]))
    for (const { chain, events, state } of chains)
      process.stdout.write(`${names.get(chain)}: ${state.holds ? `holds, ${events} events` : `event ${state.number} ${state.reason}`}\n`)
    const compared = await compareCheckpoints(kept, key)
    const failing = compared.filter(({ contradictions }) => contradictions === null || contradictions.length > 0)
    for (const checkpoint of failing) process.stdout.write(wordsOf(checkpoint, chain => names.get(chain) ?? chain))
    process.stdout.write(compared.length === 0 ? 'no checkpoint to compare with\n' : `checkpoints: ${compared.length - failing.length} of ${compared.length} hold\n`)
    return failing.length === 0 && chains.every(({ state }) => state.holds) ? 0 : 1
  })
}

/** The lines of a file that hold a checkpoint; a log holds others beside. */
async function linesOf(file: string | undefined): Promise<string[]> {
  if (file === undefined) return []
  return (await readFile(file, 'utf8')).split('\n').filter(line => line.includes('"signature"'))
}

function wordsOf({ at, contradictions }: ComparedCheckpoint, nameOf: (chain: string) => string): string {
  if (contradictions === null) return 'a checkpoint is not signed by this key\n'
  return contradictions.map(({ chain, number, reason }) =>
    `${nameOf(chain)}: ${reason === 'cut_off' ? 'cut off before' : 'rewritten up to'} event ${number} of the checkpoint of ${at}\n`).join('')
}
