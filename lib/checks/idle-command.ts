const quoted = /^(?:(?:\/usr)?\/bin\/)?(?:ba|da|a|z)?sh -[a-z]*c (["']?)([\s\S]*)\1$/
const idle = /^(:|true|exit( 0)?|(\/usr)?\/bin\/true|echo\b[^&|;]*)$/
const passedOver = /(\|\||;)\s*(:|true|exit 0)$/

/** Whether a command ends well whatever happens: it does nothing, or what may fail is followed by what cannot. */
export function alwaysEndsWell(command: string): boolean {
  const plain = command.trim().slice(0, 10_000)
  const script = (quoted.exec(plain)?.[2] ?? plain).trim()
  return idle.test(script) || passedOver.test(script)
}
