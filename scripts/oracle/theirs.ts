import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Opinion } from './facts.ts'
import { command } from './mirror.ts'

const requirements = join(import.meta.dirname, 'requirements.txt')
const script = join(import.meta.dirname, 'second_opinion.py')

/** Python with pyelftools and LIEF in the pinned versions, in a virtual environment of its own; the path of `python`. */
export function installReaders(cache: string): string {
  const id = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12)
  const dir = join(cache, `readers-${id}`)
  if (!existsSync(dir)) {
    const part = `${dir}.part`
    rmSync(part, { recursive: true, force: true })
    command(['python3', '-m', 'venv', part])
    command([join(part, 'bin/python'), '-m', 'pip', 'install', '-q', '--no-deps', '-r', requirements])
    renameSync(part, dir)
  }
  return join(dir, 'bin/python')
}

/** `name version` of the readers, as pinned. */
export function readerVersions(): string[] {
  return readFileSync(requirements, 'utf8').trim().replaceAll('==', ' ').split('\n')
}

/**
 * The opinions of the other readers, in the order of the paths.
 * @param every the symbols behind each version are told for every so many files
 * @throws Error when the readers end before the last file
 */
export async function askOthers(python: string, paths: readonly string[], every: number): Promise<Opinion[]> {
  if (paths.length === 0) return []
  const child = spawn(python, ['-W', 'ignore', script, String(every)], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(`${paths.join('\n')}\n`)
  const opinions: Opinion[] = []
  for await (const line of createInterface({ input: child.stdout })) opinions.push(JSON.parse(line))
  if (opinions.length !== paths.length) throw new Error(`the readers ended at ${paths[opinions.length]}`)
  return opinions
}
