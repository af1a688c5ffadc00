import { describe, expect, it } from 'vitest'
import { dotenvOf } from '../../../src/hosts/gitlab/dotenv.ts'
import { gitlabPlaces } from '../../../src/hosts/gitlab/places.ts'
import { componentJob, legOf, requestOf } from '../../../src/hosts/gitlab/request.ts'

describe('variables for later jobs', () => {
  it('have the names of the action’s outputs, one line each', () => {
    expect(dotenvOf({ verified: 'true', 'artifact-names': 'a.tar.gz\nb.tar.gz', index: '' })).toEqual({
      text: 'PB_VERIFIED=true\nPB_ARTIFACT_NAMES=a.tar.gz,b.tar.gz\nPB_INDEX=\n',
      left: [],
    })
  })

  it('leave out the longest value where GitLab would refuse all of them', () => {
    const { text, left } = dotenvOf({
      artifacts: 'x'.repeat(5000),
      'artifact-names': 'ü'.repeat(100),
      verified: 'true',
    })
    expect(left).toEqual(['PB_ARTIFACTS'])
    expect(text).toBe(`PB_ARTIFACT_NAMES=${'ü'.repeat(100)}\nPB_VERIFIED=true\n`)
  })
})

describe('places', () => {
  it('are below the checkout, also for a command in a directory of it', () => {
    const places = gitlabPlaces({ CI_PROJECT_DIR: '/builds/acme/app' }, '/builds/acme/app/cmd')
    expect(places.project).toBe('/builds/acme/app')
    for (const place of Object.values(places)) expect(place).toMatch(/^\/builds\/acme\/app/)
  })

  it('do not follow a variable that names another place', () => {
    expect(gitlabPlaces({ CI_PROJECT_DIR: '/builds/acme/app' }, '/tmp/x').project).toBe('/tmp/x')
    expect(gitlabPlaces({ CI_PROJECT_DIR: '/builds/a' }, '/builds/ab').project).toBe('/builds/ab')
  })

  it('of tools and cache can be a disk of the runner', () => {
    const env = { PORTABLE_BUILD_TOOLS_DIR: '/disk/tools', PORTABLE_BUILD_CACHE_DIR: '/disk/cache' }
    expect(gitlabPlaces(env, '/x')).toMatchObject({ toolsDir: '/disk/tools', cacheDir: '/disk/cache' })
  })
})

describe('what a job of the component asks', () => {
  const env = {
    PB_LEGS: '["linux/amd64", "linux/arm64"] ',
    PB_LEG: 'linux/arm64',
    PORTABLE_BUILD_STRIP: 'true ',
    PORTABLE_BUILD_TRIMPATH: 'false ',
    PORTABLE_BUILD_SMOKE: 'auto',
    PORTABLE_BUILD_GLIBC: '2.17',
    PORTABLE_BUILD_CACHE_TOKEN: 'x',
  }
  const job = componentJob(env, '/builds/acme/app')

  it('is what was said, not what is so anyway: portable-build.yml would be beaten', () => {
    const said = Object.keys(job.env).filter(name => name.startsWith('PORTABLE_BUILD_'))
    expect(said).toEqual(['PORTABLE_BUILD_TRIMPATH', 'PORTABLE_BUILD_GLIBC', 'PORTABLE_BUILD_CACHE_TOKEN'])
  })

  it('goes to a directory of the leg', () => {
    expect(requestOf(job, legOf(job)).flags).toMatchObject({
      'output-dir': '/builds/acme/app/.portable-build/ci/legs/linux-arm64',
    })
  })

  it('is refused where it is none of the legs', () => {
    expect(() => legOf({ ...job, env: { PB_LEG: 'linux/386' } })).toThrow(
      'PB_LEG is "linux/386", which is no item of targets',
    )
    expect(() => legOf({ ...job, env: {} })).toThrow('PB_LEG is ""')
  })
})
