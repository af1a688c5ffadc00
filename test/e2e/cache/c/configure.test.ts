import { describe, expect, it } from 'vitest'
import { configureKeepers } from '../../../../src/cache/c/configure.ts'
import { prefixCache } from '../../../support/prefix-cache.ts'
import { type CachedRun, edit, freshTools, run, temporary } from '../support/runner.ts'

const target = 'x86_64-linux-musl'
const script = (checks: string) => `AC_INIT([app], [1.0])
AC_CONFIG_SRCDIR([main.c])
AC_PROG_CC
AC_CHECK_FUNCS([${checks}])
AC_CONFIG_HEADERS([config.h])
AC_CONFIG_FILES([Makefile])
AC_OUTPUT
`

/** Whether configure believed what an earlier run had found out about a function. */
const isBelieved = ({ said }: CachedRun, name: string) =>
  said.some(line => line.startsWith('detail: ') && line.includes(`for ${name}... (cached)`))

describe('answers of configure', () => {
  it('are asked for once, and again when the script has changed', async () => {
    const dir = temporary()
    edit(dir, {
      'configure.ac': script('strlcpy'),
      'Makefile.in': 'app: main.o\n\t@CC@ @LDFLAGS@ -o app main.o\nmain.o: main.c\n\t@CC@ -c -o main.o main.c\n',
      'main.c':
        '#include <stdio.h>\n#include "config.h"\nint main(void) { printf("%d\\n", HAVE_STRLCPY); return 0; }\n',
    })
    const place = { dir, tools: freshTools(), flags: { targets: target }, hasRuntime: true }
    const store = prefixCache()
    const cold = await run(place, [configureKeepers], store)
    expect(cold.result.failures).toEqual([])
    expect(cold.saved).toEqual([`autotools app ${target}`])
    expect(isBelieved(cold, 'strlcpy')).toBe(false)

    const again = await run(place, [configureKeepers], store)
    expect(isBelieved(again, 'strlcpy')).toBe(true)
    expect(again.saved).toEqual([])
    expect(again.made).toEqual(cold.made)

    edit(dir, { 'configure.ac': script('strlcpy strlcat') })
    const changed = await run(place, [configureKeepers], store)
    expect(isBelieved(changed, 'strlcpy')).toBe(false)
    expect(changed.saved).toEqual([`autotools app ${target}`])
  })
})
