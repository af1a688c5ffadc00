import type { ArchName } from '../../arch.ts'
import { attributeTags } from '../../elf/attributes.ts'
import type { Finding } from '../../report/schema.ts'
import { finding } from '../findings.ts'
import type { Subject } from '../subject.ts'

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

/** CPU_arch values of the ARM attributes that run on each row (ARM "Build Attributes"; 8 is v6T2, 10 is v7-A). */
const armCpus: Readonly<Partial<Record<ArchName, readonly number[]>>> = {
  armel: [0, 1, 2, 3, 4, 5],
  armv6: [0, 1, 2, 3, 4, 5, 6, 7, 9],
  armv7: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
}

/** What is in rv64gc: its letters, and names that only describe parts of them or of the platform. */
const riscvBaseline = /^([imafdcg]|zicsr|zifencei|zicntr|zihpm|zmmul|zaamo|zalrsc|zca|zcd|zcf|zic[a-z]*|za(64|128)rs)$/

/**
 * Whether the file says that it needs a newer CPU than users are sure to have. It can only say so: nothing in the bytes
 * proves that it does not, because choosing at run time is allowed.
 */
export function checkBaseline(subject: Subject): Finding[] {
  const { policy } = subject
  const level = /^x86[-_]64[-_]v([1-4])$/.exec(policy.cpu ?? '')?.[1]
  // Another CPU was named: what it can do is not known here, so nothing is said.
  if (policy.cpu !== undefined && level === undefined) return []
  const allowed = level === undefined ? 1 : Number(level)
  return [...x86(subject, allowed), ...go(subject, allowed), ...arm(subject), ...riscv(subject)]
}

function x86({ elf }: Subject, allowed: number): Finding[] {
  const level = elf.notes.isaLevel
  if (level === null || level <= allowed) return []
  const evidence = `GNU_PROPERTY_X86_ISA_1_NEEDED x86-64-v${level}`
  return [finding('isa-baseline', `the loader demands an x86-64-v${level} CPU`, evidence)]
}

function go({ elf, row, policy, identity }: Subject, allowed: number): Finding[] {
  const settings = elf.go?.settings ?? {}
  return Object.entries(row?.go?.env ?? {}).flatMap(([name, baseline]) => {
    const found = settings[name]?.split(',')[0]
    const levels = goLevels[name]
    if (found === undefined || levels === undefined) return []
    const most = name === 'GOAMD64' ? allowed - 1 : levels.indexOf(baseline)
    if (levels.indexOf(found) <= most && levels.includes(found)) return []
    return [
      finding('isa-baseline', `built for a newer CPU than ${policy.arch ?? identity.arch} has`, `${name}=${found}`),
    ]
  })
}

function arm({ elf, identity }: Subject): Finding[] {
  const cpu = elf.attributes.get(attributeTags.armCpu)
  const known = identity.arch === null ? undefined : armCpus[identity.arch]
  if (typeof cpu !== 'number' || known === undefined || known.includes(cpu)) return []
  return [finding('isa-baseline', `built for a newer CPU than ${identity.arch} has`, `Tag_CPU_arch ${cpu}`)]
}

function riscv({ elf, identity }: Subject): Finding[] {
  const isa = elf.attributes.get(attributeTags.riscvIsa)
  if (identity.arch !== 'riscv64' || typeof isa !== 'string') return []
  // `rv64i2p1_m2p0_zicsr2p0`: extensions with versions after them.
  const extensions = isa
    .replace(/^rv64/, '')
    .split('_')
    .map(e => e.replace(/[0-9]+p[0-9]+$/, ''))
  const beyond = extensions.filter(e => e !== '' && !riscvBaseline.test(e))
  return beyond.length === 0 ? [] : [finding('isa-baseline', `needs ${beyond.join(', ')} beyond rv64gc`, isa)]
}
