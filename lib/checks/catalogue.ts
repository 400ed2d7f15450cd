import type { Check } from './check'
import { alertmanagerChecks } from './alertmanager/checks'
import { dockerChecks } from './docker/checks'
import { expositionChecks } from './exposition/checks'
import { flyChecks } from './fly/checks'
import type { FormatId } from './formats'
import { probeChecks } from './probe/checks'
import { prometheusChecks } from './prometheus/checks'

/** Every check, by family. Its page is `docs/checks/<id>.md`; a test keeps the list, the pages and the code equal. */
export const checks: readonly Check<FormatId>[] = [
  ...alertmanagerChecks,
  ...dockerChecks,
  ...expositionChecks,
  ...flyChecks,
  ...probeChecks,
  ...prometheusChecks,
]
