import module from 'node:module'

module.enableCompileCache?.() // Node's own cache of compiled code: the second step of a job starts faster
const { runAction } = await import('./hosts/github.ts')
await runAction(process.argv[2] ?? 'build')
process.exit() // a connection that is kept alive is no reason to stay
