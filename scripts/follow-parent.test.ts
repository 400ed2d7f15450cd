import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const options = ['--import', pathToFileURL(path.resolve('scripts/follow-parent.mjs')).href]

let folder: string
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'dictamen-follow-')) })
afterEach(() => rmSync(folder, { recursive: true }))

function program(name: string, code: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, code)
  return file
}

test('a program ends with what started it', async () => {
  const follower = fork(program('waits.mjs', 'setInterval(() => {}, 1000); process.send("up")'), { execArgv: options })
  await once(follower, 'message')
  follower.disconnect()
  expect(await once(follower, 'exit')).toEqual([null, 'SIGTERM'])
})

test('what it forks waits for its questions and answers them', async () => {
  const child = program('child.mjs', 'process.on("message", () => process.send("answer", () => process.exit()))')
  const parent = program('parent.mjs', `
    import { fork } from 'node:child_process'
    const child = fork(${JSON.stringify(child)})
    child.on('message', answer => console.log(answer))
    setTimeout(() => child.send('question', () => {}), 500)
  `)
  const { stdout } = spawn(process.execPath, [...options, parent], { stdio: ['ignore', 'pipe', 'inherit'] })
  expect(String(Buffer.concat(await stdout.toArray()))).toBe('answer\n')
})
