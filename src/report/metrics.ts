import { plainLine } from '../exec/plain.ts'
import { baseName } from './file-facts.ts'
import type { FileReport, Report } from './schema.ts'

/** One line: labels and value. */
interface Sample {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** A metric with its samples; all are gauges. */
interface Metric {
  readonly name: string
  readonly unit?: 'bytes'
  readonly help: string
  samples(report: Report): Sample[]
}

const byFile = (report: Report, value: (file: FileReport) => number | null) =>
  report.files.flatMap(file => {
    const found = value(file)
    const labels = { target: file.target ?? file.arch ?? '', executable: baseName(file.path) }
    return found === null ? [] : [{ labels, value: found }]
  })

const metrics: readonly Metric[] = [
  {
    name: 'portable_build_executable_bytes',
    unit: 'bytes',
    help: 'Size of an executable.',
    samples: report => byFile(report, f => f.size),
  },
  {
    name: 'portable_build_artifact_bytes',
    unit: 'bytes',
    help: 'Size of what is handed over.',
    samples: ({ artifacts }) =>
      artifacts.map(({ name, target, size }) => ({ labels: { target, artifact: name }, value: size })),
  },
  {
    name: 'portable_build_glibc_floor',
    help: 'Oldest glibc that starts it: 2017 is 2.17.',
    samples: report => byFile(report, f => versionNumber(f.floor.glibc)),
  },
  {
    name: 'portable_build_musl_floor',
    help: 'Oldest musl that starts it: 1002 is 1.2.',
    samples: report => byFile(report, f => versionNumber(f.floor.musl)),
  },
  {
    name: 'portable_build_findings',
    help: 'Errors and warnings of the verifier.',
    samples: report => byFile(report, f => f.findings.filter(x => x.severity !== 'info').length),
  },
]

/**
 * Sizes and floors as text of OpenMetrics 1.0 (`metrics.txt`), for merge requests that compare them. A name that two
 * executables of a target share is there once, with the larger value: a series must not be repeated.
 */
export function metricsText(report: Report): string {
  return [...metrics.flatMap(m => metricLines(m, m.samples(report))), '# EOF', ''].join('\n')
}

function metricLines({ name, unit, help }: Metric, samples: readonly Sample[]): string[] {
  if (samples.length === 0) return []
  const series = new Map<string, number>()
  for (const { labels, value } of samples) {
    const key = labelText(labels)
    series.set(key, Math.max(series.get(key) ?? value, value))
  }
  const head = [`# TYPE ${name} gauge`, ...(unit ? [`# UNIT ${name} ${unit}`] : []), `# HELP ${name} ${help}`]
  return [...head, ...[...series].map(([key, value]) => `${name}{${key}} ${value}`)]
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const quoted = (text: string) => plainLine(text.toWellFormed()).replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${quoted(value)}"`)
    .join(',')
}

/** A version as a number that grows with it: 2.9 is less than 2.17. */
function versionNumber(version: string | null): number | null {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version ?? '') ?? []
  return major === undefined || minor === undefined ? null : Number(major) * 1000 + Number(minor)
}
