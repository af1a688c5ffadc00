// Makes docs/images/summary*.png: the job summary of a real run, as GitHub shows it. `node scripts/picture.mjs [report.json]`;
// without a report it builds examples/c for four targets. Needs a Chromium on this machine (Debian's `chromium`); the
// packages that draw (Mermaid, GitHub's style sheet) are fetched into .cache/picture: they are no part of the project.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { childEnv, needNode24, root } from './lib/node24.mjs'

needNode24(import.meta.url)
const { marked } = await import('marked')
const { summaryMarkdown } = await import('../src/report/summary.ts')

const packages = { mermaid: '11.17.2', 'github-markdown-css': '5.9.0' }
const cache = join(root, '.cache/picture')
/** CSS pixels; a job summary on a wide screen has about so many. */
const width = 1012
/** Bytes. */
const largest = 400_000

/** @param {string} command @param {string[]} args @param {import('node:child_process').SpawnSyncOptions} [options] */
function run(command, args, options = {}) {
  const done = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: childEnv(), ...options })
  if (done.error) throw new Error(`${command} is not installed`)
  return done.status ?? 1
}

function fetchPackages() {
  mkdirSync(cache, { recursive: true })
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`)
  const isHere = Object.entries(packages).every(([name, version]) => {
    const manifest = join(cache, 'node_modules', name, 'package.json')
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version
  })
  if (isHere) return
  writeFileSync(join(cache, 'package.json'), '{"private":true}\n')
  if (run('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...wanted], { cwd: cache }) !== 0)
    process.exit(3)
}

/** @returns {string} path of the report of a real build */
function build() {
  const targets = 'x86_64-linux-musl,aarch64-linux-musl,aarch64-linux-gnu.2.28,riscv64-linux-musl'
  const argv = [join(root, 'src/cli.ts'), 'build', join(root, 'examples/c'), '--targets', targets]
  if (run(process.execPath, argv) !== 0) process.exit(1)
  return join(root, 'examples/c/dist/report.json')
}

/** The page around the summary, like the box of a job's summary. @param {string} html @param {'light' | 'dark'} theme */
function page(html, theme) {
  const style = readFileSync(join(cache, `node_modules/github-markdown-css/github-markdown-${theme}.css`), 'utf8')
  const [around, border] = theme === 'dark' ? ['#010409', '#3d444d'] : ['#f6f8fa', '#d1d9e0']
  return `<!doctype html><meta charset="utf-8"><style>${style}
    body { margin: 0; padding: 16px; background: ${around}; }
    article { border: 1px solid ${border}; border-radius: 6px; padding: 24px; }
    .markdown-body { font-size: 14px; }
    pre.mermaid { background: transparent; padding: 0; text-align: center; }
  </style><article class="markdown-body">${html}</article>
  <script src="${join(cache, 'node_modules/mermaid/dist/mermaid.min.js')}"></script>
  <script>mermaid.initialize({ startOnLoad: false, theme: '${theme === 'dark' ? 'dark' : 'default'}' }); mermaid.run().then(() => {
    document.title = String(Math.ceil(document.querySelector('article').getBoundingClientRect().bottom + 16)) })</script>`
}

/** @param {string[]} args @returns {string} what the browser printed */
function chromium(args) {
  const common = ['--headless=new', '--no-sandbox', '--hide-scrollbars', '--allow-file-access-from-files']
  const done = spawnSync('chromium', [...common, '--virtual-time-budget=10000', ...args], {
    encoding: 'utf8',
    cwd: cache,
  })
  if (done.error) throw new Error('chromium is not installed')
  return done.stdout
}

/** @param {string} markdown @param {'light' | 'dark'} theme @param {string} file */
function picture(markdown, theme, file) {
  const html = String(marked.parse(markdown, { gfm: true, async: false }))
  const drawn = html.replace(
    /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
    '<pre class="mermaid">$1</pre>',
  )
  const path = join(cache, `${theme}.html`)
  writeFileSync(path, page(drawn, theme))
  const dom = chromium([`--window-size=${width},2000`, '--dump-dom', `file://${path}`])
  const height = /<title>(\d+)<\/title>/.exec(dom)?.[1]
  if (height === undefined) throw new Error('the chart was not drawn')
  chromium([
    `--window-size=${width},${height}`,
    '--force-device-scale-factor=1.5',
    `--screenshot=${file}`,
    `file://${path}`,
  ])
  spawnSync('pngquant', ['--force', '--output', file, '--quality', '80-98', '--strip', file]) // smaller where it is installed
  const { size } = statSync(file)
  if (size > largest) throw new Error(`${file} has ${size} bytes`)
  console.log(`${file}: ${width} × ${height}, ${size} bytes`)
}

fetchPackages()
const report = JSON.parse(readFileSync(process.argv[2] ?? build(), 'utf8'))
const markdown = summaryMarkdown(report, { maxBytes: 1024 * 1024 })
mkdirSync(join(root, 'docs/images'), { recursive: true })
picture(markdown, 'light', join(root, 'docs/images/summary.png'))
picture(markdown, 'dark', join(root, 'docs/images/summary-dark.png'))
