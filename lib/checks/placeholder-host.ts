const placeholder = /^https?:\/\/(?:[^/?#@]*@)?(?:<[^>]*>|(?:change|replace)[-_]?(?:me|this)|(?:your|tu|su)[-_][^/:]*|cambia(?:r|me)?|todo|x{3,})(?:[.:/?#]|$)/i

/** Whether an address has a word to be filled in where the name of a machine should stand. */
export function namesNoHost(address: string): boolean {
  return placeholder.test(address)
}
