/**
 * Flags of the Node that runs the server, in the image too. Of the space for young objects V8 would take 130 MB, and
 * keep it. Source maps are left out: they hold 40 MB. Whoever has a failure to find sets NODE_OPTIONS=--enable-source-maps.
 */
export const serverFlags = ['--max-semi-space-size=16']

/**
 * Variables of its process. The C library would keep what was freed apart for each of eight threads; two are enough.
 * Told when to give memory back, it does not put that off further with each large buffer that it sees.
 */
export const serverVariables = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' }
