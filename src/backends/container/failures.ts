import { BuildError, type ErrorCode } from '../../errors.ts'

/** What went on when an engine complained; for the sentence. */
export interface EngineAct {
  readonly engine: 'docker' | 'podman'
  readonly image: string
  readonly platform: string
}

interface Rule {
  readonly says: RegExp
  readonly code: ErrorCode
  readonly message: (act: EngineAct, said: RegExpExecArray) => string
  /** Without it the table of errors says what to do. */
  readonly hint?: (act: EngineAct) => string
}

const login = ({ engine, image }: EngineAct): string =>
  `Check the name. If it is private, log in first: \`${engine} login${registryOf(image)}\` (on GitHub: docker/login-action).`

/**
 * What engines say, the particular before the general: docker 20.10 to 28.5 and podman 4 and 5, whose messages come from
 * the same libraries (containerd, moby, runc, crun).
 */
const rules: readonly Rule[] = [
  {
    says: /permission denied while trying to connect|dial unix \S+: connect: permission denied/i,
    code: 'engine-missing',
    message: ({ engine }) => `this user may not use the ${engine} engine (permission denied on its socket)`,
    hint: () =>
      'Add the user to the group that owns the socket (`sudo usermod -aG docker "$USER"`, then log in again), or use rootless Docker or podman.',
  },
  {
    says: /cannot connect to the docker daemon|error during connect|is the docker daemon running/i,
    code: 'engine-failed',
    message: ({ engine }) => `the ${engine} engine does not answer any more`,
  },
  {
    says: /no space left on device/i,
    code: 'disk-full',
    message: ({ engine, image }) => `there is no room where ${engine} keeps its images (for ${image})`,
    hint: ({ engine }) =>
      `Free space: \`${engine} system df\` shows what takes it, \`${engine} system prune\` removes what is not used.`,
  },
  {
    says: /no matching manifest for|no match for platform|does not (?:provide|match) the specified platform|no image found in .*for architecture/i,
    code: 'image-unfit',
    message: ({ image, platform }) => `${image} does not exist for ${platform}`,
    hint: ({ engine, image }) =>
      `\`${engine} manifest inspect ${image}\` lists its platforms. Images with the architecture in their names take \`$arch\`: \`sdk-$arch:1\`.`,
  },
  {
    says: /unexpected commit digest|failed to verify|digest did not match|does not match .*digest/i,
    code: 'digest-mismatch',
    message: ({ image }) => `what the registry gives for ${image} has another digest`,
    hint: () => 'Nothing of it was used. Check the registry, or the mirror in front of it.',
  },
  {
    says: /toomanyrequests|rate limit/i,
    code: 'image-unavailable',
    message: ({ image }) => `the registry of ${image} gives no more images to this address for a while`,
    hint: ({ engine, image }) =>
      `Log in (\`${engine} login${registryOf(image)}\`) to get more, or name the image in a mirror of yours.`,
  },
  {
    says: /unauthorized|authentication required|no basic auth credentials|pull access denied|requested access to the resource is denied|denied:/i,
    code: 'image-unavailable',
    message: ({ image }) => `the registry gives ${image} to nobody without a login, or does not have it`,
    hint: login,
  },
  {
    says: /manifest unknown|manifest for .* not found|not found|no such image|name unknown/i,
    code: 'image-unavailable',
    message: ({ image }) => `there is no image ${image}`,
    hint: login,
  },
  {
    says: /connection refused|no such host|i\/o timeout|network is unreachable|no route to host|tls handshake|context deadline exceeded|connection reset|server gave HTTP response|\b50[0-4]\b|EOF/i,
    code: 'image-unavailable',
    message: ({ image }) => `the registry of ${image} does not answer`,
    hint: () => 'Try again later; check the name, the network and the proxy of the engine.',
  },
  {
    says: /exec(?:ve)? format error/i,
    code: 'image-unfit',
    message: ({ image, platform }) => `the programs of ${image} (${platform}) do not start on this machine`,
    hint: ({ platform }) =>
      `Register QEMU for them: \`docker run --privileged --rm tonistiigi/binfmt --install ${platform.split('/')[1]}\`, or \`docker/setup-qemu-action\` on GitHub.`,
  },
  {
    says: /exec: "(\/bin\/sh|sh)"|stat \/bin\/sh|`?\/bin\/sh`?: no such file|executable file `?\/bin\/sh`? not found/i,
    code: 'image-unfit',
    message: ({ image }) => `${image} has no shell (/bin/sh): nothing can be built in it`,
    hint: () => 'Take the image with the compilers, not the one that programs run in (`-slim`, distroless, scratch).',
  },
  {
    says: /bind source path does not exist|invalid mount config for type "bind"|statfs \S+: no such file/i,
    code: 'engine-missing',
    message: ({ engine }) => `the ${engine} engine is on another machine, which does not have the files of this one`,
    hint: () =>
      'Build by a Dockerfile (`dockerfile`), which sends the sources there, or use an engine of this machine.',
  },
]

/** An engine's complaint as an error that says what to do; null: it says nothing that is known. Pure. */
export function engineFailure(said: string, act: EngineAct): BuildError | null {
  for (const rule of rules) {
    const found = rule.says.exec(said)
    if (!found) continue
    const lines = said
      .split('\n')
      .filter(line => line.trim() !== '')
      .slice(-5)
    const details = { lines, ...(rule.hint && { hint: rule.hint(act) }) }
    return new BuildError(rule.code, rule.message(act, found), details)
  }
  return null
}

/** The registry in an image's name. Source: the distribution project's reference grammar: a first part with a dot, a colon, or `localhost`. */
function registryOf(image: string): string {
  const [first = '', ...rest] = image.split('/')
  return rest.length > 0 && (/[.:]/.test(first) || first === 'localhost') ? ` ${first}` : ''
}
