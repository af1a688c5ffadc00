import { existsSync, readFileSync } from 'node:fs'

/** Whether a process still runs; a zombie that waits to be reaped does not. */
export function runs(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Waits until a file is there and not empty, and gives its text. @throws after 10 s */
export async function appears(path: string): Promise<string> {
  for (let i = 0; i < 500; i++) {
    if (existsSync(path)) {
      const text = readFileSync(path, 'utf8')
      if (text !== '') return text
    }
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error(`${path} did not appear`)
}
