import type { Asked } from '../session.ts'

/** `collect`. */
export async function collect(_asked: Asked): Promise<number> {
  return 1
}
