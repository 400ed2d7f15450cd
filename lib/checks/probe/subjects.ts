import type { Subject } from '@/lib/domain/baseline'

/** All that a result speaks of: what makes it worthless makes it so for each of them. */
export const everySubject: readonly Subject[] = ['edge', 'http-service', 'tls', 'certificates', 'security-headers', 'health-checks', 'metrics-endpoint']
