// Writes src/toolchains/catalog.json, the pinned toolchains, and src/toolchains/systems.json, the C libraries of old systems,
// with their sources, sizes and sha256.
//
//   node scripts/catalog.mjs [--only toolchains|systems]
//     [--zig 0.15.2] [--cargo-zigbuild 0.24.0] [--zig-index FILE|URL] [--zig-mirrors FILE|URL] [--debian URL]...
//
// Wheels are downloaded by pip (from whatever index the user has set) and measured; the numbers of the vendor's archives
// are those of the vendor's published index. Run it to move a pin, then run the self-test of the pin (test/e2e/toolchains).
// The numbers of Debian's packages are those of the index that the archive has signed, and each package is looked into.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pinSystems } from './catalog/systems.mjs'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    debian: {
      type: 'string',
      multiple: true,
      default: ['https://deb.debian.org/debian', 'https://archive.debian.org/debian'],
    },
    zig: { type: 'string', default: '0.15.2' },
    'cargo-zigbuild': { type: 'string', default: '0.24.0' },
    'zig-index': { type: 'string', default: 'https://ziglang.org/download/index.json' },
    'zig-mirrors': { type: 'string', default: 'https://ziglang.org/download/community-mirrors.txt' },
  },
})

/** Platform tags to ask the index for, per host: both kinds of name, so that pips of every age understand one. */
/** @type {Readonly<Record<string, readonly string[]>>} */
const platforms = {
  x86_64: ['manylinux1_x86_64', 'manylinux2010_x86_64', 'manylinux_2_12_x86_64', 'manylinux2014_x86_64'],
  aarch64: ['manylinux2014_aarch64', 'manylinux_2_17_aarch64'],
}

const work = mkdtempSync(join(tmpdir(), 'catalog-'))
try {
  if (values.only !== 'systems') {
    write('catalog.json', {
      zig: await zig(values.zig),
      'cargo-zigbuild': cargoZigbuild(values['cargo-zigbuild']),
    })
  }
  if (values.only !== 'toolchains') {
    const before = JSON.parse(readFileSync(new URL('../src/toolchains/systems.json', import.meta.url), 'utf8'))
    write('systems.json', await pinSystems(values.debian, before))
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** @param {string} name @param {unknown} data */
function write(name, data) {
  const path = new URL(`../src/toolchains/${name}`, import.meta.url)
  writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`)
  execFileSync('biome', ['format', '--write', path.pathname], { stdio: 'inherit' })
}

/** @param {string | undefined} version */
async function zig(version = '') {
  const index = JSON.parse(await text(values['zig-index']))[version]
  const mirrors = (await text(values['zig-mirrors'])).split('\n').filter(line => line.startsWith('https://'))
  const hosts = Object.fromEntries(
    Object.keys(platforms).map(arch => {
      const wheel = measureWheel('ziglang', version, arch, 'ziglang/')
      const row = index?.[`${arch}-linux`]
      if (!row) return [arch, { wheel }]
      const file = row.tarball.split('/').at(-1)
      const archive = { file, sha256: row.shasum, bytes: Number(row.size), root: `${file.replace(/\.tar\.xz$/, '')}/` }
      return [arch, { wheel, archive }]
    }),
  )
  return {
    version,
    package: 'ziglang',
    executable: 'zig',
    vendor: `https://ziglang.org/download/${version}`,
    vendorMirrors: mirrors.map(m => m.trim().replace(/\/$/, '')),
    hosts,
  }
}

/** @param {string | undefined} version */
function cargoZigbuild(version = '') {
  const root = `cargo_zigbuild-${version}.data/scripts/`
  const hosts = Object.fromEntries(
    Object.keys(platforms).map(arch => [arch, { wheel: measureWheel('cargo-zigbuild', version, arch, root) }]),
  )
  return { version, package: 'cargo-zigbuild', executable: 'cargo-zigbuild', crate: 'cargo-zigbuild', hosts }
}

/**
 * Downloads a wheel and gives its name, size, digest and what its members under `root` take when unpacked.
 * @param {string} name @param {string} version @param {string} arch @param {string} root
 */
function measureWheel(name, version, arch, root) {
  const dir = mkdtempSync(join(work, 'wheel-'))
  const wanted = (platforms[arch] ?? []).flatMap(p => ['--platform', p])
  const args = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:', ...wanted, '--dest', dir]
  execFileSync('python3', [...args, `${name}==${version}`], { stdio: ['ignore', 'inherit', 'inherit'] })
  const [file = ''] = readdirSync(dir)
  const bytes = readFileSync(join(dir, file))
  const list = `import sys, zipfile
print(sum(i.file_size for i in zipfile.ZipFile(sys.argv[1]).infolist() if i.filename.startswith(sys.argv[2])))`
  const unpacked = Number(execFileSync('python3', ['-c', list, join(dir, file), root], { encoding: 'utf8' }))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { file, sha256, bytes: bytes.length, unpacked, root }
}

/** @param {string} place */
async function text(place) {
  if (!place.startsWith('https://')) return readFileSync(place, 'utf8')
  const answer = await fetch(place)
  if (!answer.ok) throw new Error(`${place}: HTTP ${answer.status}`)
  return answer.text()
}
