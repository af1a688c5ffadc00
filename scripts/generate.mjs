// Files and sections that tables in src/ give: JSON Schemas, reference pages, tables of the README.
//
//   node scripts/generate.mjs [--check]     --check: changes nothing, names what is out of date
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { needNode24, root } from './lib/node24.mjs'

needNode24(import.meta.url)

const { generatedFiles } = await import('./generate/files.ts')
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

/** @param {string} path */
const read = path => {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return ''
  }
}

const files = await generatedFiles(read)
const stale = files.filter(({ path, content }) => read(path) !== content)
for (const { path, content } of stale) {
  if (values.check) {
    console.error(`out of date: ${path}`)
    continue
  }
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
  console.log(`written: ${path}`)
}
if (values.check && stale.length > 0) {
  console.error('Run `npm run generate` and commit.')
  process.exit(1)
}
if (stale.length === 0) console.log('generated files are up to date')
