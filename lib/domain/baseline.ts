/** What an assessment says of how the system should look, table by table, in the order in which they are shown. */
export const baselineTables = [
  'scalingStrategies', 'regions', 'scrapeTargets', 'metricServices', 'metrics', 'alertRoutes', 'inhibitions',
  'drillTargets',
] as const
export type BaselineTable = (typeof baselineTables)[number]
