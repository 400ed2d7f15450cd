import { alerting } from './alerting'
import { instanceLabel } from './instance-label'
import { longTermStorage } from './long-term-storage'
import { scrapeTargets } from './scrape-targets'
import { secrets } from './secrets'
import { secureConnections } from './secure-connections'
import { valid } from './valid'

export const prometheusChecks = [valid, scrapeTargets, alerting, longTermStorage, instanceLabel, secrets, secureConnections] as const
