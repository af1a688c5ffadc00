import { arm } from './arch/arm.ts'
import { mips } from './arch/mips.ts'
import type { Arch } from './arch/row.ts'
import { server } from './arch/server.ts'
import { x86 } from './arch/x86.ts'

export type { Arch } from './arch/row.ts'

const rows = { ...x86, ...arm, ...server, ...mips } as const satisfies Record<string, Arch>

/** The canonical name of an architecture. */
export type ArchName = keyof typeof rows

/** The architecture table: a row in one of the files of `arch/` is all that a new architecture needs. */
export const archs: Readonly<Record<ArchName, Arch>> = rows

/** The names of all architectures, in the order of the table. */
export const archNames = Object.keys(rows) as ArchName[]
