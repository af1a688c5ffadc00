import { attributeTags } from '../../elf/attributes.ts'
import type { Finding } from '../../report/schema.ts'
import { isKnownCpu, powerLevel, riscvProfile, x86Level } from '../cpu.ts'
import { finding } from '../findings.ts'
import type { Subject } from '../subject.ts'
import { arm } from './arm.ts'
import { mips } from './mips.ts'

/** Go's CPU settings, weakest first. Source: golang/go `src/internal/buildcfg/cfg.go`. */
const goLevels: Readonly<Record<string, readonly string[]>> = {
  GOAMD64: ['v1', 'v2', 'v3', 'v4'],
  GO386: ['softfloat', 'sse2'],
  GOARM: ['5', '6', '7'],
  GOPPC64: ['power8', 'power9', 'power10'],
  GORISCV64: ['rva20u64', 'rva22u64', 'rva23u64'],
  GOMIPS: ['softfloat', 'hardfloat'],
  GOMIPS64: ['softfloat', 'hardfloat'],
}

/** What is in rv64gc: its letters, and names that only describe parts of them or of the platform. */
const riscvBaseline = /^([imafdcg]|zicsr|zifencei|zicntr|zihpm|zmmul|zaamo|zalrsc|zca|zcd|zcf|zic[a-z]*|za(64|128)rs)$/

/**
 * Whether the file says that it needs a newer CPU than users are sure to have. It can only say so: nothing in the bytes
 * proves that it does not, because choosing at run time is allowed.
 */
export function checkBaseline(subject: Subject): Finding[] {
  const { cpu } = subject.policy
  // Another CPU was named: what it can do is not known here, so nothing is said.
  if (cpu !== undefined && !isKnownCpu(cpu)) return []
  return [...x86(subject), ...go(subject), ...arm(subject), ...riscv(subject), ...mips(subject)]
}

function x86({ elf, policy }: Subject): Finding[] {
  const level = elf.notes.isaLevel
  if (level === null || level <= (x86Level(policy.cpu ?? '') ?? 1)) return []
  const evidence = `GNU_PROPERTY_X86_ISA_1_NEEDED x86-64-v${level}`
  return [finding('isa-baseline', `the loader demands an x86-64-v${level} CPU`, evidence)]
}

/** The best of Go's levels that a CPU has, where its name says more than the baseline does. */
function goLevelOf(name: string, cpu: string): string | undefined {
  const level = x86Level(cpu)
  const power = powerLevel(cpu)
  const profile = riscvProfile(cpu)
  if (name === 'GOAMD64' && level !== null) return `v${level}`
  if (name === 'GOPPC64' && power !== null) return `power${power}`
  return name === 'GORISCV64' && profile !== null ? `rva${profile}u64` : undefined
}

function go({ elf, row, policy, identity }: Subject): Finding[] {
  if (elf.go === null) return []
  const { settings } = elf.go
  return Object.entries(row?.go?.env ?? {}).flatMap(([name, baseline]) => {
    const found = settings[name]?.split(',')[0]
    const levels = goLevels[name]
    if (found === undefined || levels === undefined) return []
    const most = levels.indexOf(goLevelOf(name, policy.cpu ?? '') ?? baseline)
    if (levels.indexOf(found) <= most && levels.includes(found)) return []
    return [
      finding('isa-baseline', `built for a newer CPU than ${policy.arch ?? identity.arch} has`, `${name}=${found}`),
    ]
  })
}

function riscv({ elf, identity, policy }: Subject): Finding[] {
  const isa = elf.attributes.get(attributeTags.riscvIsa)
  if (identity.arch !== 'riscv64' || typeof isa !== 'string') return []
  // Which extensions a profile above the first one has is a matter of its own: a promised one is believed.
  if ((riscvProfile(policy.cpu ?? '') ?? 20) > 20) return []
  // `rv64i2p1_m2p0_zicsr2p0`: extensions with versions after them.
  const extensions = isa
    .replace(/^rv64/, '')
    .split('_')
    .map(e => e.replace(/[0-9]+p[0-9]+$/, ''))
  const beyond = extensions.filter(e => e !== '' && !riscvBaseline.test(e))
  return beyond.length === 0 ? [] : [finding('isa-baseline', `needs ${beyond.join(', ')} beyond rv64gc`, isa)]
}
