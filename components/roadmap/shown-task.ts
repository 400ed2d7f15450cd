import type { RequirementFacts } from '@/lib/domain/facts'
import type { Bilingual } from '@/lib/domain/language'
import type { TaskFacts } from '@/lib/domain/roadmap'

/** A task as its pages show it. */
export interface ShownTask extends TaskFacts {
  title: Bilingual
  successMetric: Bilingual
  requirements: readonly (RequirementFacts & { title: Bilingual })[]
}
