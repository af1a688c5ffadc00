import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listFiles } from '../../../../src/cache/kept/files.ts'
import { checkPack } from '../../../../src/cache/pack/read.ts'
import { unpack } from '../../../../src/cache/pack/unpack.ts'
import { zigKeepers } from '../../../../src/cache/zig/keepers.ts'
import { type PrefixCache, prefixCache } from '../../../support/prefix-cache.ts'
import { brought, edit, freshTools, type Place, run, temporary } from '../support/runner.ts'

const target = 'x86_64-linux-gnu.2.17'
const row = `zig-runtime ${target}`

function project(): Place {
  const dir = temporary()
  edit(dir, {
    Makefile: 'program: program.o\n\t$(CC) $(LDFLAGS) -o $@ program.o\n',
    'program.c': '#include <stdio.h>\nint main(void) { puts("hello"); return 0; }\n',
  })
  return { dir, tools: freshTools(), flags: { targets: target } }
}

/** Unpacks the only entry of a store. */
async function unpackInto(dir: string, store: PrefixCache): Promise<void> {
  const [[key, pack] = ['', '']] = store.entries
  const path = join(temporary(), 'pack')
  writeFileSync(path, pack)
  const { signal } = new AbortController()
  await unpack({ pack: await checkPack(path, { kind: 'zig-runtime', key }, signal), roots: { kept: dir }, signal })
}

describe("zig's own libraries", () => {
  it('are compiled once: the first link of another machine compiles nothing of them, and gives the same bytes', async () => {
    const place = project()
    const store = prefixCache()
    const cold = await run(place, [zigKeepers], store)
    expect(cold.result.failures).toEqual([])
    expect(cold.saved).toEqual([row])

    edit(place.dir, { 'program.c': '#include <stdio.h>\nint main(void) { puts("hello!"); return 0; }\n' })
    const seeded = await run(place, [zigKeepers], store)
    expect(brought(seeded)).toEqual([row])
    // whatever zig had compiled would be new
    expect(seeded.saved).toEqual([])
    expect(seeded.said).toContainEqual(expect.stringContaining('nothing new was compiled'))

    const clean = await run({ ...place, hasRuntime: true }, [zigKeepers], store)
    expect(clean.rows).toMatchObject([{ hit: 'skipped', why: expect.stringContaining('already') }])
    expect(seeded.made).toEqual(clean.made)
    expect(seeded.made).not.toEqual(cold.made)

    const dir = temporary()
    await unpackInto(dir, store)
    const names = (await listFiles(dir)).map(({ path }) => path)
    expect(names.filter(name => /crt1\.o$|libc\.so\.6$|libcompiler_rt\.a$/.test(name))).toHaveLength(3)
    expect(names.filter(name => name.includes('program'))).toEqual([])
  })
})
