import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runOurs } from './ours.ts'
import { recorder } from './recorder.ts'
import type { Stand } from './stand.ts'
import { rates, type Wanted } from './wanted.ts'

const targets = { glibc: 'x86_64-linux-gnu.2.17', musl: 'x86_64-linux-musl' } as const

/**
 * The first link for a target, which compiles a C library before it: on a machine that was just made, with the cache and
 * without, and on one where it was done before.
 */
export async function zigPart(stand: Stand, wanted: Wanted): Promise<void> {
  stand.speed(rates.none)
  for (const [name, target] of Object.entries(targets)) {
    const add = recorder(`zig ${name}`, wanted)
    const link = (saves = false) => {
      write(stand)
      return runOurs(stand, { inputs: { targets: target }, saves })
    }
    stand.clear('nothing')
    add({ by: 'ours', scene: 'cold' }, await link(true))
    for (let round = 0; round < wanted.rounds; round++) {
      for (const [rate, speed] of wanted.speeds) {
        stand.reset()
        stand.speed(speed)
        add({ by: 'ours', scene: 'seeded', rate, round }, await link())
        stand.speed(rates.none)
        // the same machine, another text
        add({ by: 'ours', scene: 'warm', rate, round }, await link())
      }
    }
  }
}

let changes = 0

/** Never the same text, so that no whole result is taken. */
function write({ project }: Stand): void {
  changes += 1
  mkdirSync(project, { recursive: true })
  writeFileSync(join(project, 'Makefile'), 'hello: hello.c\n\t$(CC) $(LDFLAGS) -o $@ hello.c\n')
  writeFileSync(join(project, 'hello.c'), `#include <stdio.h>\nint main(void) { printf("${changes}\\n"); return 0; }\n`)
}
