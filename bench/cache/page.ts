import type { FigureRow } from './figures/figure.ts'
import { median, megabytes, seconds } from './figures/select.ts'
import { figureRows } from './figures/table.ts'
import type { Part, Raw, Recorded } from './run.ts'

/** `docs/benchmarks.md`. Pure. */
export function benchmarkPage(raw: Raw): string {
  return `# Benchmarks of the cache

Written by \`node bench/cache.mjs\` from what it measured; nothing here is set by hand.

Each job runs as on a hosted runner: a checkout with new times, the toolchains, and nothing else. Entries come over a link of 125 or
40 MB/s with 20 ms to a server of GitHub's cache protocol on the same machine; those of the others with GitHub's own client
(\`@actions/cache\`), by rules written from their documentation. "Ours" is a whole run of the action, from the start of its process:
plan, keys, restore, build, verification, archive. What the others do beside restore and build is not counted. Toolchains are
installed for all. Seconds are wall time, medians of the rounds; all took turns in the same run. No emulation (QEMU) is used.

## What was demanded

${table(
  ['figure', 'of', 'must reach', 'measured', 'others'],
  figureRows(raw).map(row => [row.figure, row.of, row.must, mark(row), row.others || '–']),
)}
${missed(raw)}
## Restore and build after a code change

${table(
  ['project', 'link', 'by', 'wall, median', 'wall, least', 'CPU, median', 'fetched', 'requests', 'rounds'],
  timeRows(raw),
)}

## From nothing, with saving

${table(['project', 'by', 'build, wall', 'CPU', 'uploaded'], coldRows(raw))}

## The machines

${table(['part', 'date', 'commit', 'machine', 'load while it ran', 'versions', 'not run'], Object.entries(raw).map(partRow))}
`
}

const mark = ({ value, ok }: FigureRow): string => (ok === false ? `**missed** ${value}` : value)

/** Each reason once. */
function missed(raw: Raw): string {
  const rows = figureRows(raw).filter(row => row.ok === false)
  const names = [...new Set(rows.map(row => row.figure))]
  if (names.length === 0) return ''
  const lines = names.map(name => {
    const these = rows.filter(row => row.figure === name)
    return `- ${name} (${these.map(row => row.of).join('; ')}): ${these[0]?.ifMissed}.`
  })
  return `\nMissed:\n\n${lines.join('\n')}\n`
}

function timeRows(raw: Raw): string[][] {
  const runs = Object.values(raw)
    .flatMap(part => part.runs)
    .filter(r => r.rate > 0)
  return groups(runs, r => `${r.project} ${r.scene} ${r.rate} ${r.by}`).map(same => {
    const [first] = same
    return [
      ...[`${first?.project}, ${first?.scene}`, `${first?.rate} MB/s`, first?.by ?? '', seconds(median(same))],
      ...[seconds(Math.min(...same.map(r => r.wall))), seconds(median(same, r => r.cpu))],
      ...[megabytes(median(same, r => r.downBytes)), String(median(same, r => r.requests)), String(same.length)],
    ]
  })
}

function coldRows(raw: Raw): string[][] {
  const runs = Object.values(raw).flatMap(part => part.runs)
  return runs
    .filter(r => r.scene === 'cold')
    .map(r => {
      const build = r.stages?.['build'] ?? r.wall - (r.restore?.wall ?? 0)
      return [r.project, r.by, seconds(build), seconds(r.cpu), r.upBytes > 0 ? megabytes(r.upBytes) : '–']
    })
}

function partRow([name, part]: [string, Part]): string[] {
  const loads = part.runs.map(r => r.load)
  const versions = Object.entries(part.versions).map(([program, version]) => `${program} ${version}`)
  const notRun = Object.entries(part.notRun).map(([what, why]) => `${what}: ${why}`)
  return [
    ...[
      name,
      part.date,
      part.commit,
      part.machine,
      `${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`,
    ],
    ...[versions.join(', '), notRun.join('; ') || '–'],
  ]
}

function groups(runs: readonly Recorded[], by: (run: Recorded) => string): Recorded[][] {
  return [...Map.groupBy(runs, by).values()]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}
