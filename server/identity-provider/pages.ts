import { createHash } from 'node:crypto'
import type { Language } from '@/lib/domain/language'
import { demoAccounts, type DemoAccount, type DemoSection } from './accounts'

/** The page on which one chooses whom to be. `action` is where the choice is sent. */
export function accountsPage(language: Language, action: string): string {
  const words = texts[language]
  const entries = (section: DemoSection) =>
    demoAccounts.filter(account => account.section === section).map(account => entry(account, language)).join('')
  const sections = (Object.keys(words.sections) as DemoSection[]).map(section => `
    <section aria-labelledby="${section}">
      <h2 id="${section}">${words.sections[section]}</h2>
      <ul>${entries(section)}</ul>
    </section>`)
  return page(language, words.title, `
    <h1>${words.title}</h1>
    <p>${words.explanation}</p>
    <form method="post" action="${escapeHtml(action)}">${sections.join('')}</form>`)
}

/** The page that ends the provider's session without a question. `form` is the provider's own. */
export function signOutPage(language: Language, form: string): string {
  const words = texts[language]
  return page(language, words.signingOut, `
    <h1>${words.signingOut}</h1>
    ${form}
    <button type="submit" form="op.logoutForm" name="logout" value="yes">${words.continue}</button>
    <script>${pressTheButton}</script>`)
}

/** A page with one sentence: an error, or the end of the road. */
export function messagePage(language: Language, message: 'signedOut' | 'failed', detail = ''): string {
  const words = texts[language]
  return page(language, words[message], `<h1>${words[message]}</h1><p>${escapeHtml(detail)}</p>`)
}

/** What these pages may load and send: their own style and script, and forms to the provider and to `clientOrigin`. */
export function contentSecurityPolicy(clientOrigin: string): string {
  return [
    "default-src 'none'", `style-src ${digest(style)}`, `script-src ${digest(pressTheButton)}`,
    // Browsers hold the redirects after a form to this list too, and they end in Dictamen.
    `form-action 'self' ${clientOrigin}`, "base-uri 'none'", "frame-ancestors 'none'",
  ].join('; ')
}

const texts = {
  es: {
    title: 'Cuentas de demostración',
    explanation:
      'Este proveedor de identidad es solo para probar Dictamen: no pide contraseña. Elija con qué persona entrar.',
    sections: {
      owners: 'Responsables de un equipo',
      judges: 'Revisión y comité',
      readers: 'Lectura',
      administrators: 'Administración',
      refused: 'Cuentas que Dictamen rechaza',
    },
    signingOut: 'Cerrando la sesión',
    continue: 'Continuar',
    signedOut: 'La sesión se cerró',
    failed: 'El proveedor no pudo continuar',
  },
  en: {
    title: 'Demonstration accounts',
    explanation: 'This identity provider is only for trying Dictamen: it asks no password. Choose whom to enter as.',
    sections: {
      owners: 'Owners, by team',
      judges: 'Review and board',
      readers: 'Reading',
      administrators: 'Administration',
      refused: 'Accounts that Dictamen refuses',
    },
    signingOut: 'Signing out',
    continue: 'Continue',
    signedOut: 'You are signed out',
    failed: 'The provider could not go on',
  },
} as const

const pressTheButton = "document.querySelector('button').click()"

const style = `
:root { color-scheme: light dark }
:root { --paper: #faf9f5; --ink: #1d1c19; --muted: #5d5a52; --line: #dedad0; --accent: #1c5082 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #171614; --ink: #ece9e2; --muted: #aea99e; --line: #37352f; --accent: #8dbaec }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem }
h2 { font-size: 1rem; margin: 2rem 0 .5rem }
p { margin: 0; color: var(--muted) }
ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line) }
li { border-bottom: 1px solid var(--line) }
button { font: inherit; color: inherit; background: none; border: 0; cursor: pointer }
button { width: 100%; padding: .625rem .5rem; text-align: left }
button:hover { background: color-mix(in srgb, var(--accent) 10%, transparent) }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px }
strong { display: block; font-weight: 600 }
code { font: .875rem ui-monospace, monospace; color: var(--muted) }
small { font-size: .875rem; color: var(--muted) }
`

function entry({ id, name, may }: DemoAccount, language: Language): string {
  const words = `<strong>${name} <code>${id}</code></strong> <small>${may[language]}</small>`
  return `<li><button type="submit" name="account" value="${id}">${words}</button></li>`
}

function page(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <style>${style}</style>
</head>
<body><main>${body}</main></body>
</html>`
}

function digest(source: string): string {
  return `'sha256-${createHash('sha256').update(source).digest('base64')}'`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
