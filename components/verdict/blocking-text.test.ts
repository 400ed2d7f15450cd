import { describe, expect, test } from 'vitest'
import type { Facts } from '@/lib/domain/facts'
import { assessment, decision, gatesProven, item, now, planned, policy, proven, ready, waiver } from '@/lib/domain/fixtures/facts'
import { decide } from '@/lib/domain/verdict'
import { blockingText } from './blocking-text'

const ruled = (outcome: 'go' | 'conditional_go') => ({ decisions: [decision({ outcome })] })

describe('what blocks in a sentence', () => {
  test.each<[string, Facts, string | null, string | null]>([
    ['open gates speak for themselves', assessment([item('OBS-01'), item('DR-01'), item('SEC-02')]), null, null],
    [
      'what nobody planned', assessment([...gatesProven, item('CST-01'), planned('AUT-01')]),
      'Lo bloqueante y lo crítico está probado; faltan 2 requisitos estándar. Bloquea lo que no tiene responsable y fecha acordada por el comité.',
      'Gates and critical items are proven; 2 standard items are missing. What blocks is what has no owner and no date agreed by the board.',
    ],
    [
      'what is planned', assessment([...gatesProven, planned('CST-01')], ruled('conditional_go')),
      'Lo bloqueante y lo crítico está probado; falta 1 requisito estándar.',
      'Gates and critical items are proven; 1 standard item is missing.',
    ],
    [
      'an exception alone', assessment([...gatesProven, item('CST-01', { exceptions: [waiver()] })], ruled('conditional_go')),
      'Lo bloqueante y lo crítico está probado; quedan excepciones vigentes.',
      'Gates and critical items are proven; exceptions are in force.',
    ],
    [
      'nothing but the board, which has not ruled', ready,
      'Todo lo exigido está probado. El comité aún no ha resuelto: sin resolución, no procede (regla R6).',
      'All that is asked for is proven. The board has not ruled yet, and without a decision it is a no-go (rule R6).',
    ],
    ['nothing', assessment([...gatesProven, proven('CST-01')], ruled('go')), 'Nada bloquea la salida.', 'Nothing blocks the go-live.'],
    [
      'what cannot be evaluated', { ...ready, assessment: { ...ready.assessment, startedOn: null } },
      'No se puede evaluar, así que nadie puede decir qué bloquea. Mientras tanto, no procede.',
      'It cannot be evaluated, so nobody can say what blocks. Until it can, it is a no-go.',
    ],
  ])('says %s', (_, facts, es, en) => {
    const verdict = decide(facts, policy, now)
    expect(blockingText(verdict, 'es')).toBe(es)
    expect(blockingText(verdict, 'en')).toBe(en)
  })
})
