// docs/demo.md and the README's picture: what `npm run demo` prints on this machine, by running it.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, release } from 'node:os'
import { join } from 'node:path'
import { childEnv, needNode24, root } from './lib/node24.mjs'

needNode24(import.meta.url)

const started = Date.now()
const env = childEnv({ NO_COLOR: '1', COLUMNS: '120' })
const done = spawnSync('sh', ['-c', 'node scripts/demo.mjs 2>&1'], {
  cwd: root,
  env,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
})
if (done.status !== 0) {
  process.stderr.write(done.stdout)
  console.error('the demo failed: docs/demo.md is left as it was')
  process.exit(1)
}
const home = process.env['HOME'] ?? ''
const text = done.stdout.replaceAll(root, '.').replaceAll(home === '' ? '\0' : home, '~')
const seconds = Math.round((Date.now() - started) / 1000)
const machine = `Linux ${release().split('-')[0]}, ${process.arch}, ${cpus().length} cores`
writeFileSync(
  join(root, 'docs/demo.md'),
  `# The demo\n\nWhat \`npm run demo\` printed (${machine}, ${seconds} s); written by \`node scripts/transcript.mjs\`.
A first run takes longer: it installs zig, and zig makes the C library of each target once.\n\n\`\`\`text\n${text}\`\`\`\n`,
)
// The README shows the table: from its head to the verdict.
const { replaceSection } = await import('./generate/markdown.ts')
const lines = text.split('\n')
const from = lines.findIndex(line => /^\s+project\s+target/.test(line))
const to = lines.findIndex(line => line.includes('verified:'))
const picture = ['```console', '$ npm run demo', ...lines.slice(from, to + 1), '```'].join('\n')
const readme = join(root, 'README.md')
writeFileSync(readme, replaceSection(readFileSync(readme, 'utf8'), 'demo', picture))
console.log(`docs/demo.md: ${seconds} s`)
