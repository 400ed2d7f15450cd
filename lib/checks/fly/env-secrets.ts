import { check } from '../check'
import type { FlyVariable } from '../formats/fly-toml-services'
import { secretSign } from '../secret-setting'

/** No secret stands in the file: Fly has a store for them. */
export const envSecrets = check({
  id: 'fly/env-secrets',
  format: 'fly-toml',
  subjects: ['environment-variables', 'secret-scan'],
  findings: { name: 'fail', password: 'fail', shape: 'fail', header: 'fail' },
  * run({ env, buildArguments, commands, services, checks }) {
    for (const { name, value, place } of [...env, ...buildArguments]) {
      const sign = secretSign(name, value)
      if (sign) yield { key: sign, place, values: { name } }
    }
    for (const { name, value, place } of commands) {
      // A command is called like what it does, which says nothing of what is in it.
      const sign = secretSign('', value)
      if (sign) yield { key: sign, place, values: { name } }
    }
    for (const { name, place } of [...services.flatMap(service => service.checks), ...checks].flatMap(one => one.headers).filter(isSecretHeader))
      yield { key: 'header', place, values: { name } }
  },
})

function isSecretHeader({ name, value }: FlyVariable): boolean {
  return /^(authorization|cookie|proxy-authorization)$/i.test(name) ? value.trim() !== '' : secretSign(name, value) !== null
}
