import { setFlagsFromString } from 'node:v8'
import { UsageError } from './usage'

// Left alone, the room for what is young grows to 100 MB, and what is old to several times what lives. A pipeline's machine may
// be small, and with less a large file is checked as fast.
setFlagsFromString('--semi-space-growth-factor=1')
setFlagsFromString('--heap-growing-percent=100')

/** The subcommands, each loaded when it is asked for: judging a file needs no database driver. */
const commands: Record<string, () => Promise<{ run: (args: string[]) => Promise<number> }>> = {
  check: () => import('./check'),
  probe: () => import('./probe'),
  push: () => import('./push'),
  verdict: () => import('./verdict'),
  import: () => import('./import'),
  'group-map': () => import('./group-map'),
  'verify-audit': () => import('./verify-audit'),
  doctor: () => import('./doctor'),
  backup: () => import('./backup'),
  restore: () => import('./restore'),
}

const help = `usage: dictamen <command>

  check FILE... [--baseline FILE] [--format text|json|sarif|junit|markdown] [--lang es|en] [--min-severity S]
                                            says what configurations, test results and listings prove, with no
                                            database; - reads standard input
                                            exit 0 nothing failed, 1 something failed, 2 a file could not be read
  check --explain ID                        what a check asks, why, and how to mend what it finds
  probe https://HOST [--out FILE] [--page PATH] [--health PATH] [--metrics PATH] [--key FILE] [--timeout SECONDS]
        [--lang es|en]                      looks at a server from here, as anybody can: HTTPS, TLS, certificate,
                                            headers, health, metrics; writes a signed result, with no database
                                            exit 0 the result is written, 2 the server could not be reached
  push --item CODE [--requirement KEY] [--assessment SLUG] [--url URL] [--service S] [--environment E] [--note N]
        [--redact] FILE...                  hands files in as evidence, at the server of --url or DICTAMEN_URL, of the
                                            assessment of --assessment or DICTAMEN_ASSESSMENT, with DICTAMEN_TOKEN;
                                            what holds secrets is refused, or with --redact stored with them covered
                                            exit 0 they wait for review, 1 a check failed, 2 they were not taken
  verdict <slug | file.yaml> [--json] [--url URL]
                                            the verdict of a file with no database, of the server of --url or
                                            DICTAMEN_URL with DICTAMEN_TOKEN, or else of the database
                                            exit 0 go, 2 conditional go, 3 no-go
  import <file.yaml>                        imports an assessment
  group-map <group> [--role R] [--team T]   what members of a group of the identity provider are here
  verify-audit [--checkpoints FILE] [--key FILE]
                                            walks every chain of events and holds the signed checkpoints against
                                            them; exit 1 where something does not hold
  doctor [--deep] [--mend]                  says what is inconsistent; mends what nothing refers to
  backup <folder>                           database and files, checksummed, into a new folder
  restore <folder>                          the same into an empty instance
`

async function main(): Promise<number> {
  const [name, ...args] = process.argv.slice(2)
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(help)
    return name === undefined ? 1 : 0
  }
  const command = commands[name]
  if (!command) throw new UsageError(`there is no command ${name}`)
  return (await command()).run(args)
}

main().then(code => { process.exitCode = code }, (error: unknown) => {
  const { code } = error as { code?: string }
  if (error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS')) {
    process.stderr.write(`dictamen: ${(error as Error).message}\n\n${help}`)
  } else if (code === 'ERR_MODULE_NOT_FOUND') {
    // The packages that reach a database and a store are not part of the command line that is packed.
    process.stderr.write(`dictamen: this works on the database of Dictamen: run it where Dictamen is installed\n`)
  } else {
    process.stderr.write(`dictamen: ${error instanceof Error ? error.message : String(error)}\n`)
  }
  process.exitCode = (error as { exitCode?: number }).exitCode ?? 1
})
