import { traceAlert as trace } from '@/lib/operations/alert-routing'

// No server action: a page that has passed its door asks while it is rendered.

export const traceAlert = trace
