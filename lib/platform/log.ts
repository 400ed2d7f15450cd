import pino from 'pino'
import { environment } from './env'

// Next bundles its routes apart from the server in front; the lines of both are counted here.
const shared = globalThis as typeof globalThis & { dictamenLogLines?: Map<string, number> }
const lines = (shared.dictamenLogLines ??= new Map<string, number>())

/** Structured log lines on standard output. Secrets never reach them: these paths are struck out wherever they stand. */
export const log = pino({
  level: environment().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { error: pino.stdSerializers.err },
  redact: {
    paths: ['cookie', 'authorization', 'token', 'password', 'secret', '*.cookie', '*.authorization', '*.token', '*.password', '*.secret'],
    censor: '[struck out]',
  },
  hooks: {
    logMethod(parameters, method, level) {
      const label = pino.levels.labels[level] ?? String(level)
      lines.set(label, (lines.get(label) ?? 0) + 1)
      method.apply(this, parameters)
    },
  },
})

/** The same for what an installation keeps its log for, whatever else `LOG_LEVEL` leaves out. */
export const record = log.child({}, { level: 'info' })

/** How many lines this process has logged, by level. */
export function loggedLines(): ReadonlyMap<string, number> {
  return lines
}
