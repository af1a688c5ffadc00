import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sha256OfFile } from '../../../src/build/hash.ts'
import { maskedValues } from '../../../src/hosts/github/masks.ts'
import { legName, parcelsOf } from '../../../src/hosts/github/parcels.ts'
import { githubPlaces } from '../../../src/hosts/github/places.ts'
import { subjectsOf } from '../../../src/hosts/github/subjects.ts'
import { errorMarkdown } from '../../../src/hosts/github/summary.ts'
import { writeTransport } from '../../../src/hosts/github/transport.ts'
import { collectedOutputs, reportOutputs } from '../../../src/outputs/of-report.ts'
import type { ReportedArtifact } from '../../../src/report/schema.ts'
import { plan } from '../../support/plan.ts'
import { fileReport, report, tooNew } from '../../support/report.ts'

const [x86, arm] = ['x86_64-linux-musl', 'aarch64-linux-musl'] as const
const artifact = (change: Partial<ReportedArtifact> = {}): ReportedArtifact => ({
  ...{ name: `hello-${x86}`, path: `dist/hello-${x86}.tar.gz`, target: x86, sha256: 'b'.repeat(64), size: 1000 },
  ...{ files: [], verified: true, ...change },
})
const workspace = '/home/me/my hello'
const whole = report({
  ...{ plan, jobs: ['hello-zig'], files: [fileReport()], artifacts: [artifact()], failures: [], verified: true },
})

describe('the outputs of a build', () => {
  it('name what is verified, with paths as the next step sees them', () => {
    const outputs = reportOutputs(whole, workspace, ['hello.tar.gz'])
    expect(JSON.parse(outputs.artifacts ?? '')).toEqual([
      {
        ...{ name: `hello-${x86}`, path: `dist/hello-${x86}.tar.gz`, target: x86, size: 1000, verified: true },
        sha256: 'b'.repeat(64),
      },
    ])
    expect(outputs).toMatchObject({
      ...{ 'artifact-names': 'hello.tar.gz', report: 'dist/report.json', checksums: 'dist/SHA256SUMS' },
      ...{ verified: 'true', 'cache-hit': 'true' },
    })
  })

  it('never name what is not, nor a file that is not there', () => {
    const failed = { ...whole, files: [tooNew], artifacts: [artifact({ verified: false })], verified: false }
    expect(reportOutputs(failed, workspace, [])).toMatchObject({ artifacts: '[]', checksums: '', verified: 'false' })
    expect(collectedOutputs(failed, workspace, [])).toMatchObject({ index: '', checksums: '' })
    expect(collectedOutputs(whole, workspace, [])).toMatchObject({ index: 'dist/index.json' })
  })

  it('say that the cache helped only when it had everything', () => {
    const helped = (...rows: [id: string, hit: 'exact' | 'partial' | 'miss' | 'skipped'][]) => {
      const cache = rows.map(([id, hit]) => ({ id, hit, key: 'k', bytes: 1, ms: 1, why: '' }))
      return reportOutputs({ ...whole, cache }, workspace, [])['cache-hit']
    }
    expect(helped(['toolchain zig-1', 'exact'], ['rust-hot app', 'exact'], ['rust-own app', 'partial'])).toBe('true')
    expect(helped(['toolchain zig-1', 'exact'], ['zig-runtime x', 'skipped'], ['result app', 'miss'])).toBe('true')
    expect(helped(['toolchain zig-1', 'skipped'])).toBe('false')
    expect(helped(['toolchain zig-1', 'exact'], ['rust-hot app', 'miss'])).toBe('false')
    expect(helped(['toolchain zig-1', 'miss'], ['result app', 'exact'])).toBe('true')
  })
})

describe('what is uploaded', () => {
  const upload = (change: object, options: object = {}) =>
    parcelsOf({ ...whole, ...change }, { workspace, keepFailed: false, leg: false, ...options }).map(p => p.name)

  it('is an archive under its own name, an executable in a tar', () => {
    expect(upload({})).toEqual([`hello-${x86}.tar.gz`])
    expect(upload({ artifacts: [artifact({ path: `dist/hello-${x86}` })] })).toEqual([`hello-${x86}.tar`])
  })

  it('is nothing that is not verified, unless it is asked for, and then under another name', () => {
    const failed = { files: [fileReport({ target: arm, verified: false })], artifacts: [artifact({ verified: false })] }
    expect(upload(failed)).toEqual([])
    expect(upload(failed, { keepFailed: true })).toEqual([`hello-${arm}-not-verified.tar`])
    const two = [failed.files[0], fileReport({ target: arm, path: 'build/other', verified: false })]
    expect(upload({ ...failed, files: two }, { keepFailed: true })).toEqual([
      `hello-${arm}-hello-not-verified.tar`,
      `hello-${arm}-other-not-verified.tar`,
    ])
  })

  it('is the report too where this is one leg of several', () => {
    expect(upload({}, { leg: true })).toEqual([`hello-${x86}.tar.gz`, 'portable-build-report-hello-zig'])
    expect(legName({ plan, jobs: ['a', 'b'] })).toBe('a+b')
  })

  it('keeps the exec bit in a tar', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'pb-transport-'))
    writeFileSync(join(dir, 'hello'), 'some bytes', { mode: 0o600 })
    const file = { path: join(dir, 'hello'), sha256: await sha256OfFile(join(dir, 'hello')) }
    const sha256 = await writeTransport(file, join(dir, 'sent.tar'))
    expect(await sha256OfFile(join(dir, 'sent.tar'))).toBe(sha256)
    expect(readFileSync(join(dir, 'sent.tar')).toString('latin1', 100, 107)).toBe('0000755')
    await expect(writeTransport({ ...file, sha256: 'c'.repeat(64) }, join(dir, 'other.tar'))).rejects.toMatchObject({
      code: 'artifact-failed',
    })
  })
})

describe('the subjects that the runner attests', () => {
  it('are verified files below the workspace, a base name once', () => {
    const given = [
      ...[artifact(), artifact({ path: 'dist/a=b' }), artifact({ path: '../x.tar.gz' })],
      ...[artifact({ path: 'dist/x\ny' }), artifact({ path: 'other/a.zip', verified: false })],
      artifact({ path: `other/hello-${x86}.tar.gz`, sha256: 'c'.repeat(64) }),
    ]
    const { paths, left } = subjectsOf(given, workspace)
    expect(paths).toEqual([`dist/hello-${x86}.tar.gz`])
    expect(left.map(l => l.replace(/^.*: /s, ''))).toEqual([
      ...['its path has `=` or a line end', 'it is outside of the workspace', 'its path has `=` or a line end'],
      'another artifact has the same name',
    ])
  })
})

describe('what is masked', () => {
  it('is what a variable of `secrets` holds and what looks like a token', () => {
    const token = `ghp_${'x'.repeat(36)}`
    const env = {
      ...{ KEY: 'correct horse', OTHER: token, ACTIONS_RUNTIME_TOKEN: 'abcdefgh', PATH: '/usr/bin:/bin' },
      ...{ 'INPUT_DEPLOY-TOKEN': 'from-an-input', GITHUB_TOKEN: 'x', HOME: '/root' },
    }
    expect(maskedValues(env, ['KEY']).sort()).toEqual(['abcdefgh', 'correct horse', 'from-an-input', token].sort())
    expect(maskedValues({ KEY: 'x' }, ['KEY'])).toEqual([])
  })
})

describe('the places of a runner', () => {
  it('are the tool cache and the temporary directory, or what one says', () => {
    const env = { GITHUB_WORKSPACE: '/w', RUNNER_TEMP: '/t', RUNNER_TOOL_CACHE: '/opt/tools' }
    expect(githubPlaces(env, '/cwd', '/tmp')).toEqual({
      ...{ workspace: '/w', toolsDir: '/opt/tools/portable-build', cacheDir: '/t/portable-build-cache' },
    })
    expect(githubPlaces({ PORTABLE_BUILD_TOOLS_DIR: 'x' }, '/cwd', '/tmp')).toEqual({
      ...{ workspace: '/cwd', toolsDir: '/cwd/x', cacheDir: '/tmp/portable-build-cache' },
    })
  })
})

describe('the summary of what stopped a run', () => {
  it('shows foreign text as it is', () => {
    const text = errorMarkdown('portable-build', {
      ...{ code: 'bad-input', message: 'no <img src=x> here', lines: ['```', '# x'], hint: '[a](b)' },
    })
    expect(text).toContain('no \\<img src=x\\> here')
    expect(text).toMatch(/````text\n```\n# x\n````/)
    expect(text).toContain('\\[a\\](b)')
  })
})
