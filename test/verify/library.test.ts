import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import type { Finding as SchemaFinding, FileReport as SchemaReport } from '../../src/report/schema.ts'
import { verdictSchema } from '../../src/report/schema.ts'
import {
  type FileReport,
  type Finding,
  isVerifyError,
  schemaVersion,
  verify,
  verifyBytes,
  whatGotWorse,
} from '../../src/verify/index.ts'
import { writeElf } from '../support/elf-writer.ts'

let dir = ''
const dynamic = writeElf({
  ...{ type: 3, flags1: 0x08000001, interpreter: '/lib64/ld-linux-x86-64.so.2', needed: ['libc.so.6', 'libz.so.1'] },
  imports: [{ name: 'getrandom', version: ['libc.so.6', 'GLIBC_2.25'] }],
}).bytes

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-library-'))
  writeFileSync(join(dir, 'static'), writeElf().bytes, { mode: 0o755 })
  writeFileSync(join(dir, 'dynamic'), dynamic, { mode: 0o755 })
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('the verifier as a library', () => {
  it('has the types of the schema: a field that is added there must be added here', () => {
    expectTypeOf<Finding>().toEqualTypeOf<SchemaFinding>()
    type Own = Omit<SchemaReport, 'smoke' | 'payload'>
    expectTypeOf<Omit<FileReport, 'payload'>>().toEqualTypeOf<Own>()
    expect(schemaVersion).toBe(1)
  })

  it('judges paths as the command line does', async () => {
    const seen: string[] = []
    const verdict = await verify(dir, { onFile: file => seen.push(file.path) })
    expect(verdictSchema.parse(verdict)).toEqual(verdict)
    expect(verdict).toMatchObject({ schema: 1, verified: true, files: [{ linkage: 'dynamic-glibc' }, {}] })
    expect(seen).toEqual(verdict.files.map(f => f.path))
    expect(await verify([join(dir, 'static')], { imports: true })).toMatchObject({ files: [{ imports: [] }] })
  })

  it('judges by what is demanded', async () => {
    const ids = async (demands: Parameters<typeof verify>[1]) =>
      (await verify(join(dir, 'dynamic'), demands)).files[0]?.findings
        .filter(f => f.severity === 'error')
        .map(f => f.id)
    expect(await ids({ glibc: '2.17', allowLibraries: ['libz.so.1'] })).toEqual(['floor-glibc'])
    expect(await ids({ policy: 'static' })).toEqual(['linkage-mismatch', 'needed-not-allowed'])
    expect(await ids({ target: 'linux/arm64' })).toContain('arch-mismatch')
    expect(await ids({ target: 'x86_64-linux-gnu.2.28', allowLibraries: ['*'] })).toEqual([])
  })

  it('judges bytes in memory, and never throws for what is in them', async () => {
    expect(await verifyBytes(dynamic, 'tool')).toMatchObject({ path: 'tool', verified: true, floor: { glibc: '2.25' } })
    expect(await verifyBytes(new Uint8Array(dynamic).slice(0, 100), 'cut')).toMatchObject({ verified: false })
    expect(await verifyBytes(new Uint8Array(), 'nothing')).toMatchObject({ verified: false })
  })

  it('compares verdicts', async () => {
    const path = join(dir, 'changing')
    writeFileSync(path, writeElf().bytes, { mode: 0o755 })
    const before = await verify(path)
    writeFileSync(path, dynamic)
    expect(whatGotWorse(before, before)).toEqual([])
    expect(whatGotWorse(before, await verify(path)).map(c => c.kind)).toEqual(
      expect.arrayContaining(['linkage', 'floor', 'library']),
    )
    rmSync(path)
  })

  it('throws errors with a code and what to do, for mistakes of the caller', async () => {
    await expect(verify(join(dir, 'none'))).rejects.toMatchObject({
      ...{ code: 'nothing-matched', hint: expect.any(String) },
    })
    await expect(verify(dir, { target: 'vax' })).rejects.toSatisfy(isVerifyError)
    expect(isVerifyError(new Error('other'))).toBe(false)
  })
})
