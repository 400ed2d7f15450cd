import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const version = '0.25'

/** Why `amtool` cannot be asked here; null where it can. The verdicts of another version differ in details. */
export const withoutAmtool: string | null = (() => {
  const { stdout, error } = spawnSync('amtool', ['--version'], { encoding: 'utf8' })
  if (error) return 'amtool is not installed'
  return stdout.includes(`version ${version}.`) ? null : `amtool is not ${version}`
})()

interface Question {
  config: string
  /** What `amtool` is told, with the path of a file that holds the configuration. */
  args: (file: string) => string[]
}

interface Answer {
  ok: boolean
  output: string
}

/** Runs `amtool` once for each question on a file of its own, four at a time. */
export async function askAmtool(questions: readonly Question[]): Promise<Answer[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'amtool-'))
  const answers: Answer[] = []
  const waiting = questions.entries()
  const worker = async () => {
    for (const [index, { config, args }] of waiting) {
      const file = path.join(folder, `${index}.yml`)
      await writeFile(file, config)
      answers[index] = await run(args(file))
    }
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  await rm(folder, { recursive: true })
  return answers
}

function run(args: string[]): Promise<Answer> {
  return new Promise(resolve =>
    execFile('amtool', args, (error, stdout, stderr) => resolve({ ok: error === null, output: error ? stdout + stderr : stdout })))
}
