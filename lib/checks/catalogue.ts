import type { Check } from './check'
import { flyChecks } from './fly/checks'
import type { FormatId } from './formats'
import { rulesChecks } from './rules/checks'

/** Every check, by family. Its page is `docs/checks/<id>.md`; a test keeps the list, the pages and the code equal. */
export const checks: readonly Check<FormatId>[] = [...flyChecks, ...rulesChecks]
