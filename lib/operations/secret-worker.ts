import { answerFrom } from '@/lib/platform/apart-answer'
import { findSecrets, type SecretSearch } from './secret-search'

// Looks for secrets in a process of its own, where a text is so long that a request would have to wait.

answerFrom(({ chunks, redacts }: { chunks: Uint8Array[]; redacts: boolean }): SecretSearch => findSecrets(chunks, redacts))
