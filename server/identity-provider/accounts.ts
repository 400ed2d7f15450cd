import type { Bilingual } from '@/lib/domain/language'
import type { Role } from '@/lib/domain/permissions'
import type { GroupMapping } from '@/lib/domain/sign-in'

/** A person of the development provider. Whoever opens its page may be any of them: it asks no password. */
export interface DemoAccount {
  id: string
  name: string
  groups: readonly string[]
  /** Methods that the provider will say were used; without `otp` there was no second factor. */
  amr: readonly string[]
  section: DemoSection
  may: Bilingual
}

export type DemoSection = 'owners' | 'judges' | 'readers' | 'administrators' | 'refused'

const twoFactors = ['pwd', 'otp'] as const

const sameWord = (name: string): Bilingual => ({ es: name, en: name })

/** Teams of the assessment, as the sign-in page names them. */
const teams = {
  secops: sameWord('SecOps'),
  devops: sameWord('DevOps'),
  netops: sameWord('NetOps'),
  sre: sameWord('SRE'),
  backend: sameWord('Backend'),
  qa: sameWord('QA'),
  architecture: { es: 'Arquitectura', en: 'Architecture' },
  operations: { es: 'Operaciones', en: 'Operations' },
  compliance: sameWord('Compliance'),
  finops: sameWord('FinOps'),
} as const
type TeamKey = keyof typeof teams

const mappedRoles: Record<string, Role> = {
  owner: 'owner',
  reviewer: 'reviewer',
  'cab-chair': 'cab_chair',
  'cab-member': 'cab_member',
  executive: 'executive',
  auditor: 'auditor',
  admin: 'admin',
}

const roleGroup = (name: string) => `dictamen-role-${name}`
const teamGroup = (key: string) => `dictamen-team-${key}`

/** What each group of the development provider is in Dictamen: one row a role, one row a team. */
export const developmentGroupMappings: readonly GroupMapping[] = [
  ...Object.entries(mappedRoles).map(([name, role]) => ({ group: roleGroup(name), role, teamKey: null })),
  ...Object.keys(teams).map(teamKey => ({ group: teamGroup(teamKey), role: null, teamKey })),
]

const owner = (id: string, name: string, team: TeamKey): DemoAccount => ({
  id, name, groups: [roleGroup('owner'), teamGroup(team)], amr: twoFactors, section: 'owners',
  may: {
    es: `Actualiza lo que debe el equipo ${teams[team].es} y adjunta la prueba.`,
    en: `Updates what the ${teams[team].en} team owes and attaches the proof.`,
  },
})

const withRole = (id: string, name: string, role: string, section: DemoSection, may: Bilingual): DemoAccount => ({
  id, name, groups: [roleGroup(role)], amr: twoFactors, section, may,
})

/** Every demo account, in the order in which the sign-in page shows them. */
export const demoAccounts: readonly DemoAccount[] = [
  owner('secops', 'Lucía Fernández', 'secops'),
  owner('devops', 'Martín Acosta', 'devops'),
  owner('netops', 'Valeria Ruiz', 'netops'),
  owner('sre', 'Diego Herrera', 'sre'),
  owner('sre2', 'Camila Soto', 'sre'),
  owner('backend', 'Julián Paredes', 'backend'),
  owner('qa', 'Inés Molina', 'qa'),
  owner('arquitectura', 'Tomás Vidal', 'architecture'),
  owner('operaciones', 'Rosa Quiroga', 'operations'),
  owner('compliance', 'Elena Bravo', 'compliance'),
  owner('finops', 'Andrés Luna', 'finops'),
  withRole('reviewer', 'Paula Medina', 'reviewer', 'judges', {
    es: 'Acepta o rechaza la evidencia de cualquier equipo.',
    en: 'Accepts or rejects the evidence of any team.',
  }),
  withRole('cab-chair', 'Ricardo Salas', 'cab-chair', 'judges', {
    es: 'Preside el comité que dicta la decisión.',
    en: 'Chairs the board that rules.',
  }),
  withRole('cab-security', 'Mónica Ibarra', 'cab-member', 'judges', {
    es: 'Integra el comité por seguridad.',
    en: 'Sits on the board for security.',
  }),
  withRole('cab-compliance', 'Sergio Campos', 'cab-member', 'judges', {
    es: 'Integra el comité por cumplimiento.',
    en: 'Sits on the board for compliance.',
  }),
  withRole('executive', 'Beatriz Navarro', 'executive', 'readers', {
    es: 'Lee el veredicto, su porqué y cuándo puede cambiar.',
    en: 'Reads the verdict, why it stands and when it can change.',
  }),
  withRole('auditor', 'Hugo Méndez', 'auditor', 'readers', {
    es: 'Lee todo, con su registro de cambios, y no cambia nada.',
    en: 'Reads everything, with its record of changes, and changes nothing.',
  }),
  withRole('admin', 'Carla Ponce', 'admin', 'administrators', {
    es: 'Administra personas, equipos y políticas.',
    en: 'Administers people, teams and policies.',
  }),
  withRole('admin2', 'Emilio Rivas', 'admin', 'administrators', {
    es: 'Segunda persona administradora, para lo que exige dos.',
    en: 'Second administrator, for what needs two.',
  }),
  {
    ...owner('nomfa', 'Raúl Ortega', 'sre'),
    amr: ['pwd'],
    section: 'refused',
    may: {
      es: 'No puede entrar: le falta el segundo factor.',
      en: 'Cannot enter: the second factor is missing.',
    },
  },
  {
    id: 'nogroup', name: 'Nora Vega', groups: [], amr: twoFactors, section: 'refused',
    may: {
      es: 'No puede entrar: no pertenece a ningún grupo.',
      en: 'Cannot enter: belongs to no group.',
    },
  },
]
