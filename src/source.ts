import { BuildError } from './errors.ts'
import type { Exec } from './exec.ts'
import type { Source } from './languages/language.ts'

/** 1980-01-01, the first date that every archive format can hold; for sources that have no date of their own. */
const fixedEpoch = 315532800

/** What git says when it will not answer, and what that means to the user. */
const refusals: readonly { readonly says: RegExp; readonly why: string }[] = [
  { says: /dubious ownership/, why: 'git refuses: the directory is owned by another user (safe.directory)' },
  { says: /not a git repository/, why: 'not a git repository' },
  { says: /does not have any commits|unknown revision|bad revision|ambiguous argument 'HEAD'/, why: 'no commit yet' },
]

/**
 * Asks git for the commit of a directory, without changing its configuration. A build never fails for want of one.
 * @param env ours; SOURCE_DATE_EPOCH in it wins over the commit's time (reproducible-builds.org/specs/source-date-epoch)
 * @throws BuildError `bad-input` when SOURCE_DATE_EPOCH is no number of seconds
 */
export async function readSource(
  dir: string,
  exec: Exec,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Source> {
  const given = readEpoch(env['SOURCE_DATE_EPOCH'])
  const nothing = (why: string): Source => ({ commit: null, epoch: given ?? fixedEpoch, dirty: false, why })
  const git = async (...args: string[]) => {
    try {
      return await exec({ argv: ['git', '-C', dir, ...args], cwd: '/', env: gitEnv(env) })
    } catch {
      return null
    }
  }
  const [head, status] = await Promise.all([
    git('log', '-1', '--format=%H %ct'),
    git('status', '--porcelain', '--untracked-files=no', '--ignore-submodules=dirty'),
  ])
  if (head === null) return nothing('git is not installed')
  const [commit = '', time = ''] = head.stdout.trim().split(' ')
  if (head.code !== 0 || !/^[0-9a-f]{40,64}$/.test(commit)) {
    return nothing(refusals.find(r => r.says.test(head.stderr))?.why ?? 'git could not be asked')
  }
  return { commit, epoch: given ?? Number(time), dirty: status !== null && status.stdout !== '', why: null }
}

/** Nothing of the caller's repository settings: a GIT_DIR of a hook would answer for another repository. */
function gitEnv(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = Object.entries(env).filter(([name]) => ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'USER'].includes(name))
  return { ...(Object.fromEntries(kept) as Record<string, string>), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }
}

function readEpoch(text: string | undefined): number | null {
  if (text === undefined || text === '') return null
  if (/^[0-9]{1,12}$/.test(text)) return Number(text)
  throw new BuildError('bad-input', `SOURCE_DATE_EPOCH is ${JSON.stringify(text)}`, {
    hint: 'It must be a number of seconds since 1970.',
  })
}
