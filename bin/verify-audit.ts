import { listChainStates } from '@/lib/queries/events'
import { withDatabase } from './database'

/** `dictamen verify-audit`: walks every chain; exit 1 where one does not hold, naming its first broken link. */
export async function run(): Promise<number> {
  const chains = await withDatabase(listChainStates)
  for (const { chain, slug, events, state } of chains) {
    const name = slug ?? chain
    process.stdout.write(state.holds ? `${name}: holds, ${events} events\n` : `${name}: event ${state.number} ${state.reason}\n`)
  }
  return chains.every(({ state }) => state.holds) ? 0 : 1
}
