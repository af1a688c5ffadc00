import { cPart } from './c.ts'
import { goPart } from './go.ts'
import { rustProjects } from './projects.ts'
import { rustPart } from './rust.ts'
import type { Stand } from './stand.ts'
import type { Wanted } from './wanted.ts'
import { zigPart } from './zig.ts'

type Measure = (stand: Stand, wanted: Wanted) => Promise<void>

/** Everything that can be measured alone, by the name for `--only`. */
export const parts: Readonly<Record<string, Measure>> = {
  zig: zigPart, // leaves what the others need
  ...Object.fromEntries(
    rustProjects.map(project => [
      `rust-${project.name}`,
      (stand: Stand, wanted: Wanted) => rustPart(stand, project, wanted),
    ]),
  ),
  go: goPart,
  c: cPart,
}
