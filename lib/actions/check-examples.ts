import { readExamples as read } from '@/lib/operations/check-examples'

// No server action: a page that has passed its door asks while it is rendered.

export const readExamples = read
