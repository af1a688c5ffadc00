import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../../src/report/schema.ts'
import { pinnedZig } from '../../../src/toolchains/catalog.ts'
import { componentServerRoot, including, userRepository } from '../gitlab/support/project.ts'
import { pipeline } from '../gitlab/support/run.ts'
import { type GitServer, serveRepositories } from '../gitlab/support/server.ts'
import { mirror } from '../support/debian.ts'
import { root, toolsDir } from '../support/places.ts'
import { prepared } from '../support/prepared.ts'
import { sh } from '../support/shell.ts'

const packages = 'bash,dash,coreutils,grep,sed,findutils,tar,gzip,git,rsync,gcc,libc6-dev,make'
const image = 'portable-build-test/gitlab-job:amd64'
let server: GitServer | undefined

/** What `job-image` has to be: git, tar, a compiler and Node; portable-build is in it too, as in a runner without a network. */
async function makeImage(): Promise<void> {
  const base = await prepared('container/debian-12-gitlab-job', async work => {
    const what = ['--mode=root', '--variant=extract', '--arch=amd64', `--include=${packages}`]
    const cc = '--extract-hook=ln -s gcc "$1/usr/bin/cc"'
    sh(['mmdebstrap', '--quiet', ...what, cc, 'bookworm', join(work, 'image.tar'), mirror()])
  })
  const path = 'ENV PATH=/usr/local/bin:/usr/bin:/bin'
  sh(['docker', 'import', '--platform', 'linux/amd64', '-c', path, join(base, 'image.tar'), `${image}-base`])
  // beside what packages have: places to work in, Node, and portable-build
  const more = mkdtempSync(join(tmpdir(), 'pb-gitlab-image-'))
  for (const dir of ['tmp', 'root', 'opt', 'usr/bin']) mkdirSync(join(more, dir), { recursive: true })
  copyFileSync(process.execPath, join(more, 'usr/bin/node'))
  cpSync(join(root, 'dist'), join(more, 'opt/dist'), { recursive: true })
  const id = sh(['docker', 'create', `${image}-base`, 'true']).trim()
  try {
    sh(['docker', 'cp', '--quiet', `${more}/.`, `${id}:/`])
    sh(['docker', 'commit', id, image])
  } finally {
    sh(['docker', 'rm', id])
    rmSync(more, { recursive: true })
  }
}

beforeAll(async () => {
  await makeImage()
  server = await serveRepositories(componentServerRoot())
})
afterAll(() => server?.close())

describe('the GitLab component with the docker executor', () => {
  it('plans, builds, collects in an image that has the tools, and hands artifacts and cache from job to job', async () => {
    const inputs = {
      targets: ['x86_64-linux-gnu.2.17'],
      'job-image': image,
      'build-system': 'command',
      'build-command': '$CC $CFLAGS $LDFLAGS hello.c -o "$PB_OUT/hello"',
      smoke: 'require',
      'smoke-floor': 'off',
    }
    const program = '#include <stdio.h>\nint main(void) { puts("hello 1.0"); return 0; }\n'
    const dir = userRepository(server?.host ?? '', null, { 'hello.c': program, ...including(inputs) })
    // the compiler of this machine, and nothing that it has compiled: that goes from job to job by the cache
    const compiler = `zig-${pinnedZig}`
    const volume = `${join(toolsDir, compiler)}:/tools/${compiler}`
    const flags = ['--no-artifacts-to-source', '--pull-policy', 'if-not-present', '--helper-image', image]
    const options = {
      flags: [...flags, '--volume', volume, '--ignore-schema-paths', '#/definitions/tags/minItems'],
      variables: { PB_CLI: '/opt', PORTABLE_BUILD_TOOLS_DIR: '/tools' },
    }
    const runtime = async () => {
      const { code, log, artifact } = await pipeline(dir, options)
      expect(code, log).toBe(0)
      const report: Report = JSON.parse(artifact('portable-collect', 'dist/report.json'))
      expect(report.verified).toBe(true)
      return report.cache
        .filter(({ id, saved }) => id.startsWith('zig-runtime') && saved === undefined)
        .map(({ hit }) => hit)
    }
    expect(await runtime()).toEqual(['miss'])
    expect(await runtime()).toEqual(['exact'])
  })
})
