/** What an assessment says of how the system should look, table by table, in the order in which they are shown. */
export const baselineTables = [
  'scalingStrategies', 'regions', 'scrapeTargets', 'metricServices', 'metrics', 'alertRoutes', 'inhibitions',
  'drillTargets',
] as const
export type BaselineTable = (typeof baselineTables)[number]

/** What a check can speak of, in the order in which it is shown. The baseline names the items that each is about. */
export const subjects = [
  'deployment-strategy', 'health-checks', 'http-service', 'tls', 'metrics-endpoint', 'vm-resources', 'environment-variables',
  'regions', 'certificates', 'volumes', 'release', 'image', 'scraping', 'metrics-retention', 'metrics-catalogue', 'http-metrics',
  'websocket-metrics', 'cardinality', 'alert-rules', 'alert-routing', 'alert-receivers', 'alert-delivery', 'inhibitions', 'dashboards',
  'proxy-metrics', 'integration-test', 'load-test', 'acceptance-test', 'code-scan', 'image-scan', 'secret-scan',
  'public-addresses', 'secret-rotation', 'volume-encryption', 'snapshots', 'edge', 'security-headers',
] as const
export type Subject = (typeof subjects)[number]

/** What checks hold files against. Anything that an assessment does not say is null or empty, and then cannot be told. */
export interface Baseline {
  /** Codes of the items that each subject is about. */
  subjects: Readonly<Partial<Record<Subject, readonly string[]>>>
  regions: readonly { code: string }[]
  scrapeTargets: readonly {
    job: string
    port?: number
    path?: string
    intervalSeconds: number
    labels: Readonly<Record<string, string>>
    /** Not asked for yet. */
    proposed: boolean
  }[]
  metrics: readonly { name: string; type: 'gauge' | 'counter' | 'histogram' | 'summary'; labels: readonly string[] }[]
  alertRoutes: readonly {
    match: Readonly<Record<string, string>>
    receiver: string
    groupWait: string | null
    repeatInterval: string | null
  }[]
  inhibitions: readonly {
    source: Readonly<Record<string, string>>
    target: Readonly<Record<string, string>>
    equal: readonly string[]
  }[]
  /** How many alert rules the assessment says that there are, and how many it looked at. */
  alertRules: { present: number; reviewed: number } | null
  /** What test results must reach. */
  acceptance: {
    successPercent: number
    p95Milliseconds: number
    p99Milliseconds: number
    criticalFindings: number
    highVulnerabilities: number
  } | null
  /** Days after which a secret must have been renewed. */
  secretRotationDays: number | null
  /** Days that a certificate must still hold. */
  certificateDays: number | null
  /** Age in minutes that the newest snapshot of a volume may have. */
  snapshotMinutes: number | null
}

/** A baseline that says nothing: only what holds for every system is asked. */
export const emptyBaseline: Baseline = {
  subjects: {}, regions: [], scrapeTargets: [], metrics: [], alertRoutes: [], inhibitions: [], alertRules: null, acceptance: null,
  secretRotationDays: null, certificateDays: null, snapshotMinutes: null,
}
