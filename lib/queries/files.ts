import { db } from '@/lib/db/client'
import { hasPermission, type Viewer } from '@/lib/domain/permissions'

/** A file of evidence: what it is, and the hash that names its bytes in the store. */
export interface EvidenceFile {
  name: string
  mediaType: string
  /** Bytes. */
  size: number
  sha256: string
}

/** A file of the evidence of an assessment; null where the viewer may not read it or there is none there. */
export async function getFile(viewer: Viewer, slug: string, fileId: string): Promise<EvidenceFile | null> {
  if (!hasPermission(viewer, 'evidence.read')) return null
  return db().evidenceFile.findFirst({
    where: { id: fileId, revision: { evidence: { requirement: { assessment: { slug } } } } },
    select: { name: true, mediaType: true, size: true, sha256: true },
  })
}
