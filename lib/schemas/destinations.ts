import { z } from 'zod'
import { slug } from './fields'

/** Where the viewer is: in an assessment, or in none. */
export const Destinations = z.strictObject({ assessment: slug.optional() })
export type Destinations = z.infer<typeof Destinations>
