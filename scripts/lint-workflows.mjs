// A linter of workflows over this repository's and the examples' files; ends with 127 where the linter is not installed.
//
//   node scripts/lint-workflows.mjs actionlint|zizmor
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { copyWithLocalActions, localReferences } from './lib/local-actions.mjs'
import { childEnv, root } from './lib/node24.mjs'

const metadata = globSync(['action.yml', '{plan,verify,collect}/action.yml'], { cwd: root })
const examples = globSync('examples/workflows/*.yml', { cwd: root })
/** What `init` writes. */
const written = globSync('test/golden/init/*.yml', { cwd: root })

/** @type {Record<string, () => number>} */
const linters = {
  // It knows neither `$/` nor actions that it cannot find beside the workflow, so it reads a copy in which all of them are there.
  actionlint: () => {
    const dir = mkdtempSync(join(tmpdir(), 'pb-lint-'))
    try {
      copyWithLocalActions(root, dir)
      for (const file of written) {
        const text = localReferences(readFileSync(join(root, file), 'utf8'))
        writeFileSync(join(dir, '.github/workflows', `init-${basename(file)}`), text)
      }
      spawnSync('git', ['init', '--quiet', dir])
      return run(['actionlint'], dir)
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  },
  zizmor: () => {
    const always = ['zizmor', '--offline', '--quiet', '--persona=pedantic']
    const own = run([...always, '.github', ...metadata], root)
    return own || run([...always, '--config', 'scripts/zizmor-examples.yml', ...examples, ...written], root)
  },
}

process.exit((linters[process.argv[2] ?? ''] ?? (() => 2))())

/** @param {string[]} argv @param {string} cwd */
function run(argv, cwd) {
  const [command = '', ...args] = argv
  const done = spawnSync(command, args, { cwd, env: childEnv(), stdio: 'inherit' })
  return done.error ? 127 : (done.status ?? 1)
}
