import type { Tree } from '../../src/project.ts'

/** A project directory that exists only in a test: relative path to text. */
export function memoryTree(files: Readonly<Record<string, string>>, root = '/project'): Tree {
  return { root, files: Object.keys(files).sort(), read: path => files[path] ?? null }
}
