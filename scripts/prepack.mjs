// npm pack: of all of Dictamen there is no package.
import { fail } from './runtime.mjs'

fail('the command line is packed by npm run package')
