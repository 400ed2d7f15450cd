import { openTo, type Destination, type FixedKey } from '@/lib/domain/destinations'
import type { Language } from '@/lib/domain/language'
import { hasPermission } from '@/lib/domain/permissions'
import { failure, success, type Result } from '@/lib/domain/result'
import { translator, type Translate } from '@/lib/i18n/translate'
import { getAssessment, listAssessments, type Assessment } from '@/lib/queries/assessments'
import { listPeople } from '@/lib/queries/people'
import { getSnapshot } from '@/lib/queries/snapshot'
import type { SignedInViewer } from '@/lib/queries/viewer'
import type { Destinations } from '@/lib/schemas/destinations'

/** As many items, tasks and dimensions as are offered outside an assessment: some 100 KB, compressed. */
const mostOutside = 5_000

/**
 * All that the palette can lead the viewer to, in their language, and nothing that their roles refuse: of the
 * assessment that they are in or, outside, of every one. Where those hold too much, some are `leftOut`, each as a
 * whole. Fails with `not_found`.
 */
export async function listDestinations(
  viewer: SignedInViewer, { assessment: slug }: Destinations,
): Promise<Result<{ destinations: Destination[]; leftOut: boolean }>> {
  const { language } = viewer
  const t = translator(language)
  const [assessment, assessments, people] = await Promise.all([
    slug === undefined ? null : getAssessment(viewer, slug),
    listAssessments(viewer),
    hasPermission(viewer, 'administration.read') ? listPeople(viewer) : [],
  ])
  if (slug !== undefined && !assessment) return failure('not_found')
  const open = openTo(viewer)
  const fixed = (of: 'assessment' | 'instance', base: string) =>
    open[of].map(({ kind, key, path }): Destination => ({ kind, label: wordsOf(key, t), href: base + path }))
  const { contents, leftOut } = assessment
    ? { contents: await contentsOf(assessment, language), leftOut: false }
    : await contentsOfAll(assessments, language)
  return success({
    leftOut,
    destinations: [
      ...(assessment ? fixed('assessment', `/${assessment.slug}`) : []),
      ...contents,
      ...fixed('instance', ''),
      { kind: 'action', label: `${t('shell.otherLanguage')}: ${t('shell.changeLanguage')}`, verb: 'changeLanguage' },
      { kind: 'action', label: t('account.signOut'), verb: 'signOut' },
      ...assessments.map((one): Destination => ({ kind: 'assessment', label: one.title[language], href: `/${one.slug}` })),
      ...people.flatMap(({ id, name }): Destination[] => (name === null ? [] : [{ kind: 'person', label: name, href: `/admin/people/${id}` }])),
    ],
  })
}

/** What is in each of the assessments, by its title; those that would be too much are left out. */
async function contentsOfAll(
  assessments: readonly Assessment[], language: Language,
): Promise<{ contents: Destination[]; leftOut: boolean }> {
  const contents: Destination[] = []
  let leftOut = false
  for (const assessment of assessments) {
    const more = await contentsOf(assessment, language)
    if (contents.length + more.length > mostOutside) leftOut = true
    else contents.push(...more.map(one => ({ ...one, of: assessment.title[language] })))
  }
  return { contents, leftOut }
}

async function contentsOf(assessment: Assessment, language: Language): Promise<Destination[]> {
  const { items, tasks, dimensions } = await getSnapshot(assessment)
  const base = `/${assessment.slug}`
  return [
    ...items.map(({ code, requirement }): Destination => ({ kind: 'item', code, label: requirement[language], href: `${base}/items/${code}` })),
    ...tasks.map(({ code, title }): Destination => ({ kind: 'task', code, label: title[language], href: `${base}/roadmap/${code}` })),
    ...dimensions.map(({ key, title }): Destination => ({ kind: 'dimension', label: title[language], href: `${base}/dimensions/${key}` })),
  ]
}

/** What a page or action is called where it stands. */
function wordsOf(key: FixedKey, t: Translate): string {
  switch (key) {
    case 'policy': return t('policy.title')
    case 'settings': return t('settings.title')
    case 'whatIf': return t('whatIf.title')
    case 'apiReference': return t('api.title')
    case 'exportCsv': return t('palette.exportCsv')
    case 'exportXlsx': return t('palette.exportXlsx')
    case 'import': return t('sheet.title')
    case 'newAssessment': return t('newAssessment.title')
    case 'people': case 'groups': case 'teams': case 'absences': case 'assessments':
      return `${t('admin.title')}: ${t(`admin.section.${key}`)}`
    default: return t(`nav.${key}`)
  }
}
