/**
 * x86-64 levels of CPUs by the names that compilers give them. Sources: x86-64 psABI "Micro-architecture levels"; the
 * features of each model in LLVM's `X86TargetParser.cpp`.
 */
const x86Levels: Readonly<Record<string, number>> = {
  ...{ x86_64: 1, x86_64_v1: 1, x86_64_v2: 2, x86_64_v3: 3, x86_64_v4: 4 },
  ...{ nehalem: 2, westmere: 2, sandybridge: 2, ivybridge: 2, silvermont: 2, goldmont: 2, btver2: 2, bdver2: 2 },
  ...{ haswell: 3, broadwell: 3, skylake: 3, alderlake: 3, znver1: 3, znver2: 3, znver3: 3 },
  ...{ skylake_avx512: 4, cascadelake: 4, icelake_server: 4, sapphirerapids: 4, znver4: 4, znver5: 4 },
}

/** POWER generations; `pwr9` is LLVM's spelling, `power9` everyone else's. */
const powerLevels: Readonly<Record<string, number>> = { power8: 8, power9: 9, power10: 10, pwr8: 8, pwr9: 9, pwr10: 10 }

/** Application profiles of RISC-V, as Go names them. */
const riscvProfiles: Readonly<Record<string, number>> = { rva20u64: 20, rva22u64: 22, rva23u64: 23 }

const spelled = (cpu: string) => cpu.trim().toLowerCase().replaceAll('-', '_')

/** The x86-64 level (1 to 4) of a CPU, or null for a name that has none. */
export function x86Level(cpu: string): number | null {
  return x86Levels[spelled(cpu)] ?? null
}

/** The POWER generation of a CPU, or null for a name that has none. */
export function powerLevel(cpu: string): number | null {
  return powerLevels[spelled(cpu)] ?? null
}

/** The RISC-V profile (20, 22, 23) of a name, or null. */
export function riscvProfile(cpu: string): number | null {
  return riscvProfiles[spelled(cpu)] ?? null
}

/** Every CPU whose level is known: what `verify` can compare with what a file says. */
export const knownCpus: readonly string[] = [x86Levels, powerLevels, riscvProfiles].flatMap(Object.keys)

/** Whether something is known of a CPU by this name. */
export function isKnownCpu(cpu: string): boolean {
  return knownCpus.includes(spelled(cpu))
}
