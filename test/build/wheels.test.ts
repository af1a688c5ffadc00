import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkWheels } from '../../src/build/wheels.ts'
import { makeTarget } from '../../src/target.ts'
import { policyFor } from '../../src/verify/policies.ts'
import { writeElf } from '../support/elf-writer.ts'
import { zipOf } from '../support/payload/archives.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-wheels-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const policy = policyFor(makeTarget('x86_64', 'glibc', '2.17'), { allowLibraries: ['*'] })

/** A wheel with one library that asks for a version of glibc. */
function wheel(version: string): Buffer {
  const imports = [{ name: 'stat', version: ['libc.so.6', version] as const }]
  const { bytes } = writeElf({ type: 3, soname: 'a.so', needed: ['libc.so.6'], bindNow: true, imports })
  return zipOf([{ path: 'a/a.so', data: bytes }])
}

async function check(wheels: Readonly<Record<string, Buffer>>): Promise<readonly string[]> {
  for (const [name, bytes] of Object.entries(wheels)) writeFileSync(join(dir, name), bytes)
  const said: string[] = []
  await checkWheels({ dir, policy }, line => void said.push(line), new AbortController().signal)
  return said
}

describe('wheels', () => {
  const tag = 'cp311-cp311-manylinux2014_x86_64.whl'

  it('are taken when their libraries start on the floor, or when they have none', async () => {
    const pure = zipOf([{ path: 'b/__init__.py', data: Buffer.from('x = 1') }])
    const said = await check({ [`a-1.0-${tag}`]: wheel('GLIBC_2.17'), 'b-1.0-py3-none-any.whl': pure })
    expect(said).toEqual([`a-1.0-${tag}: 1 library, glibc 2.17 and newer`])
  })

  it('are refused by their bytes, whatever their tag says', async () => {
    await expect(check({ [`a-1.0-${tag}`]: wheel('GLIBC_2.33') })).rejects.toMatchObject({
      code: 'wheel-refused',
      message: 'a 1.0 does not start on glibc 2.17, whatever the tag says',
      lines: [expect.stringContaining(`a-1.0-${tag}: a/a.so: `)],
    })
  })

  it('that cannot be read are told, not passed in silence', async () => {
    const said = await check({ [`a-1.0-${tag}`]: wheel('GLIBC_2.33').subarray(0, -30) })
    expect(said).toEqual([`a-1.0-${tag}: not read: the zip archive is damaged`])
  })
})
