// Writes src/languages/python/provider/pbs.json: archives of python-build-standalone with their sizes and sha256, from the digests
// that a release of the project publishes (SHA256SUMS).
//
//   node scripts/catalog-python.mjs --release 20260101 [--python 3.11,3.12,3.13] [--base URL]
//
// The newest of each version that is named is taken. Run it where the project's releases can be reached, then run the suite `python`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    release: { type: 'string' },
    python: { type: 'string', default: '3.11,3.12,3.13' },
    base: { type: 'string', default: 'https://github.com/astral-sh/python-build-standalone/releases/download' },
  },
})
if (!/^[0-9]{8}$/.test(values.release ?? '')) throw new Error('--release is the date of a release, such as 20260101')

const file = join(import.meta.dirname, '../src/languages/python/provider/pbs.json')
const base = `${values.base}/${values.release}`
const minors = values.python.split(',')

/** @param {string} url @param {string} [method] @returns {Promise<Response>} */
async function ask(url, method = 'GET') {
  const answer = await fetch(url, { method })
  if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`)
  return answer
}

const sums = await (await ask(`${base}/SHA256SUMS`)).text()
const named =
  /^([0-9a-f]{64})[ *]+(cpython-(3\.[0-9]+\.[0-9]+)\+[0-9]{8}-(x86_64|aarch64)-unknown-linux-gnu-install_only_stripped\.tar\.gz)$/
const rows = []
for (const line of sums.split('\n')) {
  const [, sha256, name, version = '', arch] = named.exec(line) ?? []
  if (name === undefined || !minors.includes(version.split('.').slice(0, 2).join('.'))) continue
  const size = (await ask(`${base}/${encodeURIComponent(name)}`, 'HEAD')).headers.get('content-length')
  rows.push({ version, release: values.release, arch, file: name, sha256, bytes: Number(size) })
}
if (rows.length === 0) throw new Error(`${base}/SHA256SUMS names no archive of ${values.python}`)
const before = readFileSync(file, 'utf8')
const after = `${JSON.stringify(rows, null, 2)}\n`
writeFileSync(file, after)
console.log(`${rows.length} archives${before === after ? ', as before' : ''}`)
