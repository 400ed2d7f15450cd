import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

// The layer table of lib/README.md: folder → folders that it may import, beside itself.
const layers = {
  'lib/domain': [],
  'lib/checks': ['lib/domain'],
  'lib/i18n': ['lib/domain'],
  'lib/schemas': ['lib/domain'],
  'lib/db': ['lib/domain'],
  'lib/platform': ['lib/domain', 'lib/db'],
  'lib/queries': ['lib/domain', 'lib/schemas', 'lib/db'],
  'lib/operations': ['lib/domain', 'lib/checks', 'lib/schemas', 'lib/queries', 'lib/db', 'lib/platform', 'lib/i18n'],
  'lib/doors': ['lib/domain', 'lib/schemas', 'lib/queries', 'lib/platform', 'lib/i18n'],
  'lib/actions': ['lib/schemas', 'lib/operations', 'lib/doors'],
  components: ['lib/domain', 'lib/schemas', 'lib/i18n', 'lib/actions'],
  app: ['lib/domain', 'lib/schemas', 'lib/i18n', 'lib/queries', 'lib/doors', 'lib/actions', 'components'],
}

const parsers = ['node:crypto', 'dockerfile-ast', 'js-yaml', 'jsonc-parser', 're2js', 'saxes', 'toml-eslint-parser', 'yaml']
const packages = { 'lib/domain': ['node:crypto'], 'lib/schemas': ['zod'], 'lib/checks': parsers }

const element = type => ({ element: { type } })
const policies = Object.entries(layers).flatMap(([from, to]) => [
  { from: element(from), allow: { to: element([from, ...to]) } },
  {
    from: element(from),
    allow: { to: { module: { origin: ['external', 'core'], ...(packages[from] && { source: packages[from] }) } } },
  },
])

const pure = ['lib/{domain,checks}/**/*.ts']
const tests = ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', '**/fixtures/**', 'lib/checks/testing/**']

export default ts.config(
  { ignores: ['node_modules/', '.next/', 'build/', 'lib/db/generated/', 'next-env.d.ts', '.data/', 'test-results/', 'playwright-report/'] },
  ...ts.configs.recommended,
  { files: ['{app,components}/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs.recommended.rules },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: tests,
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: {} },
      'boundaries/include': ['app/**', 'components/**', 'lib/**'],
      'boundaries/elements': Object.keys(layers).map(type => ({ type, pattern: type, partialMatch: false })),
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': ['error', { default: 'disallow', checkAllOrigins: true, policies }],
    },
  },
  {
    files: pure,
    ignores: tests,
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The pure core is told the time: pass now in.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The pure core is told the time: pass now in.' },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'The pure core gives the same answer to the same input.' },
      ],
    },
  },
)
