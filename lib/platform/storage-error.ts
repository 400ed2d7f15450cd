/** Why the store kept nothing, as the code of a failure. `cause` holds what happened underneath. */
export class StorageError extends Error {
  constructor(
    readonly code: 'empty_file' | 'too_large' | 'interrupted' | 'storage_unavailable', options?: ErrorOptions,
  ) {
    super(code, options)
  }
}

/** The error as it is where it says why already; anything else is the store's own trouble. */
export function asStorageError(error: unknown): StorageError {
  return error instanceof StorageError ? error : new StorageError('storage_unavailable', { cause: error })
}
