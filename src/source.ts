import { fixedEpoch } from './epoch.ts'
import { BuildError } from './errors.ts'
import type { Exec, Outcome } from './exec.ts'
import type { Source } from './languages/language.ts'

/** The last second of the year 9999: what every tool that reads the variable can write down. */
const maxEpoch = 253_402_300_799

const timeoutMs = 10_000

/** git's messages (in the C locale) and what they mean for a reader. */
const reasons: readonly { readonly says: RegExp; readonly why: string }[] = [
  { says: /dubious ownership/, why: 'owned by another user: git asks for safe.directory' },
  { says: /not a git repository/, why: 'not a repository' },
  { says: /does not have any commits yet|bad default revision|ambiguous argument 'HEAD'/, why: 'no commit yet' },
]

/**
 * Asks git for the commit of a directory. Whatever git answers, the build goes on: `why` says what is not known.
 * git gets PATH and HOME only, like the build's own calls, so that what works here works there.
 * @param env ours: SOURCE_DATE_EPOCH (seconds) wins over the commit's time
 * @throws BuildError `bad-input` for a SOURCE_DATE_EPOCH that is no number of seconds
 */
export async function readSource(dir: string, exec: Exec, env: NodeJS.ProcessEnv): Promise<Source> {
  const given = readEpoch(env)
  const git = (...args: readonly string[]) => ask(dir, exec, env, args)
  const [log, status] = await Promise.all([
    git('log', '-1', '--no-show-signature', '--format=%H %ct %D', '--decorate=full', '--decorate-refs=refs/tags/*'),
    git('status', '--porcelain', '--untracked-files=no'),
  ])
  const said = typeof log === 'string' ? null : /^([0-9a-f]{40,64}) ([0-9]+) ?(.*)$/m.exec(log.stdout)
  if (typeof log === 'string' || log.code !== 0 || !said) {
    const why = typeof log === 'string' ? log : explain(log)
    return { commit: null, tag: null, epoch: given ?? fixedEpoch, dirty: false, why }
  }
  const [, commit = '', seconds = '', names = ''] = said
  const dirty = typeof status !== 'string' && status.stdout.trim() !== ''
  return { commit, tag: versionTag(names), epoch: given ?? Number(seconds), dirty, why: null }
}

function readEpoch(env: NodeJS.ProcessEnv): number | null {
  const text = env['SOURCE_DATE_EPOCH']
  if (text === undefined || text === '') return null
  const seconds = /^[0-9]{1,12}$/.test(text) ? Number(text) : Number.NaN
  if (seconds <= maxEpoch) return seconds
  throw new BuildError('bad-input', `SOURCE_DATE_EPOCH is ${JSON.stringify(text)}: it must be seconds since 1970`, {
    hint: 'Unset it (the time of the commit is used then), or set it to the output of `git log -1 --format=%ct`.',
  })
}

/** git's answer, or why there is none. `core.fsmonitor` is off: a repository must not start programs by being looked at. */
async function ask(
  dir: string,
  exec: Exec,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
): Promise<Outcome | string> {
  const { PATH = '', HOME } = env
  try {
    const answer = await exec({
      argv: ['git', '-c', 'core.fsmonitor=false', ...args],
      cwd: dir,
      env: { PATH, ...(HOME === undefined ? {} : { HOME }), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
      timeoutMs,
    })
    return answer.timedOut ? 'git did not answer' : answer
  } catch (error) {
    if (error instanceof BuildError && error.code === 'interrupted') throw error
    return 'no git'
  }
}

function explain(log: Outcome): string {
  const first = log.stderr.split('\n').find(line => line.trim() !== '') ?? `exit status ${log.code}`
  return reasons.find(r => r.says.test(log.stderr))?.why ?? first.replace(/^fatal: /, '').slice(0, 200)
}

/** The greatest-looking version among the tags of the commit: `v1.2.3`, `1.2.3`, `v2.0.0-rc.1`. */
function versionTag(names: string): string | null {
  const tags = names.split(', ').map(n => n.replace(/^tag: /, '').replace(/^refs\/tags\//, ''))
  return tags.find(t => /^v?[0-9]+\.[0-9]+(\.[0-9]+)?([-+][0-9A-Za-z.+-]+)?$/.test(t)) ?? null
}
