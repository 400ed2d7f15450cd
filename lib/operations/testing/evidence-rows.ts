import { db } from '@/lib/db/client'
import type { ReceivedUpload } from '../uploads'

const both = (text: string) => ({ es: text, en: text })

/** An owner of the team `sre`, as an operation or a door takes them. */
export interface TestOwner {
  userId: string
  roles: ['owner']
  teams: ['sre']
  standsInFor: []
  language: 'es'
  sessionHash: string
  instanceRevision: number
}

export async function createOwner(): Promise<TestOwner> {
  const { id } = await db().user.create({ data: { issuer: 'https://issuer.example', subject: crypto.randomUUID() } })
  return { userId: id, roles: ['owner'], teams: ['sre'], standsInFor: [], language: 'es', sessionHash: 'a'.repeat(64), instanceRevision: 0 }
}

/** An assessment with one item that asks for one piece of evidence. */
export async function createAssessment(slug: string): Promise<{ id: string; requirementId: string }> {
  const assessment = await db().assessment.create({
    data: {
      slug, title: both(slug), summary: both(slug), timeZone: 'America/Caracas', calendar: {}, assumptions: [],
      statusMapping: {}, headHash: '0'.repeat(64), revisedAt: new Date(0),
      dimensions: { create: { key: 'backup', position: 0, title: both('Respaldo'), standing: both('') } },
    },
    include: { dimensions: true },
  })
  const requirement = await db().evidenceRequirement.create({
    data: {
      key: 'restore-report', position: 0, title: both('Acta de restauración'), kind: 'drill', validityDays: 90,
      assessment: { connect: { id: assessment.id } },
      item: {
        create: {
          code: 'DR-01', kind: 'checklist', position: 0, requirement: both('Restauración'), criterion: both('Probada'),
          criticality: 'gate', declaredStatus: 'in_progress', source: {}, details: {},
          assessment: { connect: { id: assessment.id } },
          dimension: { connect: { id: assessment.dimensions[0]?.id } },
        },
      },
    },
  })
  return { id: assessment.id, requirementId: requirement.id }
}

/** Turns an upload into the file of a new piece of evidence, as its submission does. Returns the file's id. */
export async function fileUpload(
  owner: TestOwner, requirementId: string, upload: ReceivedUpload, now: Date,
): Promise<string> {
  const { id, ...file } = upload
  return db().$transaction(async transaction => {
    await transaction.upload.delete({ where: { id } })
    const revision = await transaction.evidenceRevision.create({
      data: {
        number: 1, submitterTeams: owner.teams, submittedAt: now, effectiveOn: now,
        submitter: { connect: { id: owner.userId } },
        evidence: { create: { createdAt: now, requirement: { connect: { id: requirementId } } } },
        files: { create: { position: 0, ...file } },
      },
      include: { files: true },
    })
    const [created] = revision.files
    if (!created) throw new Error('the file was not created')
    return created.id
  })
}
