import { hasPermission, type Permission, type Viewer } from '@/lib/domain/permissions'
import { failure, type Result } from '@/lib/domain/result'
import { writerOf } from './chained-events'
import { writeInstance } from './write'

/** A write on what belongs to no assessment, by somebody whose role grants it; fails with `role` for others. */
export async function administer<T>(
  viewer: Viewer, permission: Permission, now: Date, work: Parameters<typeof writeInstance<T>>[1],
): Promise<Result<T>> {
  if (!hasPermission(viewer, permission)) return failure('role')
  return writeInstance(writerOf(viewer, now), work)
}
