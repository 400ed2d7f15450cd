import { artifact } from './artifact'
import { vulnerabilities } from './vulnerabilities'

export const trivyChecks = [vulnerabilities, artifact] as const
