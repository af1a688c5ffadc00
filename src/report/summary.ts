import { figuresOf } from './figures.ts'
import { code, prose } from './markdown-text.ts'
import type { Report } from './schema.ts'
import { artifactsSection } from './summary/artifacts.ts'
import { cacheSection, keysSection } from './summary/cache.ts'
import { failuresSection, findingsSection, remarksSection } from './summary/problems.ts'
import { digestsSection, noticesSection, timelineSection } from './summary/run.ts'
import { runsOnSection } from './summary/runs-on.ts'
import { importance, type Section } from './summary/section.ts'
import { count, humanSize, humanTime, shorten } from './text.ts'

/**
 * The report as Markdown for people, the verdict first: the job summary of a CI service, and `report.md`. Every text that
 * comes from files, tools or the project is shown as it is and cannot add markup.
 * @param maxBytes of UTF-8: when the summary is longer, whole sections are left out, the least important first, and it
 *   says which; the verdict (at most 3 kB) is always there
 */
export function summaryMarkdown(report: Report, { maxBytes }: { readonly maxBytes: number }): string {
  const kept = sectionsOf(report).filter(s => s.lines.length > 0)
  const dropped: string[] = []
  let text = write(report, kept, dropped)
  while (Buffer.byteLength(text) > maxBytes && kept.length > 0) {
    const least = kept.reduce((a, b) => (worth(b) >= worth(a) ? b : a))
    kept.splice(kept.indexOf(least), 1)
    dropped.push(least.title)
    text = write(report, kept, dropped)
  }
  return text
}

const worth = ({ title }: Section) => importance.indexOf(title)

/** In the order of reading. */
function sectionsOf(report: Report): Section[] {
  return [
    failuresSection(report.failures),
    artifactsSection(report),
    findingsSection(report.files),
    runsOnSection(report.files),
    cacheSection(report.cache),
    timelineSection(report.steps),
    noticesSection(report.notices),
    remarksSection(report.files),
    keysSection(report.cache),
    digestsSection(report),
  ]
}

function write(report: Report, sections: readonly Section[], dropped: readonly string[]): string {
  const { tool } = report
  return [
    ...verdict(report),
    ...sections.flatMap(sectionLines),
    ...(dropped.length > 0 ? ['', `Left out because the summary would be too long: ${dropped.join(', ')}.`] : []),
    '',
    `<sub>${prose(tool.name)} ${prose(tool.version)} · all of it as data in <code>report.json</code></sub>`,
    '',
  ].join('\n')
}

function sectionLines({ title, folded, lines }: Section): string[] {
  return folded
    ? ['', `<details><summary><b>${title}</b></summary>`, '', ...lines, '', '</details>']
    : ['', `### ${title}`, '', ...lines]
}

/** Characters of a name in the verdict. */
const nameWidth = 80

function verdict(report: Report): string[] {
  const { project, artifacts, failures, verified } = report
  const { good, all, targets, bytes, ms } = figuresOf(report)
  const of = verified ? `${count(good, 'executable')} verified` : `${good} of ${count(all, 'executable')} verified`
  const facts = [
    prose(shorten(project.language, nameWidth)),
    ...(project.commit === null ? [] : [`commit ${code(project.commit.slice(0, 12))}`]),
    count(targets, 'target'),
    ...(artifacts.length > 0 ? [`${count(artifacts.length, 'artifact')}, ${humanSize(bytes)}`] : []),
    ...(ms > 0 ? [humanTime(ms)] : []),
    ...(failures.length > 0 ? [`**${count(failures.length, 'failure')}**`] : []),
  ]
  return [`## ${verified ? '✅' : '❌'} ${prose(shorten(project.name, nameWidth))}: ${of}`, '', facts.join(' · ')]
}
