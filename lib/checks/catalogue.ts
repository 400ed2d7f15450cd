import type { Check } from './check'
import { alertmanagerChecks } from './alertmanager/checks'
import { certificateChecks } from './certificate/checks'
import { dockerChecks } from './docker/checks'
import { expositionChecks } from './exposition/checks'
import { flyListingChecks } from './fly-listing/checks'
import { flyChecks } from './fly/checks'
import type { FormatId } from './formats'
import { gitleaksChecks } from './gitleaks/checks'
import { grafanaChecks } from './grafana/checks'
import { junitChecks } from './junit/checks'
import { liveChecks } from './live/checks'
import { loadTestChecks } from './load-test/checks'
import { probeChecks } from './probe/checks'
import { prometheusChecks } from './prometheus/checks'
import { rulesChecks } from './rules/checks'
import { sarifChecks } from './sarif/checks'
import { trivyChecks } from './trivy/checks'

/** Every check, by family. Its page is `docs/checks/<id>.md`; a test keeps the list, the pages and the code equal. */
export const checks: readonly Check<FormatId>[] = [
  ...alertmanagerChecks,
  ...certificateChecks,
  ...dockerChecks,
  ...expositionChecks,
  ...flyListingChecks,
  ...flyChecks,
  ...gitleaksChecks,
  ...grafanaChecks,
  ...junitChecks,
  ...liveChecks,
  ...loadTestChecks,
  ...probeChecks,
  ...prometheusChecks,
  ...rulesChecks,
  ...sarifChecks,
  ...trivyChecks,
]
