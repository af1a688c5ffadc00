import { describe, expect, it } from 'vitest'
import { ccacheKeepers } from '../../../../src/cache/c/ccache.ts'
import { prefixCache } from '../../../support/prefix-cache.ts'
import { type CachedRun, edit, freshTools, type Place, run, temporary } from '../support/runner.ts'

const target = 'x86_64-linux-musl'
const base = `ccache ${target}`
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
  const dir = temporary()
  edit(dir, { ...sources, ...files })
  return { dir, tools: freshTools(), flags: { targets: target }, hasRuntime: true }
}

/** What ccache counted. */
function counts({ said }: CachedRun) {
  const line = said.find(text => text.startsWith(`info: ccache ${target}: `)) ?? ''
  const [, direct, preprocessed, misses] =
    /: (\d+) directly, (\d+) after preprocessing, (\d+) compiled/.exec(line) ?? []
  return { direct: Number(direct), preprocessed: Number(preprocessed), misses: Number(misses) }
}

describe.each([
  { system: 'make', files: { Makefile: makefile } },
  { system: 'cmake', files: { 'CMakeLists.txt': cmake } },
])('what a C compiler makes, by $system', ({ files }) => {
  it('is made once: on another machine everything is found by the digests of the sources', async () => {
    const place = project(files)
    const store = prefixCache()
    const cold = await run(place, [ccacheKeepers], store)
    expect(counts(cold).misses).toBeGreaterThanOrEqual(6)
    expect(cold.saved).toEqual([base])

    const again = await run(place, [ccacheKeepers], store)
    expect(counts(again)).toMatchObject({ misses: 0 })
    expect(again.saved).toEqual([])
    expect(again.made).toEqual(cold.made)

    edit(place.dir, { 'two.c': `${sources['two.c']}int more(void) { return 2; }\n` })
    const changed = await run(place, [ccacheKeepers], store)
    expect(counts(changed)).toMatchObject({ preprocessed: 0, misses: 1 })
    // one of six files is too much to drag along
    expect(changed.saved).toEqual([base])
    expect(changed.made).toEqual((await run(place, [], null)).made)
    expect(changed.made).not.toEqual(again.made)
  })
})
