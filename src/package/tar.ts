import { BuildError } from '../errors.ts'
import { contentOf, type Member, modeOf } from './member.ts'

const block = 512
const nothing = Buffer.alloc(block)

/** Octal digits of the size field: 8 GiB. */
const largest = 8 ** 11 - 1
const longest = { name: 100, prefix: 155 }

/**
 * A tar archive in the ustar format (POSIX.1-1988, "ustar Interchange Format"), the same bytes for the same members:
 * no owner, no names of users, no extended headers. Our own writer: tar-stream writes a pax header for every name
 * beyond ASCII, while the bytes of UTF-8 are what every unpacker takes in a plain one.
 * @param epoch seconds since 1970
 * @throws BuildError `bad-input` for what the format cannot hold; MemberChanged
 */
export async function* tarBytes(members: readonly Member[], epoch: number): AsyncGenerator<Buffer> {
  const headers = members.map(member => headerOf(member, epoch)) // everything is checked before the first byte
  for (const [i, member] of members.entries()) {
    yield headers[i] ?? nothing
    if (member.kind === 'directory') continue
    yield* contentOf(member)
    const over = member.size % block
    if (over > 0) yield nothing.subarray(over)
  }
  yield Buffer.concat([nothing, nothing])
}

function headerOf(member: Member, epoch: number): Buffer {
  const { name, prefix } = splitName(member.name)
  const size = member.kind === 'file' ? member.size : 0
  if (size > largest) {
    throw new BuildError('bad-input', `${member.name} has ${size} bytes: a tar archive holds files up to 8 GiB`, {
      hint: 'Set `archive: none`.',
    })
  }
  const header = Buffer.alloc(block)
  name.copy(header, 0)
  octal(header, 100, 8, modeOf(member))
  octal(header, 108, 8, 0) // uid
  octal(header, 116, 8, 0) // gid
  octal(header, 124, 12, size)
  octal(header, 136, 12, Math.min(Math.max(0, epoch), largest))
  header.write('        ', 148, 'latin1') // the sum counts its own field as blanks
  header.write(member.kind === 'directory' ? '5' : '0', 156, 'latin1')
  header.write('ustar\x0000', 257, 'latin1')
  octal(header, 329, 8, 0) // device numbers: GNU tar writes zeros for files too
  octal(header, 337, 8, 0)
  prefix.copy(header, 345)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return header
}

function octal(header: Buffer, at: number, length: number, value: number): void {
  header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1')
}

/** A name of over 100 bytes is cut at a `/` where both parts have room: the first one that leaves the rest short enough. */
function splitName(text: string): { name: Buffer; prefix: Buffer } {
  const bytes = Buffer.from(text)
  if (bytes.length <= longest.name) return { name: bytes, prefix: nothing.subarray(0, 0) }
  const slash = bytes.indexOf('/', bytes.length - longest.name - 1)
  if (slash > 0 && slash <= longest.prefix && slash < bytes.length - 1) {
    return { name: bytes.subarray(slash + 1), prefix: bytes.subarray(0, slash) }
  }
  throw new BuildError('bad-input', `the name ${JSON.stringify(text)} is too long for a tar archive`, {
    hint: 'Shorten it, or set `archive: zip`.',
  })
}
