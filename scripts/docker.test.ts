import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { environmentVariables } from '@/lib/platform/env'
import { serverFlags, serverVariables } from './server-process.mjs'

interface Service {
  image: string
  user: string
  build?: string
  command?: string[]
  environment: Record<string, string>
  healthcheck?: { test?: string[] }
  depends_on?: Record<string, { condition: string }>
  ports?: string[]
}

const read = (file: string) => readFileSync(file, 'utf8')
const compose = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> }
const services = Object.entries(compose.services)
const dockerfile = read('Dockerfile').replaceAll('\\\n', ' ').split('\n')
const lines = [...read('.env.example').matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=(.*)$/gm)]
const example = new Map(lines.map(([, name = '', value = '']) => [name, value]))

describe('docker-compose.yml', () => {
  const ours = services.filter(([, service]) => service.image === 'dictamen')

  test.each(ours)('%s: each variable is one that Dictamen reads', (_, { environment }) => {
    expect(Object.keys(environment).filter(name => !(name in environmentVariables))).toEqual([])
  })

  test('each variable that it takes from .env is documented there', () => {
    const taken = [...read('docker-compose.yml').matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name = '']) => name)
    expect(taken.filter(name => !example.has(name))).toEqual([])
  })

  test.each(services)('%s: takes every secret from .env, which must hold it', (_, { environment }) => {
    const required = /\$\{[A-Z0-9_]+:\?[^}]+\}/g
    for (const [name, value] of Object.entries(environment)) {
      if (/SECRET|PASSWORD|ACCESS_KEY/.test(name)) expect(value.replace(required, ''), name).toBe('')
      expect(value, name).not.toMatch(/:\/\/[^:/]+:(?!\$\{[A-Z0-9_]+:\?)[^@/]+@/)
    }
  })

  test.each(services)('%s: is not root, and waits for what exists', (_, { user, depends_on = {} }) => {
    expect(['node', 'postgres', 'rustfs', '1000']).toContain(user)
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(Object.keys(depends_on)))
  })

  test.each(services.filter(([, { build }]) => !build))('%s: has a version and a health check', (_, service) => {
    expect(service.image).toMatch(/:\d/)
    expect(service.healthcheck?.test?.[0]).toBe('CMD')
  })

  test('only the application and the identity provider have a port, and only on this machine', () => {
    const open = services.flatMap(([name, { ports = [] }]) => ports.map(port => `${name} ${port}`))
    expect(open).toEqual(['app 127.0.0.1:4010:4010', 'keycloak 127.0.0.1:4080:8080'])
  })
})

describe('Dockerfile', () => {
  const last = dockerfile.slice(dockerfile.findLastIndex(line => line.startsWith('FROM ')))
  const instruction = (name: string) => last.filter(line => line.trim().startsWith(`${name} `))

  test('each variable is one that Dictamen or its process reads', () => {
    const pairs = instruction('ENV').flatMap(line => line.trim().split(' ').slice(1)).map(pair => pair.split('='))
    expect(pairs.filter(([name = '']) => name !== 'NODE_ENV' && !(name in environmentVariables))).toEqual(Object.entries(serverVariables))
  })

  test('runs as an ordinary user, in exec form, with a health check', () => {
    expect(instruction('USER')).toEqual(['USER node'])
    expect(last.indexOf('USER node')).toBeLessThan(last.findIndex(line => line.startsWith('CMD ')))
    expect(instruction('CMD').map(line => JSON.parse(line.slice('CMD '.length)))).toEqual([
      ['node', ...serverFlags, 'build/server.mjs'],
    ])
    expect(instruction('HEALTHCHECK').join()).toMatch(/CMD \["node".*\/healthz.*\]$/)
  })
})

describe('.env.example', () => {
  test('documents every variable that Dictamen reads', () => {
    expect(Object.keys(environmentVariables).filter(name => !example.has(name))).toEqual([])
  })

  test('names nothing that neither Dictamen nor docker-compose.yml reads, and holds no secret', () => {
    expect([...example.keys()].filter(name => !(name in environmentVariables))).toEqual([
      'POSTGRES_PASSWORD', 'KEYCLOAK_DB_PASSWORD', 'KEYCLOAK_ADMIN_PASSWORD', 'KEYCLOAK_URL',
    ])
    const secrets = [...example].filter(([name]) => /SECRET|PASSWORD|ACCESS_KEY/.test(name))
    expect(secrets.filter(([, value]) => value !== '')).toEqual([])
  })
})
