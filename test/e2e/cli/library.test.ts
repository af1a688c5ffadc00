import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeElf } from '../../support/elf-writer.ts'
import { root } from '../support/places.ts'

let dir = ''

/** The package as npm publishes it, unpacked where a project has it; it needs no other package. */
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-package-'))
  const place = join(dir, 'node_modules/portable-build')
  mkdirSync(place, { recursive: true })
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', dir], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(packed.status, packed.stderr).toBe(0)
  const file = readdirSync(dir).find(name => name.endsWith('.tgz')) ?? ''
  expect(spawnSync('tar', ['-xzf', join(dir, file), '-C', place, '--strip-components=1']).status).toBe(0)
  writeFileSync(join(dir, 'tool'), writeElf().bytes, { mode: 0o755 })
  writeFileSync(join(dir, 'package.json'), '{"type":"module"}')
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function run(argv: readonly [string, ...string[]]) {
  const { status, stdout, stderr } = spawnSync(argv[0], argv.slice(1), { cwd: dir, encoding: 'utf8' })
  return { status, output: `${stdout}${stderr}` }
}

const consumer = `
import { type FileReport, isVerifyError, schemaVersion, type Verdict, verify, verifyBytes } from 'portable-build/verify'

const verdict: Verdict = await verify('tool', { policy: 'static', onFile: (file: FileReport) => void file.path })
const inMemory: FileReport = await verifyBytes(new Uint8Array([1, 2, 3]), 'bytes', { target: 'linux/arm64' })
const linkage: 'static' | 'shared-library' | string | undefined = verdict.files[0]?.linkage
const schema: 1 = schemaVersion
export const told = JSON.stringify([schema, verdict.verified, linkage, inMemory.verified, isVerifyError(1)])
// @ts-expect-error a demand that does not exist
await verify('tool', { glib: '2.17' }).catch(() => {})
`

describe('portable-build/verify in an empty directory', () => {
  it('is imported from the published package', () => {
    const script =
      "const { verify } = await import('portable-build/verify'); const v = await verify('tool'); console.log(v.verified)"
    expect(run([process.execPath, '--input-type=module', '--eval', script])).toEqual({ status: 0, output: 'true\n' })
  })

  it('has types that stand alone', () => {
    writeFileSync(join(dir, 'consumer.ts'), consumer)
    const flags = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--verbatimModuleSyntax']
    const modules = ['--module', 'nodenext', '--target', 'es2024', '--lib', 'es2024', '--types', '']
    const tsc = join(root, 'node_modules/.bin/tsc')
    expect(run([tsc, ...flags, ...modules, '--outDir', 'out', 'consumer.ts'])).toEqual({ status: 0, output: '' })
    const script = "console.log((await import('./out/consumer.js')).told)"
    expect(run([process.execPath, '--input-type=module', '--eval', script])).toEqual({
      status: 0,
      output: '[1,true,"static",false,false]\n',
    })
  })

  it('exports nothing else: the rest may change', () => {
    const script = "await import('portable-build/dist/verify/index.js').catch(e => console.log(e.code))"
    expect(run([process.execPath, '--input-type=module', '--eval', script]).output).toBe(
      'ERR_PACKAGE_PATH_NOT_EXPORTED\n',
    )
  })
})
