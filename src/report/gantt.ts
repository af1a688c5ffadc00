import type { StepReport } from './schema.ts'
import { endOf, longestSteps, sectionOf } from './steps.ts'

/** More bars than this cannot be read, and the services that draw the chart refuse very long ones: the longest steps stay. */
const mostTasks = 60
/** Milliseconds; what is shorter would be no bar at all. */
const shortest = 50

/** How an axis is written (formats of d3) and where its ticks are, for charts up to so many ms: three to twelve ticks. */
const scales: readonly { readonly upTo: number; readonly format: string; readonly tick: string }[] = [
  { upTo: 1_000, format: '%-S.%L s', tick: '200millisecond' },
  { upTo: 3_000, format: '%-S.%L s', tick: '500millisecond' },
  { upTo: 10_000, format: '%-S s', tick: '1second' },
  { upTo: 30_000, format: '%-S s', tick: '5second' },
  { upTo: 90_000, format: '%-M:%S', tick: '10second' },
  { upTo: 300_000, format: '%-M:%S', tick: '30second' },
  { upTo: 600_000, format: '%-M min', tick: '1minute' },
  { upTo: 3_600_000, format: '%-M min', tick: '5minute' },
  { upTo: Number.POSITIVE_INFINITY, format: '%-H:%M h', tick: '30minute' },
]

/**
 * The steps as a chart of Mermaid (`gantt`; a section for each job and for what is done once), without its fence. Foreign text is reduced to letters,
 * digits and harmless punctuation: Mermaid has no escapes, and a line may start with a keyword (`click`), so each has a
 * number before it.
 */
export function gantt(steps: readonly StepReport[]): string[] {
  const shown = longestSteps(steps, mostTasks)
  const sections = [...new Set(shown.map(sectionOf))]
  return [
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    ...axis(shown),
    ...sections.flatMap(section => [
      `  section ${label(section)}`,
      ...shown
        .filter(s => sectionOf(s) === section)
        .map((s, i) => `    ${i + 1} ${label(s.title)} :${s.ok ? '' : 'crit, '}${span(s)}`),
    ]),
  ]
}

function axis(steps: readonly StepReport[]): string[] {
  const end = endOf(steps)
  const scale = scales.find(s => end <= s.upTo)
  return scale ? [`  axisFormat ${scale.format}`, `  tickInterval ${scale.tick}`] : []
}

/** Start and end on a day of its own, without a time zone: what the axis shows is the time since the start of the run. */
function span({ startMs, ms }: StepReport): string {
  return [startMs, startMs + Math.max(shortest, ms)].map(moment).join(', ')
}

function moment(ms: number): string {
  return new Date(Math.max(0, Math.round(ms))).toISOString().replace('T', ' ').replace('Z', '')
}

function label(text: string): string {
  const clean = text
    .replace(/[^\p{L}\p{N} ._/()+-]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
  return clean.slice(0, 60).toWellFormed() || 'step'
}
