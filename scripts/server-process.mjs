/** Flags of the Node that runs the server, in the image too. Of the space for young objects V8 would take 130 MB, and keep it. */
export const serverFlags = ['--enable-source-maps', '--max-semi-space-size=16']

/** Variables of its process. The C library would keep what was freed apart for each of eight threads; two are enough. */
export const serverVariables = { MALLOC_ARENA_MAX: '2' }
