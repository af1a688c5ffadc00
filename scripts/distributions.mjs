// Compares the table of distributions (src/verify/distributions-data.ts) with the distributions' own package indexes.
//
//   node scripts/distributions.mjs [--mirror Debian=URL] [--mirror Ubuntu=URL]
//
// Without a mirror, a distribution is asked only where this machine's apt is configured for it: its mirror is known then. What
// cannot be asked is said to be so, never taken as right. apt works in a private directory; the system's lists stay as they are.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { needNode24 } from './lib/node24.mjs'

needNode24(import.meta.url)

const { families } = await import('../src/verify/distributions-data.ts')
const { compareVersions } = await import('../src/version.ts')

const { values } = parseArgs({ options: { mirror: { type: 'string', multiple: true, default: [] } } })
const mirrors = new Map(values.mirror.map(text => /** @type {[string, string]} */ (text.split(/=(.*)/s).slice(0, 2))))

/** Names of our architectures in Debian's and Ubuntu's indexes. armv6 is no port of its own: armhf's ABI is the same. */
const ports = {
  ...{ x86_64: 'amd64', i686: 'i386', aarch64: 'arm64', armv7: 'armhf', armv6: 'armhf', armel: 'armel' },
  ...{ ppc64le: 'ppc64el', s390x: 's390x', riscv64: 'riscv64', mips: 'mips', mipsel: 'mipsel', mips64el: 'mips64el' },
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26, env: { ...process.env, LC_ALL: 'C' } })
  return done.error || done.status !== 0 ? null : done.stdout
}

/** The mirror that this machine's apt uses for a distribution, or null. @param {string} family */
function configuredMirror(family) {
  const lines = run('apt-get', ['indextargets', '--format', '$(ORIGIN) $(REPO_URI) $(CODENAME)']) ?? ''
  const row = lines.split('\n').find(line => line.startsWith(`${family} `) && !line.includes('security'))
  return row?.split(' ')[1] ?? null
}

const dir = mkdtempSync(join(tmpdir(), 'pb-distributions-'))
let [right, wrong, unknown] = [0, 0, 0]

/** @param {'ok' | 'WRONG' | 'not reachable'} verdict @param {string} what @param {string} [why] */
function tell(verdict, what, why = '') {
  if (verdict === 'ok') right++
  else if (verdict === 'WRONG') wrong++
  else unknown++
  console.log(`${verdict.padEnd(14)} ${what}${why === '' ? '' : `: ${why}`}`)
}

/**
 * What a suite has: the versions of its packages and its architectures, or null where it cannot be had.
 * @param {string} family @param {string} mirror @param {string} suite
 */
function askSuite(family, mirror, suite) {
  const home = join(dir, `${family}-${suite}`)
  for (const part of ['state/lists/partial', 'cache/archives/partial']) mkdirSync(join(home, part), { recursive: true })
  const keyring = `/usr/share/keyrings/${family.toLowerCase()}-archive-keyring.gpg`
  writeFileSync(join(home, 'sources.list'), `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`)
  const options = [
    ...['-o', `Dir::State=${home}/state`, '-o', `Dir::Cache=${home}/cache`],
    ...['-o', `Dir::Etc::sourcelist=${home}/sources.list`, '-o', 'Dir::Etc::sourceparts=-'],
    ...['-o', 'Acquire::Languages=none', '-o', 'APT::Architecture=amd64', '-o', 'APT::Architectures=amd64'],
  ]
  if (run('apt-get', ['update', '-qq', '--error-on=any', ...options]) === null) return null
  const release = readdirSync(join(home, 'state/lists')).find(name => name.endsWith('Release'))
  const archs = release && /^Architectures: (.*)$/m.exec(readFileSync(join(home, 'state/lists', release), 'utf8'))?.[1]
  const madison = run('apt-cache', ['madison', 'libc6', 'libstdc++6', ...options]) ?? ''
  /** @param {string} name */
  const version = name => {
    const line = madison.split('\n').find(l => l.trim().startsWith(`${name} |`))
    return /^[0-9]+(\.[0-9]+)?/.exec(line?.split('|')[1]?.trim() ?? '')?.[0] ?? null
  }
  return { libc: version('libc6'), gcc: version('libstdc++6'), archs: archs?.split(' ') ?? [] }
}

try {
  for (const family of families) {
    const indexed = family.releases.some(r => r.suite !== undefined)
    const mirror = indexed ? (mirrors.get(family.name) ?? configuredMirror(family.name)) : null
    for (const release of family.releases) {
      const what = `${family.name} ${release.name} ${family.libc} ${release.libc}`
      if (mirror === null || release.suite === undefined) {
        tell('not reachable', what, indexed ? `--mirror ${family.name}=URL names one` : release.source)
        continue
      }
      const found = askSuite(family.name, mirror, release.suite)
      if (found === null) {
        tell('not reachable', what, `${release.suite} is not on the mirror`)
        continue
      }
      tell(found.libc === release.libc ? 'ok' : 'WRONG', what, `the index has ${found.libc}`)
      const enough = found.gcc !== null && compareVersions(found.gcc, release.gcc) >= 0
      tell(enough ? 'ok' : 'WRONG', `${family.name} ${release.name} GCC ${release.gcc}`, `the index has ${found.gcc}`)
      for (const [arch, port] of Object.entries(ports)) {
        const span = family.archs[/** @type {keyof typeof family.archs} */ (arch)]
        const index = (/** @type {string | undefined} */ name) => family.releases.findIndex(r => r.name === name)
        const at = index(release.name)
        const said = span !== undefined && index(span.since) <= at && (!span.until || at <= index(span.until))
        const has = found.archs.includes(port)
        const place = `${family.name} ${release.name} ${arch}`
        // The index of an old release is that of its long-term support, which keeps few ports.
        const old = release !== family.releases.at(-1)
        if (has && !said) tell('WRONG', place, `${port} is in the index`)
        else if (said && !has)
          tell(old ? 'not reachable' : 'WRONG', place, `${port} is not in the index${old ? ' any more' : ''}`)
      }
    }
  }
} finally {
  rmSync(dir, { recursive: true, force: true })
}
console.log(`\n${right} right, ${wrong} wrong, ${unknown} not reachable`)
process.exitCode = wrong > 0 ? 1 : 0
