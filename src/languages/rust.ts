import type { Language } from './language.ts'
import { depsCacheNeeds } from './rust/deps-cache.ts'
import { detectCargo } from './rust/detect.ts'
import { planCargo } from './rust/plan.ts'
import { surroundingsProbe } from './rust/probe.ts'

/** Rust, by Cargo: every crate type that gives an executable, with the C that crates compile. */
export const rust: Language = {
  name: 'rust',
  detect: detectCargo,
  needs: (_project, inputs) => [
    { tool: 'cargo', get: 'install Rust with rustup (https://rustup.rs) or from your distribution (rustc and cargo)' },
    ...depsCacheNeeds(inputs['rust-deps-cache']),
  ],
  probes: project => [surroundingsProbe(project)],
  defaultLibc: (_project, inputs) => (inputs.glibc === null ? 'musl' : 'glibc'),
  // rustc always needs a linker for the target, and crates compile C with the same compiler.
  needsC: () => true,
  plan: planCargo,
}
