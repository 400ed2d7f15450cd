import { expect, test } from 'vitest'
import { alwaysEndsWell } from './idle-command'

test.each(['true', ':', 'exit 0', '/bin/true', 'echo no migrations', 'sh -c true', '/bin/sh -c "exit 0"', 'migrate || true', "bash -lc 'migrate; exit 0'"])(
  '%s ends well whatever happens', command => expect(alwaysEndsWell(command)).toBe(true))

test.each(['migrate', 'exit 1', 'sh -c migrate', 'migrate || exit 1', 'echo start && migrate', 'sh -c "true && migrate"', 'truecrypt', ''])(
  '%s may fail', command => expect(alwaysEndsWell(command)).toBe(false))
