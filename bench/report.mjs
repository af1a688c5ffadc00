import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The middle of an odd number of values. @param {number[]} values */
const median = values => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** @param {number[]} values */
const least = values => `least ${Math.round(Math.min(...values))} ms`

/**
 * report.html of 1,000 executables: its size, how long it takes to make, and from opening it in Chromium until it is drawn.
 * @param {number} rounds
 * @returns {Promise<string[][]>}
 */
export async function reportRows(rounds) {
  const { reportHtml } = await import('../src/report/html.ts')
  const { reports } = await import('../test/e2e/html/reports.ts')
  const { startBrowser } = await import('../test/e2e/support/browser.ts')
  const dir = mkdtempSync(join(tmpdir(), 'pb-bench-report-'))
  const browser = await startBrowser()
  try {
    const file = join(dir, 'report.html')
    /** @type {number[]} */
    const made = []
    /** @type {number[]} */
    const opened = []
    let bytes = 0
    for (let i = 0; i < rounds; i++) {
      const start = performance.now()
      const html = reportHtml(reports.large)
      made.push(performance.now() - start)
      bytes = Buffer.byteLength(html)
      writeFileSync(file, html)
      opened.push((await browser.open(file, { width: 1280, height: 900, scheme: 'light' })).loadMs)
    }
    return [
      ['`report.html` of 1,000 executables', `${Math.round(bytes / 1000)} kB`, '<= 1000 kB', 'its bytes'],
      ['the same, to make it', `${Math.round(median(made))} ms`, '', least(made)],
      ['the same, opened in Chromium and drawn', `${Math.round(median(opened))} ms`, '<= 1000 ms', least(opened)],
    ]
  } finally {
    await browser.close()
    rmSync(dir, { recursive: true, force: true })
  }
}
