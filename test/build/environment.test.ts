import { describe, expect, it } from 'vitest'
import { buildEnv } from '../../src/build/environment.ts'
import { storeCredentials } from '../../src/cache/stores/sign.ts'

/** The environment of a CI job, with what a build must not see. */
const secrets = {
  ACTIONS_RUNTIME_TOKEN: 's',
  ACTIONS_ID_TOKEN_REQUEST_URL: 's',
  ACTIONS_CACHE_URL: 's',
  GITHUB_TOKEN: 's',
  GITHUB_WORKSPACE: 's',
  GH_TOKEN: 's',
  CI_JOB_TOKEN: 's',
  CI_REGISTRY_PASSWORD: 's',
  NPM_TOKEN: 's',
  CARGO_REGISTRY_TOKEN: 's',
  CARGO_REGISTRIES_PRIVATE_TOKEN: 's',
  CARGO_REGISTRIES_PRIVATE_SECRET_KEY: 's',
  CARGO_REGISTRIES_PRIVATE_CREDENTIAL_PROVIDER: 's',
  ...Object.fromEntries(Object.keys(storeCredentials).map(name => [name, 's'])),
  SSH_AUTH_SOCK: 's',
  GPG_PRIVATE_KEY: 's',
  COSIGN_PASSWORD: 's',
  DB_PASSWORD: 's',
}
const flags = {
  CFLAGS: '-march=native',
  RUSTFLAGS: '-Ctarget-cpu=native',
  CC: 'gcc',
  MAKEFLAGS: '-j',
  LD_PRELOAD: 'x',
  TERM: 'xterm',
}

describe('buildEnv', () => {
  it('gives no secret, no flag and no compiler of this environment to a build', () => {
    expect(buildEnv({ ...secrets, ...flags, HOME: '/home/me', PATH: '/bin' }, {})).toEqual({
      HOME: '/home/me',
      PATH: '/bin',
      LC_ALL: 'C',
      TZ: 'UTC',
    })
  })

  it('keeps where things are and how to reach the network', () => {
    const kept = {
      HOME: '/home/me',
      PATH: '/opt/bin:/bin',
      USER: 'me',
      TMPDIR: '/scratch',
      LANG: 'de_DE.UTF-8',
      https_proxy: 'http://proxy:3128',
      HTTPS_PROXY: 'http://proxy:3128',
      no_proxy: 'localhost',
      SSL_CERT_FILE: '/etc/ca.pem',
      CARGO_HOME: '/c',
      RUSTUP_TOOLCHAIN: '1.90',
      CARGO_NET_OFFLINE: 'true',
      CARGO_REGISTRIES_PRIVATE_INDEX: 'sparse+https://example.com/',
      GOPROXY: 'off',
      GOPRIVATE: 'example.com',
      GOTOOLCHAIN: 'local',
    }
    expect(buildEnv(kept, {})).toMatchObject(kept)
  })

  it('gets by with nothing: a PATH, a home of its own when there is a place', () => {
    expect(buildEnv({}, {})['PATH']).toContain('/usr/bin')
    expect(buildEnv({}, {})).not.toHaveProperty('HOME')
    expect(buildEnv({ HOME: '' }, {}, '/private/home')['HOME']).toBe('/private/home')
    expect(buildEnv({ HOME: '/home/me' }, {}, '/private/home')['HOME']).toBe('/home/me')
  })

  it('adds what the user names: with a value, or from this environment', () => {
    const env = buildEnv({ NPM_TOKEN: 's3', FOO: 'mine' }, { NPM_TOKEN: '', FOO: 'yours', GONE: '', LC_ALL: 'C.UTF-8' })
    expect(env).toMatchObject({ NPM_TOKEN: 's3', FOO: 'yours', LC_ALL: 'C.UTF-8' })
    expect(env).not.toHaveProperty('GONE')
  })

  it.each([
    ...['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_CACHE_URL', 'GITHUB_TOKEN', 'CI_JOB_TOKEN', 'CI_JOB_JWT_V2'],
    ...['CI_REPOSITORY_URL', 'CI_REGISTRY_PASSWORD', 'CI_DEPLOY_PASSWORD', 'CI_DEPENDENCY_PROXY_PASSWORD'],
    'PORTABLE_BUILD_CACHE_TOKEN',
  ])('refuses %s even when it is named', name => {
    expect(() => buildEnv({ [name]: 's' }, { [name]: '' })).toThrow(`${name} is never given to a build`)
  })

  it.each(['', 'A B', 'A=B', '1A', 'A-B', 'A\nB'])('refuses %j as a name', name => {
    expect(() => buildEnv({}, { [name]: 'x' })).toThrow('is no name of an environment variable')
  })
})
