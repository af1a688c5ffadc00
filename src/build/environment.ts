import { BuildError } from '../errors.ts'

/** What a build may see of our environment without being asked: where things are, how to reach the network. */
const inherited: readonly RegExp[] = [
  // the user and the machine
  /^(HOME|PATH|USER|LOGNAME|TMPDIR|XDG_CACHE_HOME|XDG_CONFIG_HOME|LANG|LC_[A-Z]+)$/,
  // the network; both spellings, because curl, Go, Python and cargo disagree
  /^(http|https|all|no|HTTP|HTTPS|ALL|NO)_(proxy|PROXY)$/,
  /^(SSL_CERT_FILE|SSL_CERT_DIR|CURL_CA_BUNDLE|REQUESTS_CA_BUNDLE|GIT_SSL_CAINFO|PIP_CERT)$/,
  // Rust: https://doc.rust-lang.org/cargo/reference/environment-variables.html, rustup's book "Environment variables"
  /^(CARGO_HOME|RUSTUP_HOME|RUSTUP_TOOLCHAIN|RUSTUP_DIST_SERVER|RUSTUP_UPDATE_ROOT)$/,
  /^CARGO_(NET|HTTP|REGISTRIES|SOURCE)_[A-Z0-9_]+$/,
  // Go: `go help environment`
  /^(GOPATH|GOMODCACHE|GOCACHE|GOENV|GOPROXY|GOFLAGS|GOTOOLCHAIN|GOTMPDIR)$/,
  /^(GOPRIVATE|GONOPROXY|GONOSUMDB|GOSUMDB|GOINSECURE|GOVCS)$/,
  // compiler caches
  /^(CCACHE|SCCACHE)_(DIR|CONFIGPATH|MAXSIZE|CACHE_SIZE)$/,
]

/** What of it holds in a container too: how to reach the network. */
const network = /^(http|https|ftp|all|no|HTTP|HTTPS|FTP|ALL|NO)_(proxy|PROXY)$/

/** Never inherited, whatever the list above says. */
const secret = /(TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|PRIVATE_KEY|API_KEY)/i

/** Refused even when asked for: they let a build act as the CI job. Each with why. */
const refused: readonly { readonly name: RegExp; readonly why: string }[] = [
  { name: /^ACTIONS_/, why: 'it opens the caches and artifacts of the workflow run' },
  {
    name: /^GITHUB_TOKEN$/,
    why: 'it lets a build act as the workflow; give the build a token of its own, by another name',
  },
  {
    name: /^CI_(JOB_TOKEN|JOB_JWT.*|REPOSITORY_URL|(DEPLOY|REGISTRY|DEPENDENCY_PROXY)_PASSWORD)$/,
    why: 'it lets a build act as the job; give the build a token of its own, by another name',
  },
  { name: /^PORTABLE_BUILD_CACHE_TOKEN$/, why: 'it lets a build write what later builds take from the cache' },
]

/** Where things are in a builder image. */
export interface ImagePlaces {
  /** PATH. */
  readonly path: string
}

/** The same in every run: messages that can be read by machines, times that do not depend on the place. */
const fixed = { LC_ALL: 'C', TZ: 'UTC' } as const

const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/**
 * The environment of every build command, before the step's own. Pure.
 * @param env ours
 * @param passed the `env` input: name to value; an empty value is taken from `env`, and left out where it is not there
 * @param privateHome HOME where we have none: tools that would write to `/` get a directory of their own
 * @param image the build runs in a container: of ours it gets the proxies, HOME is always private, PATH is the image's
 * @throws BuildError `bad-input` for a name that is none, or that a build must not get
 */
export function buildEnv(
  env: Readonly<Record<string, string | undefined>>,
  passed: Readonly<Record<string, string>>,
  privateHome?: string,
  image: ImagePlaces | null = null,
): Record<string, string> {
  const result: Record<string, string> = { PATH: defaultPath }
  for (const [name, value] of Object.entries(env)) {
    const isWanted = image === null ? isInherited(name) : network.test(name)
    if (value !== undefined && value !== '' && isWanted) result[name] = value
  }
  if (result['HOME'] === undefined && privateHome !== undefined) result['HOME'] = privateHome
  if (image !== null) Object.assign(result, inImage(image, privateHome ?? '/tmp'))
  Object.assign(result, fixed)
  for (const [name, value] of Object.entries(passed)) {
    checkVariable('env', name)
    const given = value === '' ? env[name] : value
    if (given !== undefined) result[name] = given
  }
  return result
}

/** Images of Rust and Go keep what is downloaded in places that only root may write. Source: the official images of both. */
const inImage = ({ path }: ImagePlaces, home: string): Record<string, string> => ({
  ...{ PATH: path, HOME: home, CARGO_HOME: `${home}/.cargo`, GOPATH: `${home}/go`, GOFLAGS: '-modcacherw' },
})

function isInherited(name: string): boolean {
  return inherited.some(pattern => pattern.test(name)) && !secret.test(name)
}

/** @param input that names the variable @throws BuildError `bad-input` for a name that is none, or that a build must not get */
export function checkVariable(input: string, name: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throw new BuildError('bad-input', `${input}: ${JSON.stringify(name)} is no name of an environment variable`)
  }
  refuseToken(input, name)
}

/** @param word that may name a variable @throws BuildError `bad-input` for one that a build must not get */
export function refuseToken(input: string, word: string): void {
  const rule = refused.find(r => r.name.test(word))
  if (rule) throw new BuildError('bad-input', `${input}: ${word} is never given to a build: ${rule.why}`)
}
