import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Log } from '../../src/host.ts'
import type { Catalog } from '../../src/toolchains/catalog.ts'

/** A new empty directory. */
export function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'pb-toolchains-'))
}

/** A small toolchain as a wheel, with the pins that name it. */
export interface Fixture {
  readonly catalog: Catalog
  /** Directory that holds the wheel: a mirror. */
  readonly dir: string
  readonly file: string
  readonly bytes: Buffer
}

const makeWheel = `import sys, zipfile
path, tool, payload = sys.argv[1:]
with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
    def add(name, data, mode):
        info = zipfile.ZipInfo(name)
        info.external_attr = (0o100000 | mode) << 16
        info.compress_type = zipfile.ZIP_DEFLATED
        z.writestr(info, data)
    add('ziglang/zig', open(tool, 'rb').read(), 0o755)
    add('ziglang/lib/payload', open(payload, 'rb').read(), 0o644)
    add('ziglang/lib/empty', b'', 0o644)
    add('ziglang-9.9.9.dist-info/METADATA', 'Metadata-Version: 2.1\\nName: ziglang\\nVersion: 9.9.9\\n', 0o644)
    add('ziglang-9.9.9.dist-info/WHEEL', 'Wheel-Version: 1.0\\nTag: py3-none-any\\nRoot-Is-Purelib: true\\n', 0o644)
    add('ziglang-9.9.9.dist-info/RECORD', '', 0o644)
`

/** Makes a wheel of about `size` bytes with `zig 9.9.9` in it; every call makes other bytes. */
export function makeFixture(size = 200_000): Fixture {
  const dir = scratch()
  const file = 'ziglang-9.9.9-py3-none-any.whl'
  writeFileSync(join(dir, 'tool'), '#!/bin/sh\necho 9.9.9\n')
  writeFileSync(join(dir, 'payload'), randomBytes(size))
  execFileSync('python3', ['-c', makeWheel, join(dir, file), join(dir, 'tool'), join(dir, 'payload')])
  const bytes = readFileSync(join(dir, file))
  return { dir, file, bytes, catalog: catalogOf(file, bytes) }
}

/** Pins for one file, for every host of the tests. */
function catalogOf(file: string, bytes: Buffer): Catalog {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const wheel = { file, sha256, bytes: bytes.length, unpacked: bytes.length, root: 'ziglang/' }
  const entry = { version: '9.9.9', package: 'ziglang', executable: 'zig', hosts: { x86_64: { wheel } } }
  return { zig: entry, 'cargo-zigbuild': entry }
}

/** A log that remembers; `text()` is all of it. */
export function recordingLog(): Log & { text(): string } {
  const lines: string[] = []
  const add = (...parts: (string | undefined)[]) => void lines.push(parts.filter(p => p !== undefined).join(' | '))
  return {
    info: add,
    warn: add,
    error: add,
    detail: add,
    task: (_, title) => {
      add(title)
      return { update: add, done: add, fail: add }
    },
    text: () => lines.join('\n'),
  }
}

/** A directory of programs and nothing else: a PATH on which only `programs` are found. */
export function pathWith(programs: Readonly<Record<string, string>>): string {
  const dir = scratch()
  mkdirSync(dir, { recursive: true })
  for (const [name, script] of Object.entries(programs)) writeFileSync(join(dir, name), script, { mode: 0o755 })
  return dir
}

/** Runs `clean` when the test is over. */
export function later(clean: () => unknown): void {
  onTestFinished(async () => void (await clean()))
}
