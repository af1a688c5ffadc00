import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportHtml } from '../../../src/report/html.ts'
import { type Browser, type Page, startBrowser, type View } from '../support/browser.ts'
import { reports } from './reports.ts'

const dir = mkdtempSync(join(tmpdir(), 'pb-html-'))
let browser: Browser
beforeAll(async () => {
  for (const [name, report] of Object.entries(reports)) writeFileSync(join(dir, `${name}.html`), reportHtml(report))
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
  rmSync(dir, { recursive: true, force: true })
})

const wide: View = { width: 1280, height: 900, scheme: 'light' }
const phone: View = { width: 375, height: 667, scheme: 'light' }
const open = (name: string, view: View): Promise<Page> => browser.open(join(dir, `${name}.html`), view)

const names = Object.keys(reports)
const views = [wide, { ...wide, scheme: 'dark' as const }, phone, { ...phone, scheme: 'dark' as const }]

/** What axe-core says against a page, as a list of rules with the elements. */
const judged = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(r =>
  r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' | ')))`

describe.each(names)('report.html in Chromium: %s', name => {
  it.each(views)('is quiet and fits: $width px, $scheme', async view => {
    const page = await open(name, view)
    expect(page.messages).toEqual([])
    expect(page.requests).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(view.width)
    expect(await page.evaluate('[...document.scripts].length + document.images.length')).toBe(0)
    expect(await page.evaluate('document.title')).toMatch(/verified/)
  })

  it('still fits with everything open', async () => {
    const page = await open(name, phone)
    await page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width)
  })
})

// The large page is the folded one with more of the same, and would take axe-core minutes.
describe.each(names.filter(name => name !== 'large'))('report.html for everybody: %s', name => {
  it.each([wide, { ...phone, scheme: 'dark' as const }])('keeps nobody out: $width px, $scheme', async view => {
    const page = await open(name, view)
    await page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    await page.evaluate(`${axe.source}; true`)
    expect(await page.evaluate(judged)).toEqual([])
  })
})

describe('report.html by keyboard', () => {
  it('reaches every fold and opens it', async () => {
    const page = await open('failed', wide)
    const seen = new Set<unknown>()
    const all = Number(await page.evaluate("document.querySelectorAll('summary').length"))
    expect(all).toBeGreaterThan(5)
    for (let i = 0; i < 200; i++) {
      await page.press('Tab')
      const at = await page.evaluate(
        "document.activeElement.tagName === 'SUMMARY' ? [...document.querySelectorAll('summary')].indexOf(document.activeElement) : -1",
      )
      if (at === 0 && seen.has(0)) break
      if (at !== -1) seen.add(at)
      if (seen.size === all) break
    }
    // What is inside of a closed fold cannot be reached until it is opened.
    const reachable = await page.evaluate(
      "[...document.querySelectorAll('summary')].filter(s => !s.parentElement.parentElement.closest('details:not([open])')).length",
    )
    expect(seen.size).toBe(reachable)
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
    const before = await page.evaluate('document.activeElement.parentElement.open')
    await page.press('Enter')
    expect(await page.evaluate('document.activeElement.parentElement.open')).toBe(!before)
  })

  it('starts with a way past the links', async () => {
    const page = await open('failed', wide)
    await page.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content')
    await page.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('content')
  })
})

describe('report.html as others see it', () => {
  it('shows an attack as text', async () => {
    const page = await open('hostile', wide)
    const text = String(await page.evaluate('document.body.innerText'))
    expect(text).toContain("<script>document.title='x'</script>")
    expect(await page.evaluate("document.querySelectorAll('main script, main img, main iframe').length")).toBe(0)
  })

  it('follows a link from a finding to its file, and opens the page of the finding outside', async () => {
    const page = await open('failed', wide)
    const [hash, id] = (await page.evaluate(`(() => {
      const link = document.querySelector('#findings .found a'); link.click()
      return [location.hash, document.querySelector(location.hash).tagName]
    })()`)) as [string, string]
    expect(hash).toMatch(/^#f\d+$/)
    expect(id).toBe('DETAILS')
  })

  it('prints all of it: nothing is behind a fold on paper', async () => {
    const page = await open('failed', wide)
    await page.printed()
    const height = 'document.querySelector("#f1 dl").getBoundingClientRect().height'
    expect(await page.evaluate(height)).toBeGreaterThan(0)
  })
})
