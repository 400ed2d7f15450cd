import { parentPort, workerData } from 'node:worker_threads'
import { findSecrets, type SecretSearch } from './secret-search'

// Looks for secrets in a thread of its own, where a text is so long that a request would have to wait.

const { bytes, redacts } = workerData as { bytes: Uint8Array; redacts: boolean }
parentPort?.postMessage(findSecrets(bytes, redacts) satisfies SecretSearch)
