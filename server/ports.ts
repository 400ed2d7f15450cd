import net from 'node:net'
import { StartError } from './start-error'

/** Fails with one clear line where the port cannot be listened on; `variable` is how to choose another. */
export async function requireFreePort(host: string, port: number, variable: string): Promise<void> {
  const probe = net.createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen(port, host, resolve)
    })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be listened on (${code})`
    throw new StartError(`Port ${port} on ${host} ${why}. Set ${variable} to another one.`)
  } finally {
    probe.close()
  }
}
