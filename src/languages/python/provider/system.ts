import { BuildError } from '../../../errors.ts'
import type { Target } from '../../../target.ts'
import { compareVersions } from '../../../version.ts'
import type { Context, ProbeAnswer } from '../../language.ts'
import type { Provider } from './provider.ts'

/** What a Python says of itself, one JSON object. */
export const systemQuestion = `import json, os, sys, sysconfig
print(json.dumps({
    'python': os.path.realpath(sys.executable),
    'version': '.'.join(map(str, sys.version_info[:3])),
    'glibc': os.confstr('CS_GNU_LIBC_VERSION') if 'CS_GNU_LIBC_VERSION' in os.confstr_names else None,
}))`

/**
 * The Python of this machine. It and its libraries need this machine's glibc, and so does what is frozen with them: it is
 * refused where the target promises more, with what that costs.
 * @throws BuildError `tool-missing`, `impossible-floor`
 */
export function systemProvider({ inputs }: Context, target: Target, answer: ProbeAnswer | undefined): Provider {
  const said = read(answer)
  if (said === null) {
    throw new BuildError('tool-missing', 'python-provider: this machine has no Python 3 that answers', {
      hint: 'Install python3, or use `python-provider: source`.',
    })
  }
  const { glibc, version } = said
  if (target.floor !== null && (glibc === null || compareVersions(target.floor, glibc) < 0)) {
    throw new BuildError(
      'impossible-floor',
      `the Python of this machine needs glibc ${glibc ?? 'of no known version'}: a program that is frozen with it does not start on ${target.floor}`,
      {
        hint: `Use \`python-provider: source\` for ${target.floor}, or accept the floor with \`glibc: ${glibc ?? '<version>'}\`.`,
      },
    )
  }
  const wanted = inputs['python-version']
  if (wanted !== null && version !== wanted && !version.startsWith(`${wanted}.`)) {
    throw new BuildError('bad-input', `python-version: this machine has Python ${version}, not ${wanted}`, {
      hint: 'Use `python-provider: source`.',
    })
  }
  const notice = `python-provider: system: the program needs glibc ${glibc} and newer, as the Python of this machine does`
  return { python: said.python, version, isStatic: false, steps: [], files: [], notices: [notice] }
}

interface Said {
  readonly python: string
  readonly version: string
  readonly glibc: string | null
}

function read(answer: ProbeAnswer | undefined): Said | null {
  if (answer === undefined || answer.code !== 0) return null
  try {
    const value: unknown = JSON.parse(answer.stdout)
    if (typeof value !== 'object' || value === null) return null
    const { python, version, glibc } = value as Record<string, unknown>
    if (typeof python !== 'string' || typeof version !== 'string') return null
    return { python, version, glibc: typeof glibc === 'string' ? glibc.replace(/^glibc /, '') : null }
  } catch {
    return null
  }
}
