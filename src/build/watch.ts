import { readdir } from 'node:fs/promises'

/** Between looks, ms. */
const everyMs = 2_000

/** How many C files a directory has, and how many of them are compiled. */
async function count(dir: string): Promise<{ sources: number; objects: number }> {
  const names = await readdir(dir, { recursive: true }).catch(() => [])
  const sources = names.filter(n => n.endsWith('.c')).length
  return { sources, objects: Math.min(sources, names.filter(n => n.endsWith('.o')).length) }
}

/**
 * Says how far a compilation is, whenever that changes: some programs are silent for minutes. Returns what ends it.
 * @param tell gets `120 of 311 C files compiled`
 */
export function watchObjects(dir: string, tell: (text: string) => void): () => void {
  let last = ''
  let [busy, ended] = [false, false]
  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    const { sources, objects } = await count(dir)
    busy = false
    const text = `${objects} of ${sources} C files compiled`
    if (ended || objects === 0 || text === last) return
    last = text
    tell(text)
  }, everyMs)
  timer.unref()
  return () => {
    ended = true
    clearInterval(timer)
  }
}
