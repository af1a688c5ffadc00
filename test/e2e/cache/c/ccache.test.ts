import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ccacheKeepers } from '../../../../src/cache/c/ccache.ts'
import { prefixCache } from '../../../support/prefix-cache.ts'
import { type CachedRun, edit, freshTools, type Place, run, temporary } from '../support/runner.ts'

const target = 'x86_64-linux-musl'
const base = `ccache app ${target}`
const parts = ['one', 'two', 'three', 'four', 'five']

const makefile = `OBJS = main.o ${parts.map(p => `${p}.o`).join(' ')}
CFLAGS = -O1 -g -Iinclude -I.
app: $(OBJS)
	$(CC) $(LDFLAGS) -o $@ $(OBJS)
%.o: %.c
	$(CC) $(CFLAGS) -MMD -c -o $@ $<
`

/** Six files that share a header. */
const sources: Readonly<Record<string, string>> = {
  'include/value.h': '#define VALUE 1\n',
  'main.c': `#include <stdio.h>\n#include "value.h"\n${parts.map(p => `int ${p}(void);\n`).join('')}int main(void) { printf("%d %s\\n", VALUE + ${parts.map(p => `${p}()`).join(' + ')}, __FILE__); return 0; }\n`,
  ...Object.fromEntries(
    parts.map((p, i) => [`${p}.c`, `#include "value.h"\nint ${p}(void) { return ${i} * VALUE; }\n`]),
  ),
}

const cmake = `cmake_minimum_required(VERSION 3.10)
project(app C)
include_directories(include)
add_executable(app main.c ${parts.map(p => `${p}.c`).join(' ')})
`

function project(files: Readonly<Record<string, string>>): Place {
  const dir = join(temporary(), 'app')
  edit(dir, { ...sources, ...files })
  return { dir, tools: freshTools(), flags: { targets: target }, hasRuntime: true }
}

/** What ccache counted. */
function counts({ said }: CachedRun) {
  const line = said.find(text => text.startsWith(`info: ccache app ${target}: `)) ?? ''
  const [, direct, preprocessed, misses] =
    /: (\d+) directly, (\d+) after preprocessing, (\d+) compiled/.exec(line) ?? []
  return { direct: Number(direct), preprocessed: Number(preprocessed), misses: Number(misses) }
}

describe('what C compilers make', () => {
  it('is found on another machine by the digests of the sources, and is what a clean build makes', async () => {
    const place = project({ Makefile: makefile })
    const store = prefixCache()
    const cold = await run(place, [ccacheKeepers], store)
    expect(counts(cold)).toEqual({ direct: 0, preprocessed: 0, misses: 6 })
    expect(cold.saved).toEqual([base])

    const again = await run(place, [ccacheKeepers], store)
    expect(counts(again)).toEqual({ direct: 6, preprocessed: 0, misses: 0 })
    expect(again.saved).toEqual([])
    expect(again.made).toEqual(cold.made)

    edit(place.dir, { 'two.c': `${sources['two.c']}int more(void) { return 2; }\n` })
    const changed = await run(place, [ccacheKeepers], store)
    expect(counts(changed)).toEqual({ direct: 5, preprocessed: 0, misses: 1 })

    // what none of them included before, and all of them would include now
    edit(place.dir, { 'value.h': '#define VALUE 3\n' })
    const shadowed = await run(place, [ccacheKeepers], store)
    expect(counts(shadowed)).toEqual({ direct: 0, preprocessed: 0, misses: 6 })
    edit(place.dir, { 'other.h': '#define OTHER 3\n' })
    const added = await run(place, [ccacheKeepers], store)
    expect(counts(added)).toEqual({ direct: 0, preprocessed: 6, misses: 0 })

    const clean = await run(place, [], null)
    expect(shadowed.made).toEqual(clean.made)
    expect(added.made).toEqual(clean.made)
    expect(changed.made).not.toEqual(clean.made)
  })

  it('is found although cmake starts the compiler', async () => {
    const place = project({ 'CMakeLists.txt': cmake })
    const store = prefixCache()
    const cold = await run(place, [ccacheKeepers], store)
    const again = await run(place, [ccacheKeepers], store)
    // with what cmake compiles to look at the compiler
    expect(counts(again)).toEqual({ direct: counts(cold).misses, preprocessed: 0, misses: 0 })
    expect(counts(again).direct).toBeGreaterThanOrEqual(6)
    expect(again.made).toEqual(cold.made)
  })

  it('is made anew where an embedded file has changed', async () => {
    const place = project({
      Makefile: makefile,
      'one.c': 'static const char text[] = {\n#embed "text.txt"\n};\nint one(void) { return text[0] + sizeof text; }\n',
      'text.txt': 'one',
    })
    const flags = { ...place.flags, env: 'CFLAGS=-std=c23' }
    const store = prefixCache()
    await run({ ...place, flags }, [ccacheKeepers], store)
    edit(place.dir, { 'text.txt': 'another' })
    const changed = await run({ ...place, flags }, [ccacheKeepers], store)
    expect(counts(changed)).toEqual({ direct: 0, preprocessed: 5, misses: 1 })
    expect(changed.made).toEqual((await run({ ...place, flags }, [], null)).made)
  })
})
