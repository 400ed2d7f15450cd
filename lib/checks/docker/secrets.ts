import { check } from '../check'
import type { DockerInstruction } from '../formats/dockerfile'
import { namesSecret, secretSign } from '../secret-setting'

/** No secret is built into the image, where anyone who pulls it finds it, or left in the history of how it was built. */
export const secrets = check({
  id: 'docker/secrets',
  format: 'dockerfile',
  subjects: ['environment-variables', 'secret-scan'],
  findings: { name: 'fail', password: 'fail', shape: 'fail', file: 'fail', argument: 'warning', everything: 'info' },
  * run({ stages }) {
    for (const one of stages.flatMap(({ instructions }) => instructions)) {
      yield* settings(one)
      if (one.keyword === 'COPY' || one.keyword === 'ADD') yield* files(one)
      const sign = one.settings.length === 0 ? secretSign('', one.words.join(' ')) : null
      if (sign) yield { key: sign, place: one.place, values: { name: one.keyword } }
    }
  },
})

function* settings({ settings, keyword }: DockerInstruction) {
  for (const { name, value, place } of settings) {
    const sign = value === null ? null : secretSign(name, value)
    if (sign) yield { key: sign, place, values: { name } }
    // Docker keeps the values of arguments in the history of the image.
    else if (keyword === 'ARG' && !value && namesSecret(name)) yield { key: 'argument' as const, place, values: { name } }
  }
}

function* files({ words, exec, source, place }: DockerInstruction) {
  // What follows is the text of the file, and no path.
  if (words.some(word => word.startsWith('<<'))) return
  for (const path of (exec ?? words).slice(0, -1)) {
    const name = path.replace(/\/+$/, '').split('/').at(-1) ?? ''
    if (isSecretFile(name)) yield { key: 'file' as const, place, values: { file: name } }
    else if (source === null && (path === '.' || path === './' || path === '*')) yield { key: 'everything' as const, place }
  }
}

const secretFiles = [
  /^\.env(\.(?!(example|sample|template|dist|defaults?)$).+)?$/, /^id_(rsa|dsa|ecdsa|ed25519)$/, /\.(key|p12|pfx|jks|keystore|ppk)$/,
  /^(?!.*(ca|cert|chain|bundle|pub)).*\.pem$/, /^\.(npmrc|pypirc|netrc|pgpass|git-credentials|htpasswd|aws|ssh|gnupg|kube|docker)$/,
  /^(credentials|service[-_]?account.*|client_secret.*|secrets?)\.(json|ya?ml|toml|ini|env)$/,
]

function isSecretFile(name: string): boolean {
  return name.length <= 255 && secretFiles.some(file => file.test(name.toLowerCase()))
}
