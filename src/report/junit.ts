import { plainLine } from '../exec/plain.ts'
import { allFiles } from './match-files.ts'
import type { Change, FileReport, Finding } from './schema.ts'
import { type Judged, placesOf, whatOf } from './verdict-words.ts'

/**
 * JUnit XML as CI services read it (the schema `junit-10.xsd` of Jenkins' xUnit plugin): a test for each file, packed ones
 * included, and a suite of its own for what got worse.
 */
export function junit({ files, comparison }: Judged): string {
  const cases = allFiles(files).map(fileCase)
  const suites = [suite('verify', cases, allFiles(files).filter(f => !f.verified).length)]
  if (comparison) suites.push(suite('baseline', baselineCases(comparison.worse), comparison.worse.length))
  const tests = suites.reduce((sum, s) => sum + s.tests, 0)
  const failures = suites.reduce((sum, s) => sum + s.failures, 0)
  const head = `<testsuites name="portable-build" tests="${tests}" failures="${failures}" errors="0">`
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...suites.flatMap(s => s.lines), '</testsuites>', ''].join(
    '\n',
  )
}

function suite(name: string, cases: readonly string[][], failures: number) {
  const tests = cases.length
  const head = `  <testsuite name="portable-build ${name}" tests="${tests}" failures="${failures}" errors="0" skipped="0" time="0">`
  return { tests, failures, lines: [head, ...cases.flat(), '  </testsuite>'] }
}

function fileCase(file: FileReport): string[] {
  const open = `    <testcase classname="${attribute(file.target ?? file.arch ?? file.linkage)}" name="${attribute(file.path)}" time="0">`
  const told = [whatOf(file), placesOf(file) && `runs on ${placesOf(file)}`, ...soft(file).map(sentence)]
  const out = told.filter(t => t !== '').map(plainLine)
  const lines = [open]
  if (!file.verified) lines.push(failureOf(file))
  if (out.length > 0) lines.push(`      <system-out>${text(out.join('\n'))}</system-out>`)
  return [...lines, '    </testcase>']
}

const soft = (file: FileReport) => file.findings.filter(f => f.severity === 'warning')

function failureOf(file: FileReport): string {
  const errors = file.findings.filter(f => f.severity === 'error')
  const ids = [...new Set(errors.map(f => f.id))].join(' ') || 'payload-member'
  const message = errors[0]?.message ?? 'a packed file is not verified'
  const body = errors.map(f => [sentence(f), ...(f.hint === '' ? [] : [`  help: ${f.hint}`])].join('\n'))
  return `      <failure type="${attribute(ids)}" message="${attribute(message)}">${text(body.join('\n'))}</failure>`
}

function sentence(finding: Finding): string {
  const evidence = finding.evidence === '' ? '' : ` (${finding.evidence})`
  return `${finding.severity}[${finding.id}]: ${finding.message}${evidence}`
}

function baselineCases(worse: readonly Change[]): string[][] {
  return worse.map(change => [
    `    <testcase classname="baseline.${change.kind}" name="${attribute(`${change.path}: ${change.message}`)}" time="0">`,
    `      <failure type="${change.kind}" message="${attribute(change.message)}">${text(`${change.path}: ${change.message}`)}</failure>`,
    '    </testcase>',
  ])
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
