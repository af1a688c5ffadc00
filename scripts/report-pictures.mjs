// Makes docs/images/report-{light,dark,phone}.png: report.html of a real run in a real browser.
//
//   node scripts/report-pictures.mjs [report.json]     without a report it builds examples/c for four targets
//
// Needs a Chromium on this machine (Debian's `chromium`); pngquant makes the files smaller where it is installed.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childEnv, needNode24, root } from './lib/node24.mjs'

needNode24(import.meta.url)
const { reportHtml } = await import('../src/report/html.ts')
const { startBrowser } = await import('../test/e2e/support/browser.ts')

/** What is seen of the page: CSS pixels. */
const pictures = /** @type {const} */ ([
  { name: 'report-light', view: { width: 1080, height: 900, scheme: 'light', scale: 1.5 }, most: 1250 },
  { name: 'report-dark', view: { width: 1080, height: 900, scheme: 'dark', scale: 1.5 }, most: 1250 },
  { name: 'report-phone', view: { width: 375, height: 812, scheme: 'light', scale: 2 }, most: 1100 },
])

/** Bytes of one picture. */
const largest = 200_000

/** @returns {string} path of the report of a real build */
function build() {
  const targets = 'x86_64-linux-musl,aarch64-linux-musl,aarch64-linux-gnu.2.28,riscv64-linux-musl'
  const argv = [join(root, 'src/cli.ts'), 'build', join(root, 'examples/c'), '--targets', targets]
  if (spawnSync(process.execPath, argv, { stdio: 'inherit', env: childEnv() }).status !== 0) process.exit(1)
  return join(root, 'examples/c/dist/report.json')
}

const report = JSON.parse(readFileSync(process.argv[2] ?? build(), 'utf8'))
const work = mkdtempSync(join(tmpdir(), 'pb-pictures-'))
const browser = await startBrowser()
try {
  const file = join(work, 'report.html')
  writeFileSync(file, reportHtml(report))
  mkdirSync(join(root, 'docs/images'), { recursive: true })
  for (const { name, view, most } of pictures) {
    const page = await browser.open(file, view)
    const path = join(root, `docs/images/${name}.png`)
    writeFileSync(path, await page.picture(most))
    spawnSync('pngquant', ['--force', '--output', path, '--quality', '70-95', '--strip', path])
    const { size } = statSync(path)
    if (size > largest) throw new Error(`${path} has ${size} bytes`)
    console.log(`${path}: ${size} bytes`)
  }
} finally {
  await browser.close()
  rmSync(work, { recursive: true, force: true })
}
