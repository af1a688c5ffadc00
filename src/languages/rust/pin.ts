import type { Evidence, Tree } from '../../project.ts'
import { lineOf, readToml, tableOf, textOf } from '../toml.ts'

/**
 * The Rust version that the project pins, which rustup obeys by itself, or null.
 * Format: the rustup book, chapter Overrides: `rust-toolchain` wins over `rust-toolchain.toml`; the old form is one line.
 */
export function readPin(tree: Tree): { readonly channel: string; readonly evidence: Evidence } | null {
  for (const file of ['rust-toolchain', 'rust-toolchain.toml']) {
    const text = tree.files.includes(file) ? tree.read(file) : null
    if (text === null) continue
    const oneLine = /^[^\s=[\]]+$/.test(text.trim()) ? text.trim() : null
    const channel = oneLine ?? textOf(tableOf(readToml(file, text)['toolchain'])['channel'])
    if (channel === null) continue
    const line = oneLine === null ? lineOf(text, '[toolchain]', /^channel\s*=/) : 1
    return { channel, evidence: { fact: `the project pins Rust ${channel}`, file, line } }
  }
  return null
}
