import type { Log } from '../../src/host.ts'

/** A log that remembers what was told at which level. */
export function levelLog(): Log & { readonly lines: { readonly level: string; readonly text: string }[] } {
  const lines: { level: string; text: string }[] = []
  const at =
    (level: string) =>
    (text: string): void =>
      void lines.push({ level, text })
  return {
    lines,
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    detail: at('detail'),
    task: () => ({ update: at('task'), done: at('task'), fail: at('task') }),
    output: () => ({ line: at('output'), end() {} }),
  }
}
