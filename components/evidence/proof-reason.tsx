import { Disc, DiscCheck, DiscClock, DiscHalf, Octagon, Bar } from '@/components/ui/shapes'
import { toneText, type Tone } from '@/components/ui/tone'
import type { Language } from '@/lib/domain/language'
import type { RequirementProof, RequirementState } from '@/lib/domain/proof'
import { translator } from '@/lib/i18n/translate'

const looks: Record<RequirementState, { tone: Tone; Shape: typeof Disc }> = {
  met: { tone: 'good', Shape: DiscCheck },
  failed: { tone: 'danger', Shape: Octagon },
  inconclusive: { tone: 'warn', Shape: DiscHalf },
  expired: { tone: 'warn', Shape: DiscClock },
  inadmissible: { tone: 'warn', Shape: DiscHalf },
  in_review: { tone: 'info', Shape: DiscHalf },
  not_yet_effective: { tone: 'info', Shape: DiscClock },
  rejected: { tone: 'warn', Shape: Bar },
  withdrawn: { tone: 'warn', Shape: Bar },
  missing: { tone: 'neutral', Shape: Bar },
}

/** Why a requirement stands where it stands, as shape, word and colour. */
export function ProofReason({ proof, language }: { proof: RequirementProof; language: Language }) {
  const { tone, Shape } = looks[proof.state]
  return (
    <span className={`inline-flex items-center gap-1.5 text-small font-medium ${toneText[tone]}`}>
      <Shape size={14} />{translator(language)(`proofReason.${proof.reason}`)}
    </span>
  )
}
