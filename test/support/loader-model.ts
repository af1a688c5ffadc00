/**
 * What the Linux kernel (`fs/binfmt_elf.c`) and glibc's loader (`elf/rtld.c`, `elf/get-dynamic-info.h`,
 * `elf/dl-version.c`) do with a file, written down a second time without the reader of `src/elf`, in their own terms:
 * 64-bit arithmetic that wraps, tables walked without counts. Only what ends a start for sure is in it.
 */
export function refusalOf(bytes: Buffer): string | null {
  try {
    return refuse(bytes)
  } catch (error) {
    if (error instanceof Refused) return error.message
    if (error instanceof RangeError) return `reads outside of the file: ${error.message}`
    throw error
  }
}

class Refused extends Error {}

function demand(right: boolean, otherwise: string): void {
  if (!right) throw new Refused(otherwise)
}

interface Phdr {
  readonly type: number
  readonly flags: number
  readonly offset: bigint
  readonly vaddr: bigint
  readonly filesz: bigint
  readonly memsz: bigint
}

const page = 4096n
const taskSize: Readonly<Record<number, bigint>> = {
  62: (1n << 47n) - 4096n,
  3: 0xffffe000n,
  8: 0x7fff8000n,
  40: 1n << 32n,
}

function refuse(bytes: Buffer): null {
  demand(bytes.length >= 52 && bytes.readUInt32BE(0) === 0x7f454c46, 'no ELF')
  const is64 = bytes[4] === 2
  const little = bytes[5] === 1
  const u16 = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const u32 = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const u64 = (at: number) => (little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at))
  const word = (at: number) => (is64 ? u64(at) : BigInt(u32(at)))
  const w = is64 ? 8 : 4
  const [type, machine] = [u16(16), u16(18)]
  demand(type === 2 || type === 3, 'ENOEXEC: no program')
  const size = is64 ? 56 : 32
  const [phentsize, phnum] = [u16(24 + 3 * w + 6), u16(24 + 3 * w + 8)]
  demand(phentsize === size && phnum > 0 && phnum * size <= 65536, 'ENOEXEC: program headers')
  const phoff = word(24 + w)
  demand(phoff + BigInt(phnum * size) <= BigInt(bytes.length), 'ENOEXEC: program headers outside')
  const phdrs = Array.from({ length: phnum }, (_, i): Phdr => {
    const at = Number(phoff) + i * size
    const [f, o, v, fs, ms] = is64 ? [4, 8, 16, 32, 40] : [24, 4, 8, 16, 20]
    return {
      ...{ type: u32(at), flags: u32(at + f), offset: word(at + o), vaddr: word(at + v) },
      ...{ filesz: word(at + fs), memsz: word(at + ms) },
    }
  })
  const loads = phdrs.filter(p => p.type === 1)
  demand(loads.length > 0, 'EINVAL: nothing to load')
  const most = taskSize[machine] ?? 1n << 63n
  for (const p of loads) {
    demand(p.filesz <= p.memsz, 'EINVAL: p_filesz above p_memsz')
    demand(p.vaddr + p.memsz <= most, 'EINVAL: outside of the address space')
    demand((p.offset - p.vaddr) % page === 0n, 'EINVAL: not congruent')
    demand(p.offset + p.filesz <= BigInt(bytes.length), 'SIGBUS: mapped behind the end of the file')
    demand(type === 3 || p.vaddr >= page, 'EPERM: page zero')
  }
  const place = (address: bigint, length = 1n): number => {
    const p = loads.findLast(l => address >= l.vaddr && address + length <= l.vaddr + l.filesz)
    if (!p) throw new Refused(`SIGSEGV at ${address.toString(16)}`)
    return Number(address - p.vaddr + p.offset)
  }
  const interpreter = phdrs.find(p => p.type === 3)
  if (interpreter) {
    demand(interpreter.filesz >= 2n && interpreter.filesz <= 4096n, 'ENOEXEC: interpreter')
    demand(
      bytes.readUInt8(Number(interpreter.offset + interpreter.filesz) - 1) === 0,
      'ENOEXEC: interpreter without end',
    )
  }
  if (type === 2 || interpreter) place(word(24))
  const dynamic = phdrs.find(p => p.type === 2)
  if (interpreter) demand(dynamic !== undefined, 'SIGSEGV: no dynamic table')
  if (interpreter && type === 3) {
    const self = phdrs.find(p => p.type === 6)
    demand(self !== undefined && place(self.vaddr) === Number(phoff), 'SIGSEGV: no or a wrong PT_PHDR')
  }
  for (const p of phdrs) {
    if (p.type === 7 && p.filesz > 0n) place(p.vaddr, p.filesz)
    if (p.type === 0x6474e552 && p.memsz > 0n) {
      demand(
        loads.some(l => p.vaddr >= l.vaddr && p.vaddr < l.vaddr + l.memsz),
        'cannot apply additional memory protection',
      )
    }
  }
  if (!dynamic) return null

  const info = new Map<bigint, bigint>()
  const needed: bigint[] = []
  for (let at = dynamic.vaddr; ; at += BigInt(2 * w)) {
    const [tag, value] = [word(place(at, BigInt(w))), word(place(at + BigInt(w), BigInt(w)))]
    if (tag === 0n) break
    if (tag === 1n) needed.push(value)
    info.set(tag, value)
  }
  const get = (tag: number) => info.get(BigInt(tag))
  const [strtab, symtab] = [get(5), get(6)]
  if (strtab === undefined || symtab === undefined) throw new Refused('SIGSEGV: no strings or symbols')
  const text = (index: bigint) => {
    let found = ''
    for (let at = strtab + index; ; at++) {
      const byte = bytes.readUInt8(place(at))
      if (byte === 0) return found
      found += String.fromCharCode(byte)
    }
  }
  const names = needed.map(text)
  if (get(7) !== undefined) demand(get(9) === (is64 ? 24n : 12n), 'assertion: DT_RELAENT')
  if (get(17) !== undefined) demand(get(19) === (is64 ? 16n : 8n), 'assertion: DT_RELENT')
  if (get(36) !== undefined) demand(get(37) === (is64 ? 8n : 4n), 'assertion: DT_RELRENT')
  if (get(20) !== undefined && (get(2) ?? 0n) > 0n && machine === 62) demand(get(20) === 7n, 'assertion: DT_PLTREL')
  const rela = get(7)
  if (rela !== undefined && (get(8) ?? 0n) > 0n) place(rela, get(8))
  const gnuHash = get(0x6ffffef5)
  if (gnuHash !== undefined) {
    const words = u32(place(gnuHash + 8n, 4n))
    demand(words > 0 && (words & (words - 1)) === 0, 'assertion: bitmask_nwords')
  }
  const verneed = get(0x6ffffffe)
  if (verneed === undefined) return null
  demand(get(0x6ffffff0) !== undefined, 'SIGSEGV: versions without symbols')
  for (let at = verneed; ; ) {
    const need = place(at, 16n)
    demand(u16(need) === 1, 'unsupported version of Verneed record')
    demand(names.includes(text(BigInt(u32(need + 4)))), 'assertion: needed != NULL')
    for (let aux = at + BigInt(u32(need + 8)); ; ) {
      const record = place(aux, 16n)
      demand(u32(record) === hashOf(text(BigInt(u32(record + 8)))), 'version not found')
      if (u32(record + 12) === 0) break
      aux += BigInt(u32(record + 12))
    }
    if (u32(need + 12) === 0) return null
    at += BigInt(u32(need + 12))
  }
}

/** `_dl_elf_hash` over bytes. */
function hashOf(name: string): number {
  let hash = 0n
  for (const c of name) {
    hash = ((hash << 4n) + BigInt(c.charCodeAt(0))) & 0xffffffffn
    const high = hash & 0xf0000000n
    if (high !== 0n) hash = (hash ^ (high >> 24n)) & ~high
  }
  return Number(hash)
}
