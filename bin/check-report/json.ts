import type { Report } from './report'

export const asJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`
