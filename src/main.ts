import module from 'node:module'

module.enableCompileCache?.() // Node's own cache of compiled code: the second step of a job starts faster
const [kind = 'build', key = ''] = process.argv.slice(2)
if (kind === 'save-cache') await (await import('./hosts/github/cache-client.ts')).saveHere(key)
else await (await import('./hosts/github.ts')).runAction(kind)
process.exit() // a connection that is kept alive is no reason to stay
