#!/usr/bin/env node
import module from 'node:module'

module.enableCompileCache?.() // Node's own cache of compiled code: the second start is faster
const { main } = await import('./cli/main.ts')
process.exit(await main(process.argv.slice(2)))
