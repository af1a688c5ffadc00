import type { Exec } from '../../exec.ts'

/** Variables of go that decide what the compiler makes, beside those that every target has (`go help environment`). */
const compiling = [
  ...['GOOS', 'GOARCH', 'GO386', 'GOAMD64', 'GOARM', 'GOARM64', 'GOMIPS', 'GOMIPS64', 'GOPPC64', 'GORISCV64'],
  ...['GOEXPERIMENT', 'GOFLAGS', 'GOFIPS140', 'CGO_ENABLED', 'CC', 'CXX', 'PKG_CONFIG'],
  ...['CGO_CFLAGS', 'CGO_CPPFLAGS', 'CGO_CXXFLAGS', 'CGO_FFLAGS', 'CGO_LDFLAGS'],
] as const

const asked = [...compiling, 'GOVERSION', 'GOCACHEPROG', 'GOMODCACHE', 'GOMOD', 'GOWORK'] as const

/** What go says of itself, by name; empty where it has no value. */
export type GoAnswers = Readonly<Record<(typeof asked)[number], string>>

/** What of a job is asked about. */
export interface GoQuestion {
  readonly exec: Exec
  readonly dir: string
  /** The whole environment of the command. */
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** Asks go for the values that a build in `dir` has; null where it does not answer, the build will say why. */
export async function askGo({ exec, dir, env, signal }: GoQuestion): Promise<GoAnswers | null> {
  const outcome = await exec({ argv: ['go', 'env', '-json', ...asked], cwd: dir, env, signal }).catch(error => {
    if (signal.aborted) throw error
    return null
  })
  return outcome?.code === 0 ? readAnswers(outcome.stdout) : null
}

/** Reads `go env -json`. Pure. */
export function readAnswers(text: string): GoAnswers | null {
  try {
    const told: Readonly<Record<string, unknown>> = { ...JSON.parse(text) }
    const value = (name: string) => (typeof told[name] === 'string' ? told[name] : '')
    const answers = Object.fromEntries(asked.map(name => [name, value(name)])) as GoAnswers
    return answers.GOVERSION === '' ? null : answers
  } catch {
    return null
  }
}

/** Values of go that are part of what is compiled: those that are not empty, `GOFLAGS` among them. Pure. */
export function compilingValues(answers: GoAnswers): Readonly<Record<string, string>> {
  return Object.fromEntries(compiling.map(name => [name, answers[name]] as const).filter(([, value]) => value !== ''))
}
