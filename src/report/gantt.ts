import type { StepReport } from './schema.ts'

/** More bars than this cannot be read, and the services that draw the chart refuse very long ones: the longest steps stay. */
const mostTasks = 60
/** Milliseconds; what is shorter would be no bar at all. */
const shortest = 50

/**
 * The steps as a chart of Mermaid (`gantt`; a section for each job), without its fence. Foreign text is reduced to letters,
 * digits and harmless punctuation: Mermaid has no escapes, and a line may start with a keyword (`click`), so each has a
 * number before it.
 */
export function gantt(steps: readonly StepReport[]): string[] {
  const shown = longest(steps)
  const jobs = [...new Set(shown.map(s => s.job))]
  return [
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `  axisFormat ${axisFormat(shown)}`,
    ...jobs.flatMap(job => [
      `  section ${label(job)}`,
      ...shown
        .filter(s => s.job === job)
        .map((s, i) => `    ${i + 1} ${label(s.title)} :${s.ok ? '' : 'crit, '}${span(s)}`),
    ]),
  ]
}

/** Seconds of a short run, minutes and seconds of most, hours and minutes of a long one (formats of d3). */
function axisFormat(steps: readonly StepReport[]): string {
  const end = Math.max(0, ...steps.map(s => s.startMs + s.ms))
  return end < 10_000 ? '%S.%L s' : end < 3_600_000 ? '%M:%S' : '%H:%M'
}

function longest(steps: readonly StepReport[]): readonly StepReport[] {
  if (steps.length <= mostTasks) return steps
  const kept = new Set([...steps].sort((a, b) => b.ms - a.ms).slice(0, mostTasks))
  return steps.filter(s => kept.has(s))
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
