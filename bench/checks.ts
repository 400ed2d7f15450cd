import { spawn } from 'node:child_process'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { peakMegabytes } from './process-figures'

interface Checked {
  seconds: number
  /** Most that was resident at one time. */
  megabytes: number
  outcome: string
}

/** Has the command line check files that are as large as they come, each in a process of its own, and prints what it took. */
export async function measureChecks(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dictamen-bench-'))
  try {
    const files = {
      'a fly.toml': path.join('lib/checks/testing/good-system', 'fly.toml'),
      '10,000 rules': await writeRules(path.join(folder, 'rules.yml'), 10_000),
      'an exposition of 50 MB': await writeExposition(path.join(folder, 'metrics.txt'), 50 * 1024 * 1024),
    }
    console.log('\nChecks of one file, from the start of the process to its end:\n')
    console.log('| | seconds | MB | outcome |')
    console.log('|---|---|---|---|')
    for (const [name, file] of Object.entries(files)) {
      const { seconds, megabytes, outcome } = await check(file)
      console.log(`| ${name} | ${seconds.toFixed(2)} | ${megabytes.toFixed(0)} | ${outcome} |`)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function check(file: string): Promise<Checked> {
  const started = performance.now()
  const child = spawn(process.execPath, ['bin/dictamen.mjs', 'check', '--format', 'json', file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let megabytes = 0
  const watch = setInterval(() => { megabytes = Math.max(megabytes, peakMegabytes(child) || 0) }, 10)
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => { text += part })
  await new Promise(resolve => child.once('close', resolve))
  clearInterval(watch)
  const { files: [checked] } = JSON.parse(text) as { files: { outcome: string }[] }
  return { seconds: (performance.now() - started) / 1_000, megabytes, outcome: checked?.outcome ?? '' }
}

async function writeRules(file: string, count: number): Promise<string> {
  const rules = Array.from({ length: count }, (_, index) => [
    `      - alert: Watch${index}`,
    `        expr: sum by (instance) (rate(node_network_receive_bytes_total{device="eth${index % 16}"}[5m])) > ${index}`,
    '        for: 5m',
    `        labels: { severity: ${index % 3 === 0 ? 'critical' : 'warning'}, component: infrastructure }`,
    `        annotations: { summary: "{{ $labels.instance }} receives much", runbook_url: "https://wiki.example.org/${index}" }`,
  ].join('\n'))
  await writeFile(file, `groups:\n  - name: bench\n    rules:\n${rules.join('\n')}\n`)
  return file
}

async function writeExposition(file: string, bytes: number): Promise<string> {
  const handle = await open(file, 'w')
  await handle.write('# HELP http_requests_total Requests answered.\n# TYPE http_requests_total counter\n')
  for (let written = 0, series = 0; written < bytes;) {
    const lines = Array.from({ length: 10_000 }, () => {
      series += 1
      return `http_requests_total{handler="/api/things/{id}",status="${200 + (series % 5)}",instance="10.0.${series % 250}.${Math.floor(series / 250) % 250}",shard="${series}"} ${series}`
    }).join('\n')
    written += (await handle.write(`${lines}\n`)).bytesWritten
  }
  await handle.close()
  return file
}
