import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../support/places.ts'
import { componentServerRoot, including, userRepository } from './support/project.ts'
import { filesOf, pipeline } from './support/run.ts'
import { type GitServer, serveRepositories } from './support/server.ts'

let server: GitServer
beforeAll(async () => {
  server = await serveRepositories(componentServerRoot())
})
afterAll(() => server.close())

describe("the README's example", () => {
  it('builds Go for two architectures on two machines, and a second pipeline takes the results from the cache', async () => {
    const file = '.gitlab-ci.yml'
    const dir = userRepository(server.host, 'go', { [file]: readFileSync(join(root, 'examples/gitlab', file), 'utf8') })
    const first = await pipeline(dir)
    expect(first.code, first.log).toBe(0)
    expect(first.log).toContain('the default branch reads and saves')
    const dist = join(dir, '.gitlab-ci-local/artifacts/portable-collect/dist')
    expect(readdirSync(dist)).toEqual(
      expect.arrayContaining([
        ...['SHA256SUMS', 'index.json', 'report.json', 'report.html', 'metrics.txt'],
        ...['lookup-aarch64-linux.tar.gz', 'lookup-x86_64-linux.tar.gz'],
      ]),
    )
    execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: dist })
    const built = filesOf(dir, 'artifacts', '/x86_64-linux/lookup')
    expect(built.map(path => statSync(path).mode & 0o111)).toEqual([0o111])
    expect(filesOf(dir, 'artifacts', '/legs/linux-amd64/junit.xml')).toHaveLength(1)
    expect(filesOf(dir, 'artifacts', '/legs/linux-amd64/gl-code-quality-report.json')).toHaveLength(1)
    expect(filesOf(dir, 'cache', '.entry').filter(path => path.includes('/portable-build-result-'))).toHaveLength(2)

    const second = await pipeline(dir)
    expect(second.code, second.log).toBe(0)
    expect(second.log.match(/was built before from the same sources/g)).toHaveLength(2)
  })
})

describe('the component', () => {
  it('builds C in the pipeline that tests it on itself, and gives its outputs to later jobs', async () => {
    const dir = userRepository(server.host, null, {
      '.gitlab-ci.yml': readFileSync(join(root, '.gitlab-ci.yml'), 'utf8'),
    })
    for (const part of ['templates', 'examples/c']) {
      cpSync(join(root, part), join(dir, part), {
        recursive: true,
        filter: path => !/\/(dist|\.portable-build)$/.test(path),
      })
    }
    execFileSync('git', ['-C', dir, 'add', '--all'])
    const run = await pipeline(dir, {
      variables: { PB_SETUP: 'true', PORTABLE_BUILD_TOOLS_DIR: process.env['PB_TEST_TOOLS_DIR'] ?? '' },
    })
    expect(run.code, run.log).toBe(0)
    expect(run.log).toContain('PASS  check')
    expect(run.log).not.toContain('PASS  release')
    expect(run.log).toMatch(/✓ verified: 2 executables for 2 targets/)
  })

  it('builds Rust, by the newest release', async () => {
    const inputs = { targets: ['linux/amd64'], smoke: 'require' }
    const dir = userRepository(server.host, 'rust', including(inputs, '~latest'))
    writeFileSync(join(dir, 'untracked'), 'not part of the sources')
    const run = await pipeline(dir, {
      variables: {
        PORTABLE_BUILD_TOOLS_DIR: process.env['PB_TEST_TOOLS_DIR'] ?? '',
        RUSTUP_TOOLCHAIN: process.env['PB_TEST_RUST'] ?? '',
      },
    })
    expect(run.code, run.log).toBe(0)
    expect(JSON.parse(run.artifact('portable-collect', 'dist/report.json'))).toMatchObject({ verified: true })
  })
})
