import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { junit, reportJunit } from '../../src/report/junit.ts'
import { fileReport, report, tooNew, warned } from '../support/report.ts'

/** An XML element as plain data. */
interface Element {
  readonly tag: string
  readonly attributes: Record<string, string>
  readonly text: string
  readonly children: Element[]
}

/** Reads XML with Python's parser: another's, strict about what XML allows. */
function parse(xml: string): Element {
  const script = `
import json, sys, xml.etree.ElementTree as tree
def plain(e): return {"tag": e.tag, "attributes": e.attrib, "text": e.text or "", "children": [plain(c) for c in e]}
print(json.dumps(plain(tree.fromstring(sys.stdin.buffer.read()))))`
  const done = spawnSync('python3', ['-c', script], { input: xml, encoding: 'utf8' })
  expect(done.stderr).toBe('')
  return JSON.parse(done.stdout)
}

/** What junit-10.xsd (Jenkins' xUnit plugin) says of the elements that we write: required and allowed attributes, children. */
const rules: Readonly<Record<string, { required: string[]; allowed: string[]; children: string[] }>> = {
  testsuites: {
    required: [],
    allowed: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'],
    children: ['testsuite'],
  },
  testsuite: {
    required: ['name', 'tests'],
    allowed: [
      ...['failures', 'errors', 'group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log'],
      ...['url', 'version'],
    ],
    children: ['properties', 'testsuite', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    required: ['name', 'classname'],
    allowed: ['time', 'status', 'group', 'assertions', 'file', 'line', 'class', 'url'],
    children: ['skipped', 'error', 'failure', 'properties', 'system-out', 'system-err', 'rerunFailure', 'flakyFailure'],
  },
  failure: { required: [], allowed: ['type', 'message'], children: [] },
  skipped: { required: [], allowed: ['type', 'message'], children: [] },
  'system-out': { required: [], allowed: [], children: [] },
}

function check(element: Element): void {
  const rule = rules[element.tag]
  expect(rule, element.tag).toBeDefined()
  if (!rule) return
  const names = Object.keys(element.attributes)
  expect(rule.required.filter(name => !names.includes(name))).toEqual([])
  expect(names.filter(name => ![...rule.required, ...rule.allowed].includes(name))).toEqual([])
  expect(element.children.map(c => c.tag).filter(tag => !rule.children.includes(tag))).toEqual([])
  const integers = ['tests', 'failures', 'errors', 'skipped'].flatMap(name => element.attributes[name] ?? [])
  for (const value of integers) expect(value).toMatch(/^[0-9]+$/)
  for (const child of element.children) check(child)
}

describe('JUnit', () => {
  const inner = { ...tooNew, path: 'lib.so' }
  const packed = fileReport({ path: 'pkg', payload: [inner], verified: false })
  const worse = [{ path: 'a', kind: 'size' as const, message: '2 MB <& "it" was 1 MB', before: '1', after: '2' }]

  it('is what the schema of Jenkins allows', () => {
    check(parse(junit({ files: [warned, tooNew, packed], verified: false, comparison: { files: 1, worse } })))
    check(parse(junit({ files: [], verified: false })))
  })

  it('has a test for each check of each file, packed ones too, and the right numbers', () => {
    const root = parse(junit({ files: [warned, tooNew, packed], verified: false, comparison: { files: 1, worse } }))
    const [verify, baseline] = root.children
    const cases = verify?.children ?? []
    const named = (name: string) => cases.find(c => c.attributes['name'] === name)
    const failed = cases.filter(c => c.children.some(each => each.tag === 'failure'))
    expect(failed.map(c => c.attributes['name'])).toEqual([
      `${tooNew.path}: floor`,
      'pkg: content',
      'pkg!lib.so: floor',
    ])
    expect(verify?.attributes).toMatchObject({ tests: String(cases.length), failures: '3', errors: '0', skipped: '1' })
    expect(root.attributes).toMatchObject({ tests: String(cases.length + 1), failures: '4' })
    expect(named('./server: libraries')?.children).toEqual([])
    expect(named('./server: hardening')?.children[0]?.text).toContain('warning[bind-now]')
    expect(named('./server: start')?.children[0]?.tag).toBe('skipped')
    expect(named('./server: content')).toBeUndefined()
    const [failure] = named(`${tooNew.path}: floor`)?.children ?? []
    expect(failure).toMatchObject({ tag: 'failure', attributes: { type: 'floor-glibc' } })
    expect(failure?.text).toContain('help: Build with the zig backend.')
    expect(baseline?.children[0]?.children[0]?.attributes['message']).toBe('2 MB <& "it" was 1 MB')
  })

  it('says of a run which targets were built, and why one was not', () => {
    const root = parse(reportJunit(report()))
    check(root)
    const [build, verify] = root.children
    const told = build?.children.map(c => [c.attributes['classname'], c.children.map(e => e.tag)])
    expect(told).toEqual([
      ['x86_64-linux-musl', []],
      ['aarch64-linux-gnu.2.17', []],
      ['riscv64-linux-musl', ['failure']],
    ])
    expect(build?.children[2]?.children[0]?.text).toContain('run: cd /home/me/demo')
    expect(Number(verify?.attributes['tests'])).toBeGreaterThan(10)
  })

  it('stays short for thousands of files: only those with an error are told in detail', () => {
    const many = Array.from({ length: 3000 }, (_, i) => (i === 7 ? tooNew : fileReport({ path: `bin/${i}` })))
    const root = parse(junit({ files: many, verified: false }))
    const [verify] = root.children
    expect(verify?.attributes).toMatchObject({ failures: '1' })
    expect(Number(verify?.attributes['tests'])).toBeLessThan(3020)
  })

  it('survives every name that a file can have', () => {
    const path = 'a<&>"\'\u0000\u0001\u001b[31m\ud800 ]]> \ufffe\n\t\u{1f600}'
    const root = parse(junit({ files: [{ ...tooNew, path }], verified: false }))
    check(root)
    expect(root.children[0]?.children[0]?.attributes['name']).toContain(']]>')
  })
})
