import { readElf } from '../../../src/elf/elf.ts'
import { hasMagic } from '../../../src/elf/header.ts'
import { Budget } from '../../../src/payload/budget.ts'
import type { Member } from '../../../src/payload/member.ts'
import { isPayload, openPayload } from '../../../src/payload/payload.ts'
import { sourceOf } from '../elf-source.ts'

/** A member with its content. */
export type Read = Pick<Member, 'path' | 'mode' | 'kind'> & { readonly content: Buffer }

/** Opens bytes as the verifier does and reads every member to its end. */
export async function unpack(bytes: Buffer, name = 'package'): Promise<{ kind: string | null; members: Read[] }> {
  const source = sourceOf(bytes)
  const opened = await openPayload(source, hasMagic(bytes) ? readElf(source) : null, name, new Budget())
  if (opened === null) return { kind: null, members: [] }
  if (!isPayload(opened)) return { kind: opened.name, members: [] }
  const members: Read[] = []
  for await (const { path, mode, kind, pieces } of opened.members()) {
    const parts: Buffer[] = []
    for await (const piece of pieces()) parts.push(Buffer.from(piece))
    members.push({ path, mode, kind, content: Buffer.concat(parts) })
  }
  return { kind: opened.kind, members }
}
