import { plainLine } from '../../exec/plain.ts'

/** One test; without `failure` and `skipped` it passed. Texts are any: they are escaped. */
export interface TestCase {
  /** `classname`: services sort by it. */
  readonly group: string
  readonly name: string
  readonly failure?: { readonly type: string; readonly message: string; readonly body: readonly string[] }
  readonly skipped?: string
  /** Lines that it has to say, also when it passed. */
  readonly output?: readonly string[]
}

/** Tests of one kind. */
export interface TestSuite {
  readonly name: string
  readonly cases: readonly TestCase[]
}

/** Suites as XML that the schema `junit-10.xsd` of Jenkins' xUnit plugin allows. */
export function document(suites: readonly TestSuite[]): string {
  const all = suites.flatMap(s => s.cases)
  const counts = `tests="${all.length}" failures="${all.filter(c => c.failure).length}" errors="0"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="portable-build" ${counts}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    '',
  ].join('\n')
}

function suiteLines({ name, cases }: TestSuite): string[] {
  const count = (is: (c: TestCase) => unknown) => cases.filter(is).length
  const counts = `tests="${cases.length}" failures="${count(c => c.failure)}" errors="0" skipped="${count(c => c.skipped)}"`
  return [
    `  <testsuite name="portable-build ${name}" ${counts} time="0">`,
    ...cases.flatMap(caseLines),
    '  </testsuite>',
  ]
}

function caseLines({ group, name, failure, skipped, output = [] }: TestCase): string[] {
  const open = `    <testcase classname="${attribute(group)}" name="${attribute(name)}" time="0"`
  const lines: string[] = []
  if (skipped !== undefined) lines.push(`      <skipped message="${attribute(skipped)}"/>`)
  if (failure !== undefined) {
    const { type, message, body } = failure
    const head = `type="${attribute(type)}" message="${attribute(message)}"`
    lines.push(`      <failure ${head}>${text(body.join('\n'))}</failure>`)
  }
  if (output.length > 0) lines.push(`      <system-out>${text(output.join('\n'))}</system-out>`)
  return lines.length === 0 ? [`${open}/>`] : [`${open}>`, ...lines, '    </testcase>']
}

/** Characters that XML 1.0 cannot hold, not even as references; lone surrogates become U+FFFD. */
const impossible = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

function text(value: string): string {
  const lines = value.toWellFormed().split('\n').map(plainLine).join('\n')
  return lines.replace(impossible, '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function attribute(value: string): string {
  return text(value.replace(/[\t\n\r]/g, ' ')).replaceAll('"', '&quot;')
}
