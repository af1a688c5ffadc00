import type { Tree } from '../../src/project.ts'

/** A tree of plain texts. */
export function memoryTree(files: Readonly<Record<string, string>>, root = '/src/hello'): Tree {
  return {
    root,
    files: Object.keys(files).sort(),
    read: path => files[path] ?? null,
  }
}
