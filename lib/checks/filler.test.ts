import { expect, test } from 'vitest'
import { isFiller } from './filler'

test.each(['', '  ', 'TODO', 'tbd', 'n/a', 'N/A', '-', '…', '<name>', 'Pendiente', 'xxxx'])('“%s” says nothing', text => expect(isFiller(text)).toBe(true))

test.each(['Ana Pérez', 'https://wiki.example.org/todo', 'Todos los turnos', 'Slack #avisos', 'nadia'])('“%s” says something', text => expect(isFiller(text)).toBe(false))
