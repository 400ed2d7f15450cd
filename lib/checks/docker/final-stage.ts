import type { Context } from '../check'
import type { Dockerfile, DockerInstruction, DockerStage } from '../formats/dockerfile'

/** The stage that becomes the image: the last, or the one that a `fly.toml` beside it deploys. */
export function finalStage({ stages }: Dockerfile, { filesOf }: Context): DockerStage {
  const target = filesOf('fly-toml').flatMap(({ document }) => document.buildTarget ?? [])[0]
  const named = stages.findLast(stage => stage.name === target?.toLowerCase())
  const last = stages.at(-1)
  if (!last) throw new Error('a Dockerfile has a stage')
  return target === undefined ? last : named ?? last
}

/** A stage and those that it is built on, the outermost first. */
export function lineage(stage: DockerStage): DockerStage[] {
  const stages: DockerStage[] = []
  for (let at: DockerStage | null = stage; at; at = at.base.stage) stages.unshift(at)
  return stages
}

/** The last instruction of a kind that holds for a stage. */
export function lastOf(stage: DockerStage, keyword: string): DockerInstruction | undefined {
  return lineage(stage).flatMap(({ instructions }) => instructions).findLast(instruction => instruction.keyword === keyword)
}
