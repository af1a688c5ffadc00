import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type Header, pack } from 'tar-stream'
import type { PinnedPackage } from '../../../src/toolchains/systems.ts'

/** A file of a package. */
export type DebMember = Partial<Header> & { readonly name: string; readonly content?: string | Buffer }

/** An ar archive. Source: ar(5). */
export function arOf(members: readonly (readonly [string, Buffer])[]): Buffer {
  const parts = members.flatMap(([name, content]) => {
    const header = `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}100644  ${String(content.length).padEnd(10)}\`\n`
    return [Buffer.from(header, 'latin1'), content, Buffer.alloc(content.length % 2, '\n')]
  })
  return Buffer.concat([Buffer.from('!<arch>\n'), ...parts])
}

const python = 'import lzma, sys; sys.stdout.buffer.write(lzma.compress(sys.stdin.buffer.read()))'

/** A Debian package with these files. */
export async function debOf(members: readonly DebMember[]): Promise<Buffer> {
  const tar = pack()
  for (const { content, ...header } of members) tar.entry(header, content ?? '')
  tar.finalize()
  const data = execFileSync('python3', ['-c', python], { input: await buffer(tar) })
  return arOf([
    ['debian-binary', Buffer.from('2.0\n')],
    ['control.tar.xz', Buffer.from('odd')],
    ['data.tar.xz', data],
  ])
}

/** Puts a package into an archive's directory and gives its pin. */
export function publish(archive: string, pool: string, deb: Buffer, root: string): PinnedPackage {
  mkdirSync(dirname(join(archive, pool)), { recursive: true })
  writeFileSync(join(archive, pool), deb)
  return { pool, sha256: createHash('sha256').update(deb).digest('hex'), bytes: deb.length, root }
}
