// GitLab's own schema over every file of ours that GitLab reads; ends with 127 where check-jsonschema is not installed.
//
//   node scripts/lint-gitlab.mjs
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { childEnv, root } from './lib/node24.mjs'

const files = [
  '.gitlab-ci.yml',
  'examples/gitlab/.gitlab-ci.yml',
  ...globSync('test/golden/init/*.yaml', { cwd: root }),
]
const dir = mkdtempSync(join(tmpdir(), 'pb-lint-'))
try {
  // A component is two documents, and the schema is of one; it is of the second as GitLab reads it, with values for the inputs.
  const [header, jobs] = parseAllDocuments(readFileSync(join(root, 'templates/gitlab/template.yml'), 'utf8')).map(d =>
    d.toJS(),
  )
  const parts = [header, filled(jobs, header.spec.inputs)].map((data, i) => {
    const path = join(dir, `template-${i + 1}.json`)
    writeFileSync(path, JSON.stringify(data))
    return path
  })
  const argv = ['--builtin-schema', 'vendor.gitlab-ci', ...parts, ...files]
  const done = spawnSync('check-jsonschema', argv, { cwd: root, env: childEnv(), stdio: 'inherit' })
  process.exitCode = done.error ? 127 : (done.status ?? 1)
} finally {
  rmSync(dir, { recursive: true, force: true })
}

/**
 * Data with the defaults of inputs; a value that stands alone keeps its type. The schema wants a tag in each list of tags.
 * @param {unknown} data @param {Record<string, { default: unknown }>} inputs @returns {unknown}
 */
function filled(data, inputs) {
  // a list in a list of rules is more of them: `Entry::Rules` of GitLab flattens
  if (Array.isArray(data)) return data.flatMap(item => filled(item, inputs))
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [filled(key, inputs), filled(value, inputs)]))
  }
  if (typeof data !== 'string') return data
  const block = /\$\[\[ inputs\.([\w-]+) \]\]/
  const value = inputs[block.exec(data)?.[1] ?? '']?.default
  if (value === undefined) return data
  if (data.replace(block, '') !== '')
    return filled(
      data.replace(block, () => JSON.stringify(value).replace(/^"|"$/g, '')),
      inputs,
    )
  return Array.isArray(value) && value.length === 0 ? ['any'] : value
}
