/** Whether a text is empty, or what a form is filled with for the time being. */
export function isFiller(text: string): boolean {
  const plain = text.trim().slice(0, 1_000)
  return plain === '' || /^([-–—?.…]+|<[^<>]*>|n\/?a|todo|tbd|fixme|pendiente|pending|por definir|xxx+)$/i.test(plain)
}
