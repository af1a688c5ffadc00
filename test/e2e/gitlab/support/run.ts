import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { cacheDir, root } from '../../support/places.ts'

/** A pipeline as it went. */
export interface Pipeline {
  readonly code: number | null
  /** Everything that was printed. */
  readonly log: string
  /** Log of a job, by its whole name. */
  job(name: string): string
  /** A file that a job has handed over: `artifact('portable-collect', 'dist/report.json')`. */
  artifact(job: string, path: string): string
}

/** The program under test: dist/ of this tree, or its sources with PB_TEST_SOURCE=1. */
const cli = process.env['PB_TEST_SOURCE'] ? join(root, 'src/cli.ts') : root
const program = join(root, 'node_modules/.bin/gitlab-ci-local')

/** Its schema wants a tag where there is a list; GitLab takes an empty one (`Entry::Tags`, and so does every project that resets them). */
const noTags = ['--ignore-schema-paths', '#/definitions/tags/minItems']

const goCache = { GOCACHE: join(cacheDir, 'build/gitlab-go'), GOFLAGS: '-buildvcs=false' }

/** A home for a runner that has seen nothing. */
const newHome = () => mkdtempSync(join(tmpdir(), 'pb-gitlab-home-'))

/**
 * Runs the pipeline of a repository, or some jobs of it, with the shell executor: each job in a copy of the tracked files.
 * @param variables as those of a project: they win over those of jobs
 */
export async function pipeline(
  dir: string,
  options: {
    jobs?: readonly string[]
    variables?: Readonly<Record<string, string>>
    home?: string
    flags?: readonly string[]
  } = {},
): Promise<Pipeline> {
  const variables = { PB_CLI: cli, ...goCache, ...options.variables }
  const flags = options.flags ?? ['--force-shell-executor', '--shell-isolation', '--no-artifacts-to-source', ...noTags]
  const home = options.home ?? newHome()
  const argv = [
    ...flags,
    ...Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`]),
    ...(options.jobs ?? []),
  ]
  const keep = [
    'CARGO_HOME',
    'RUSTUP_TOOLCHAIN',
    'GOPROXY',
    'GOFLAGS',
    'GOSUMDB',
    'GONOSUMDB',
    'PIP_CONFIG_FILE',
    'PIP_INDEX_URL',
    'SSL_CERT_FILE',
    'HTTPS_PROXY',
    'HTTP_PROXY',
    'NO_PROXY',
  ]
  const inherited = Object.fromEntries(keep.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : [])))
  const child = spawn(program, argv, {
    cwd: dir,
    env: {
      ...inherited,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`,
      HOME: home,
      NO_COLOR: '1',
      // with another home, rustup looks for its toolchains there
      RUSTUP_HOME: process.env['RUSTUP_HOME'] ?? join(homedir(), '.rustup'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  const state = join(dir, '.gitlab-ci-local')
  const outputs = existsSync(join(state, 'output')) ? readdirSync(join(state, 'output')) : []
  return {
    code,
    log: `${stdout}${stderr}`,
    job: name => {
      const file = outputs.find(o => o === `${name}.log`)
      return file === undefined ? '' : readFileSync(join(state, 'output', file), 'utf8')
    },
    artifact: (job, path) => readFileSync(join(state, 'artifacts', job, path), 'utf8'),
  }
}

/** Files that gitlab-ci-local keeps of a repository (`cache`, `builds`, `artifacts`), by how their paths end. */
export function filesOf(dir: string, kind: string, ending: string): string[] {
  const from = join(dir, '.gitlab-ci-local', kind)
  if (!existsSync(from)) return []
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' }).map(name => join(from, name))
  return names.filter(name => name.endsWith(ending))
}
