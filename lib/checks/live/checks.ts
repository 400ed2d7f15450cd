import { alerts } from './alerts'
import { receipts } from './receipts'
import { routing } from './routing'
import { rules } from './rules'
import { targets } from './targets'

export const liveChecks = [targets, rules, alerts, routing, receipts] as const
