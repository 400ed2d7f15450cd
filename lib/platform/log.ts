import pino from 'pino'
import { environment } from './env'

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
})
