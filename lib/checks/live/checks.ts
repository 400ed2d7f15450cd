import { alerts } from './alerts'
import { httpAlerts } from './http-alerts'
import { receipts } from './receipts'
import { routing } from './routing'
import { rules } from './rules'
import { targets } from './targets'

export const liveChecks = [targets, rules, alerts, httpAlerts, routing, receipts] as const
