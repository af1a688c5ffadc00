import { archs } from '../../arch.ts'
import type { Target } from '../../target.ts'

/**
 * Whether a `[target.<key>]` table of a cargo configuration is for this target: its triple, or a `cfg(…)` that holds.
 * Grammar: the Rust Reference, chapter Conditional compilation. What depends on more than the target is taken as false;
 * what is not of the grammar gives either answer, as cargo refuses it with an error of its own.
 */
export function keyMatches(key: string, triple: string, target: Target): boolean {
  if (!key.startsWith('cfg(')) return key === triple
  const tokens = key.match(/[A-Za-z_][A-Za-z0-9_]*|"[^"]*"|[(),=]|\S/g) ?? []
  const facts = factsOf(triple, target)
  let at = 0
  const take = (): string => tokens[at++] ?? ''
  const predicate = (): boolean => {
    const word = take()
    if (tokens[at] === '(') {
      const parts = list()
      if (word === 'all' || word === 'cfg') return parts.every(Boolean)
      if (word === 'any') return parts.some(Boolean)
      return word === 'not' && parts.length === 1 && parts[0] === false
    }
    if (tokens[at] !== '=') return word === 'true' || facts.has(word)
    take()
    return facts.has(`${word}=${take().slice(1, -1)}`)
  }
  const list = (): boolean[] => {
    const parts: boolean[] = []
    take()
    while (at < tokens.length && tokens[at] !== ')') {
      parts.push(predicate())
      if (tokens[at] === ',') take()
    }
    take()
    return parts
  }
  return predicate()
}

/** What `rustc --print cfg --target` says of every Linux target, and of this one. */
function factsOf(triple: string, target: Target): ReadonlySet<string> {
  const { elf } = archs[target.arch]
  const cpu = triple.split('-')[0] ?? ''
  const arch = rustArch(cpu)
  return new Set([
    'unix',
    'target_os=linux',
    'target_family=unix',
    'target_vendor=unknown',
    'panic=unwind',
    `target_arch=${arch}`,
    `target_env=${target.libc === 'glibc' ? 'gnu' : 'musl'}`,
    `target_endian=${elf.data === 'LE' ? 'little' : 'big'}`,
    `target_pointer_width=${elf.class}`,
  ])
}

function rustArch(cpu: string): string {
  if (/^i[3-6]86$/.test(cpu)) return 'x86'
  if (cpu.startsWith('arm')) return 'arm'
  if (cpu.startsWith('riscv64')) return 'riscv64'
  return cpu.replace(/^powerpc64le$/, 'powerpc64')
}
