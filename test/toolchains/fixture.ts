import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Log } from '../../src/host.ts'
import type { Catalog } from '../../src/toolchains/catalog.ts'
import { zipOf } from './zip.ts'

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
  /** Content of `lib/payload`. */
  readonly payload: Buffer
}

/** Makes a wheel of about `size` bytes with `zig 9.9.9` in it; every call makes other bytes. */
export function makeFixture(size = 200_000): Fixture {
  const dir = scratch()
  const file = 'ziglang-9.9.9-py3-none-any.whl'
  const payload = randomBytes(size)
  const bytes = zipOf([
    ['ziglang/zig', 0o100755, '#!/bin/sh\necho 9.9.9\n'],
    ['ziglang/lib/payload', 0o100644, payload],
    ['ziglang/lib/empty', 0o100644, ''],
    ['ziglang-9.9.9.dist-info/METADATA', 0o100644, 'Metadata-Version: 2.1\nName: ziglang\nVersion: 9.9.9\n'],
    ['ziglang-9.9.9.dist-info/WHEEL', 0o100644, 'Wheel-Version: 1.0\nTag: py3-none-any\nRoot-Is-Purelib: true\n'],
    ['ziglang-9.9.9.dist-info/RECORD', 0o100644, ''],
  ])
  writeFileSync(join(dir, file), bytes)
  return { dir, file, bytes, payload, catalog: catalogOf(file, bytes) }
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
    output: () => ({ line: add, end() {} }),
    text: () => lines.join('\n'),
  }
}

/** A directory of programs and nothing else: a PATH on which only `programs` are found. */
export function pathWith(programs: Readonly<Record<string, string>>): string {
  const dir = scratch()
  for (const [name, script] of Object.entries(programs)) writeFileSync(join(dir, name), script, { mode: 0o755 })
  return dir
}

/** Runs `clean` when the test is over. */
export function later(clean: () => unknown): void {
  onTestFinished(async () => void (await clean()))
}
