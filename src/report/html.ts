import { tool } from '../tool.ts'
import { figuresOf } from './figures.ts'
import { lostTargets } from './file-facts.ts'
import { anchored } from './html/anchors.ts'
import { cachePart, keysPart } from './html/cache.ts'
import { failuresPart } from './html/failures.ts'
import { filesPart, handedOverPart } from './html/files.ts'
import { findingsPart, remarksPart, worsePart } from './html/findings.ts'
import { html } from './html/markup.ts'
import { type Head, page } from './html/page.ts'
import { code, type Section } from './html/parts.ts'
import { runsOnPart } from './html/runs-on.ts'
import { timelinePart } from './html/timeline.ts'
import type { Report, Verdict } from './schema.ts'
import { count, humanSize, humanTime, shorten } from './text.ts'
import { isGood } from './verdict-words.ts'

/** Bytes of a page at most: a service shows it, a person loads it on a phone. */
const largest = 1_000_000

/** Rows of one list, the most first: what makes a page that is not too large is taken. */
const rowLimits = [2000, 1000, 500, 200, 50, 10] as const

/**
 * `report.html`: the report as one page that needs nothing beside it. The verdict comes first; every text that comes from files,
 * tools or the project is shown as it is and cannot add markup. At most 1 MB: of longer lists the first rows are shown, and it says
 * how many there are beside them.
 */
export function reportHtml(report: Report): string {
  const files = anchored(report.files)
  const lost = lostTargets(report)
  return fitting(headOf(report), rows => [
    failuresPart(report.failures, rows),
    filesPart(files, lost, rows),
    findingsPart(files, rows),
    runsOnPart(files, rows),
    handedOverPart(report.artifacts, rows),
    cachePart(report.cache, rows),
    timelinePart(report.steps),
    noticesPart(report.notices, rows),
    remarksPart(files, rows),
    keysPart(report.cache, rows),
  ])
}

/** What `verify` found, as such a page. */
export function verdictHtml(verdict: Verdict): string {
  const files = anchored(verdict.files)
  return fitting(verdictHead(verdict), rows => [
    worsePart(verdict.comparison?.worse ?? [], rows),
    filesPart(files, [], rows),
    findingsPart(files, rows),
    runsOnPart(files, rows),
    remarksPart(files, rows),
  ])
}

function fitting(head: Head, sections: (rows: number) => readonly Section[]): string {
  let text = ''
  for (const rows of rowLimits) {
    text = page(head, sections(rows))
    if (Buffer.byteLength(text) <= largest) break
  }
  return text
}

function noticesPart(notices: readonly string[], rows: number): Section {
  const items = notices.slice(0, rows).map(n => html`<li>${n}</li>`)
  return { id: 'notices', title: 'Notices', body: items.length === 0 ? null : html`<ul class="found">${items}</ul>` }
}

/** Characters of a name in the verdict. */
const nameWidth = 80

const footer = `${tool.name} ${tool.version} · all of it as data in report.json`

function headOf(report: Report): Head {
  const { project, failures, artifacts, verified } = report
  const { good, all, targets, bytes, ms } = figuresOf(report)
  const name = shorten(project.name, nameWidth)
  const said = verified
    ? `${count(good, 'executable')} verified`
    : `not verified: ${good} of ${count(all, 'executable')} passed`
  return {
    good: verified,
    title: `${verified ? '✓' : '✗'} ${name}: ${said}`,
    verdict: verified ? `${name}: ${said}` : `${name} is ${said}`,
    facts: [
      html`${shorten(project.language, nameWidth)} project`,
      ...(project.commit === null ? [] : [html`commit ${code(project.commit.slice(0, 12))}`]),
      ...(failures.length > 0 ? [html`<b>${count(failures.length, 'failure')}</b>`] : []),
    ],
    figures: [
      ['verified', `${good} of ${all}`],
      ['targets', String(targets)],
      ...(artifacts.length > 0 ? [['handed over', humanSize(bytes)] as const] : []),
      ...(ms > 0 ? [['took', humanTime(ms)] as const] : []),
    ],
    footer,
  }
}

function verdictHead(verdict: Verdict): Head {
  const { files, comparison, verified } = verdict
  const good = files.filter(f => f.verified).length
  const said = verified
    ? `${count(good, 'file')} verified`
    : `Not verified: ${good} of ${count(files.length, 'file')} passed`
  return {
    good: isGood(verdict),
    title: `${isGood(verdict) ? '✓' : '✗'} ${said}`,
    verdict: said,
    facts: comparison ? [html`${count(comparison.worse.length, 'thing')} worse than the baseline`] : [],
    figures: [
      ['verified', `${good} of ${files.length}`],
      ['architectures', String(new Set(files.map(f => f.arch)).size)],
    ],
    footer: `${tool.name} ${tool.version}`,
  }
}
