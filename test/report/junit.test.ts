import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { junit } from '../../src/report/junit.ts'
import { fileReport, tooNew, warned } from '../support/report.ts'

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

  it('has a test for each file, packed ones too, and the right numbers', () => {
    const root = parse(junit({ files: [warned, tooNew, packed], verified: false, comparison: { files: 1, worse } }))
    const [verify, baseline] = root.children
    expect(root.attributes).toMatchObject({ tests: '5', failures: '4' })
    expect(verify?.attributes).toMatchObject({ tests: '4', failures: '3', errors: '0' })
    expect(verify?.children.map(c => c.attributes['name'])).toEqual(['./server', tooNew.path, 'pkg', 'pkg!lib.so'])
    const [good, bad] = verify?.children ?? []
    expect(good?.children.map(c => c.tag)).toEqual(['system-out'])
    expect(good?.children[0]?.text).toContain('warning[bind-now]')
    expect(bad?.children[0]).toMatchObject({ tag: 'failure', attributes: { type: 'floor-glibc' } })
    expect(bad?.children[0]?.text).toContain('help: Build with the zig backend.')
    expect(baseline?.children[0]?.children[0]?.attributes['message']).toBe('2 MB <& "it" was 1 MB')
  })

  it('survives every name that a file can have', () => {
    const path = 'a<&>"\'\u0000\u0001\u001b[31m\ud800 ]]> \ufffe\n\t\u{1f600}'
    const root = parse(junit({ files: [{ ...tooNew, path }], verified: false }))
    check(root)
    expect(root.children[0]?.children[0]?.attributes['name']).toContain(']]>')
  })
})
