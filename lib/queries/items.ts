import { db } from '@/lib/db/client'
import type { Bilingual } from '@/lib/domain/language'
import { fromUtcDate, type LocalDate } from '@/lib/domain/dates'
import type { Assessment } from './assessments'

/** The other cells of the source's rows of some items, by their codes. */
export async function listItemDetails(
  assessment: Assessment, codes: readonly string[],
): Promise<ReadonlyMap<string, ItemParticulars['details']>> {
  const items = await db().item.findMany({
    where: { assessmentId: assessment.id, code: { in: [...codes] } }, select: { code: true, details: true },
  })
  return new Map(items.map(({ code, details }) => [code, details as unknown as ItemParticulars['details']]))
}

/** What an item's page shows of it beside its row of the snapshot. */
export interface ItemParticulars {
  /** The other cells of the source's row. */
  details: { label: Bilingual; value: Bilingual }[]
  references: { number: number; title: string; url: string }[]
  recommendations: { section: string; numeral: string; label: Bilingual }[]
  discrepancies: { code: string; title: Bilingual }[]
  /** The claim of not being applicable that waits or holds. */
  claim: { id: string; requesterId: string; reason: string; until: LocalDate; approverId: string | null } | null
}

export async function getItemParticulars(assessment: Assessment, itemId: string, code: string): Promise<ItemParticulars> {
  const [item, discrepancies] = await Promise.all([
    db().item.findUniqueOrThrow({
      where: { id: itemId, assessmentId: assessment.id },
      select: {
        details: true,
        references: { select: { reference: { select: { number: true, title: true, url: true } } }, orderBy: { reference: { number: 'asc' } } },
        recommendations: { select: { section: true, numeral: true, label: true }, orderBy: [{ section: 'asc' }, { numeral: 'asc' }] },
        waivers: { where: { revoked: false }, orderBy: { createdAt: 'desc' }, take: 1 },
      },
    }),
    db().discrepancy.findMany({
      where: { assessmentId: assessment.id, itemCodes: { has: code } },
      orderBy: { position: 'asc' }, select: { code: true, title: true },
    }),
  ])
  const [claim] = item.waivers
  return {
    details: item.details as unknown as ItemParticulars['details'],
    references: item.references.map(({ reference }) => reference),
    recommendations: item.recommendations.map(r => ({ ...r, label: r.label as unknown as Bilingual })),
    discrepancies: discrepancies.map(d => ({ ...d, title: d.title as unknown as Bilingual })),
    claim: claim ? { ...claim, until: fromUtcDate(claim.until) } : null,
  }
}
