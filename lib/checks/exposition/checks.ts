import { cardinality } from './cardinality'
import { catalogue } from './catalogue'
import { helpType } from './help-type'
import { histograms } from './histograms'
import { httpMetrics } from './http-metrics'
import { names } from './names'

export const expositionChecks = [names, helpType, histograms, cardinality, catalogue, httpMetrics] as const
