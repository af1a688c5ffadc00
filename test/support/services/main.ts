import { renameSync, writeFileSync } from 'node:fs'
import { startServices } from './services.ts'

// The services as a process, for peers that are no JavaScript: `node main.ts --port-file FILE`. The file appears when the
// server listens, and holds the environment of a client as JSON. Ends with SIGTERM or when its standard input closes.
const [flag, file] = process.argv.slice(2)
if (flag !== '--port-file' || file === undefined) {
  console.error('usage: node main.ts --port-file FILE')
  process.exit(2)
}
const services = await startServices()
writeFileSync(`${file}.part`, JSON.stringify(services.env))
renameSync(`${file}.part`, file)
const stop = () => services.stop().then(() => process.exit(0))
process.once('SIGTERM', stop)
process.stdin.once('end', stop).resume()
