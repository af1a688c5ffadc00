import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sarif } from '../../../src/report/sarif.ts'
import { findingTable } from '../../../src/verify/findings.ts'
import { fileReport, tooNew, warned } from '../../support/report.ts'

let dir = ''

/** A package that ships the official schema of SARIF 2.1.0, and the validator that it uses. */
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-sarif-'))
  writeFileSync(join(dir, 'package.json'), '{"private":true}')
  const args = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '@microsoft/jest-sarif@1.0.0-beta.0',
  ]
  const done = spawnSync('npm', args, { cwd: dir, encoding: 'utf8' })
  expect(done.status, done.stderr).toBe(0)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** What the schema has against a log; null for nothing. */
function complaints(log: object): unknown {
  const load = createRequire(join(dir, 'package.json'))
  const modules = join(dir, 'node_modules')
  const Ajv = load(join(modules, 'ajv'))
  const path = join(modules, '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const ajv = new Ajv({ schemaId: 'auto', allErrors: true })
  ajv.addMetaSchema(load(join(modules, 'ajv/lib/refs/json-schema-draft-04.json')))
  const schema = JSON.parse(readFileSync(path, 'utf8'))
  const validate = ajv.compile(schema)
  return validate(log) ? null : validate.errors
}

describe('SARIF against the official schema', () => {
  const speaker = { name: 'portable-build', version: '1.2.3' }

  it('notices what is wrong', () => {
    expect(complaints({ version: '2.1.0' })).not.toBeNull()
    const log = sarif({ files: [tooNew], verified: false }, speaker)
    expect(complaints({ ...log, version: '2.0.0' })).not.toBeNull()
  })

  it('is valid for every finding that there is, for packages, comparisons and strange names', () => {
    const findings = Object.keys(findingTable).map(id => {
      return { id, severity: 'error' as const, message: 'm\u0000\ud800', evidence: '', hint: '' }
    })
    const every = { ...tooNew, path: 'a b/ü%\n\ud800', findings }
    const packed = fileReport({ path: 'pkg', payload: [every], verified: false, sha256: null, size: null })
    const worse = [{ path: 'a', kind: 'size' as const, message: 'm', before: null, after: null }]
    expect(
      complaints(sarif({ files: [warned, every, packed], verified: false, comparison: { files: 1, worse } }, speaker)),
    ).toBeNull()
    expect(complaints(sarif({ files: [], verified: false }, speaker))).toBeNull()
  })
})
