import { describe, expect, it } from 'vitest'
import { goKeepers } from '../../../../src/cache/go/keepers.ts'
import { prefixCache } from '../../../support/prefix-cache.ts'
import { brought, edit, freshTools, run, temporary } from '../support/runner.ts'

/** C with a header in another directory than its package: go does not look at it when it judges what it has. */
const files = {
  'go.mod': 'module example.com/withc\n\ngo 1.22\n',
  'main.go':
    'package main\n\n// #include "include/value.h"\n// static int value(void) { return VALUE; }\nimport "C"\n\nfunc main() { println(C.value()) }\n',
  'include/value.h': '#define VALUE 42\n',
}

describe('C that go compiles', () => {
  it('is compiled anew when a header has changed of which go knows nothing', async () => {
    const dir = temporary()
    edit(dir, files)
    const place = { dir, tools: freshTools(), flags: { targets: 'x86_64-linux-musl' }, hasRuntime: true }
    const store = prefixCache()
    const cold = await run(place, [goKeepers], store)
    expect(cold.result.failures).toEqual([])
    const again = await run(place, [goKeepers], store)
    expect(brought(again)).toEqual(['go-build withc x86_64-linux-musl'])
    expect(again.made).toEqual(cold.made)

    edit(dir, { 'include/value.h': '#define VALUE 43\n' })
    const changed = await run(place, [goKeepers], store)
    expect(brought(changed)).toEqual([])
    expect(changed.made).not.toEqual(cold.made)
  })
})
