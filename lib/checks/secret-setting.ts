import { secretsIn, type SecretKind } from './secrets'

/** Why a setting looks like a secret: its name says so, its value carries a password, or has the shape of a key. */
export type SecretSign = 'name' | 'password' | 'shape'

/** Whether what stands in plain text under a name is a secret; null where nothing says so. The value is never given back. */
export function secretSign(name: string, value: string): SecretSign | null {
  const plain = value.trim()
  if (plain === '' || isReference(plain)) return null
  if (hasShape(plain)) return 'shape'
  if (carriesPassword(plain)) return 'password'
  return namesSecret(name) && !isSetting(plain) ? 'name' : null
}

/** Whether a name is one that secrets have. */
export function namesSecret(name: string): boolean {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase()
  return (secretName.test(words) || spanishName.test(words)) && !aboutSecret.test(words)
}

const secretName = /(^|[^A-Z])(PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|PW|SECRET|SECRETS|TOKEN|CREDENTIAL|CREDENTIALS|APIKEY|(API|PRIVATE|SECRET|SIGNING|ENCRYPTION|MASTER|ACCOUNT|APP|SESSION|HMAC|FERNET|COOKIE|AUTH|JWT|ACCESS|SERVICE|DEPLOY|SSH|WEBHOOK)[_-]?KEY|SECRET_?KEY_?BASE|PGPASSWORD)([^A-Z]|$)/
/** The same in Spanish. A word to search by is no secret. */
const spanishName = /(^|[^A-ZÑ])(CONTRASE(Ñ|N|NI)AS?|SECRETOS?|CREDENCIAL(ES)?|(?<!PALABRAS?[_-])CLAVES?)([^A-ZÑ]|$)/
// What a secret is called, where it lies, how long it lasts and of what kind it is, is none itself.
const aboutSecret = /(^|[^A-Z])(FILE|PATH|DIR|NAME|HEADER|PREFIX|TYPE|ALG|ALGORITHM|ISSUER|AUDIENCE|SCOPE|URL|URI|ENDPOINT|HOST|ID|TTL|EXPIRY|EXPIRES|EXPIRATION|LIFETIME|LENGTH|SIZE|MIN|MAX|MINUTES|SECONDS|HOURS|DAYS|IN|AGE|POLICY|ENABLED|REQUIRED|ROUNDS|LIMIT|COUNT|PROVIDER|ALLOWED|DISABLED|COOKIE|VERSION|ROTATION|NOMBRE|RUTA|ARCHIVO|LARGO|MINUTOS|HORAS|DIAS)$|PUBLIC/

/** Shapes that say little without the name before them, which is looked at by itself. */
const uncertain: readonly SecretKind[] = ['url-password', 'assignment', 'scanner-report']

/** Whether it has the shape of a key or token that a known service gives. */
function hasShape(value: string): boolean {
  return secretsIn(value).some(({ kind }) => !uncertain.includes(kind))
}

/** A password within an address, `scheme://user:password@host`, or within a list of settings, `password=…`. */
function carriesPassword(value: string): boolean {
  const inAddress = /:\/\/[^\s/:@?#]*:([^\s/@?#]+)@/.exec(value)?.[1]
  const inList = /(?:^|[\s;?&"'_-])(?:password|passwd|pwd)\s*=\s*["']?([^\s;&"']+)/i.exec(value)?.[1]
  return [inAddress, inList].some(password => password !== undefined && !isReference(password) && !isSetting(password))
}

/** Something that is put in later: `${NAME}`, `$NAME`, `$(command …`, `{{name}}`, `<name>`. */
function isReference(value: string): boolean {
  return /^(\$\{[^}]*\}|\$\(.*|\$\w+|\{\{[^}]*\}\}|<[\w -]*>)$/.test(value)
}

/** A switch, or a file that holds the secret. */
function isSetting(value: string): boolean {
  return /^(true|false|yes|no|on|off)$/i.test(value) || /^\/(run|etc|var|app|srv|data|mnt|opt|home|secrets|tmp)(\/[\w.-]+)*$/.test(value)
}
