import { expect, it } from 'vitest'
import { engineFailure } from '../../../src/backends/container/failures.ts'

const act = { engine: 'docker', image: '127.0.0.1:5000/sdk:1', platform: 'linux/arm64' } as const

/** As docker 28.5, containerd 2.1 and podman 5 have said it, one line each. */
const said: readonly (readonly [code: string, says: RegExp, text: string])[] = [
  [
    'image-unavailable',
    /there is no image/,
    'Error response from daemon: manifest for 127.0.0.1:5000/sdk:1 not found: manifest unknown',
  ],
  [
    'image-unavailable',
    /does not answer/,
    'Error response from daemon: failed to resolve reference "127.0.0.1:5000/sdk:1": failed to do request: Head "https://127.0.0.1:5000/v2/sdk/manifests/1": dial tcp 127.0.0.1:5000: connect: connection refused',
  ],
  [
    'image-unavailable',
    /without a login/,
    "Error response from daemon: pull access denied for sdk, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
  ],
  [
    'image-unavailable',
    /without a login/,
    'Error response from daemon: Head "http://127.0.0.1:5000/v2/sdk/manifests/1": no basic auth credentials',
  ],
  [
    'image-unavailable',
    /no more images/,
    'Error response from daemon: toomanyrequests: You have reached your unauthenticated pull rate limit.',
  ],
  [
    'image-unfit',
    /does not exist for linux\/arm64/,
    'Error response from daemon: no matching manifest for linux/arm64 in the manifest list entries: no match for platform in manifest: not found',
  ],
  [
    'image-unfit',
    /has no shell/,
    'docker: Error response from daemon: failed to create task for container: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/bin/sh": stat /bin/sh: no such file or directory',
  ],
  ['image-unfit', /do not start/, 'exec /bin/sh: exec format error'],
  [
    'digest-mismatch',
    /another digest/,
    'Error response from daemon: failed commit on ref "manifest-sha256:00": unexpected commit digest sha256:11, expected sha256:00',
  ],
  ['disk-full', /no room/, 'Error response from daemon: write /var/lib/docker/tmp/x: no space left on device'],
  [
    'engine-missing',
    /may not use/,
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock',
  ],
  [
    'engine-missing',
    /another machine/,
    'docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /src',
  ],
  [
    'engine-failed',
    /any more/,
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
  ],
]

it.each(said)('knows %s (%s)', (code, says, text) => {
  const error = engineFailure(text, act)
  expect(error?.code).toBe(code)
  expect(error?.message).toMatch(says)
  expect(error?.hint).not.toBe('')
  expect(error?.lines).toEqual([text])
})

it('names the registry to log in to', () => {
  expect(engineFailure('no basic auth credentials', act)?.hint).toContain('docker login 127.0.0.1:5000`')
  expect(engineFailure('pull access denied', { ...act, image: 'me/sdk' })?.hint).toContain('docker login`')
})

it('says nothing of what it does not know', () => {
  expect(engineFailure('make: *** [Makefile:2: hello] Error 1', act)).toBeNull()
})
