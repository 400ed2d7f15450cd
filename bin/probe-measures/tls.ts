import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { tlsVersions, type TlsVersion, type VersionOffer } from '@/lib/domain/probe'
import { codeOf, openMinded, patience, TimeoutError, type Target } from './target'

/** Whether the server speaks each version of TLS, each asked on a connection of its own. */
export async function measureVersions(target: Target): Promise<Record<TlsVersion, VersionOffer>> {
  const measured = await Promise.all(tlsVersions.map(async version => [version, await offerOf(target, version)] as const))
  return Object.fromEntries(measured) as Record<TlsVersion, VersionOffer>
}

/**
 * A connection that a client with the settings of Node makes; where it cannot, one that takes whatever the server
 * speaks. Its certificate was held against the trusted authorities and the host, and refused by nobody.
 */
export async function greet(target: Target): Promise<TLSSocket> {
  const { host, port, servername } = openMinded(target)
  try {
    return await handshake({ ...patience, host, port, servername, rejectUnauthorized: false, ALPNProtocols: ['h2', 'http/1.1'] }, target.milliseconds)
  } catch {
    return handshake(openMinded(target), target.milliseconds)
  }
}

async function offerOf(target: Target, version: TlsVersion): Promise<VersionOffer> {
  let agreed = false
  try {
    const socket = await handshake({ ...openMinded(target), minVersion: version, maxVersion: version }, target.milliseconds, () => { agreed = true })
    socket.destroy()
    return { offer: 'accepted', reason: null }
  } catch (error) {
    const code = codeOf(error)
    // With keys agreed upon, it speaks the version, whatever it asks for afterwards, such as a certificate of the client.
    if (agreed) return { offer: 'accepted', reason: code }
    if (otherVersion.includes(code)) return { offer: 'refused', reason: null }
    return { offer: code.endsWith('ALERT_HANDSHAKE_FAILURE') ? 'refused' : 'unknown', reason: code }
  }
}

/** The server says that it does not speak the version, or answers with another. */
const otherVersion = ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'ERR_SSL_UNSUPPORTED_PROTOCOL']

function handshake(options: ConnectionOptions, milliseconds: number, whenAgreed?: () => void): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect(options)
    const timer = setTimeout(() => socket.destroy(new TimeoutError()), milliseconds)
    if (whenAgreed) socket.once('keylog', whenAgreed)
    socket.once('secureConnect', () => {
      clearTimeout(timer)
      resolve(socket)
    })
    // Stays after the handshake: an error of a socket that nobody listens to ends the process.
    socket.on('error', error => {
      clearTimeout(timer)
      reject(error)
    })
  })
}
