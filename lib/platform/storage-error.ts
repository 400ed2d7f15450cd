/** Why the store kept nothing, as the code of a failure. `cause` holds what happened underneath. */
export class StorageError extends Error {
  constructor(
    readonly code: 'empty_file' | 'too_large' | 'interrupted' | 'storage_full' | 'storage_unavailable', options?: ErrorOptions,
  ) {
    super(code, options)
  }
}

/** The error as it is where it says why already; no space left, or anything else that is the store's own trouble. */
export function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error
  const isFull = fullCodes.includes(String((error as NodeJS.ErrnoException | null)?.code))
  return new StorageError(isFull ? 'storage_full' : 'storage_unavailable', { cause: error })
}

/** The attempt, with what it throws as a `StorageError`. */
export function storageErrors<T>(attempt: Promise<T>): Promise<T> {
  return attempt.catch(error => Promise.reject(asStorageError(error)))
}

// A disk that is full, a quota that is used up.
const fullCodes = ['ENOSPC', 'EDQUOT']
