import type { FileReport, Finding } from '../schema.ts'

/** A file and the anchor of its entry: other parts link to it. */
export interface Anchored {
  readonly file: FileReport
  readonly id: string
}

/** The files in the order of the page: what is not verified comes first. */
export function anchored(files: readonly FileReport[]): Anchored[] {
  const sorted = [...files.filter(f => !f.verified), ...files.filter(f => f.verified)]
  return sorted.map((file, i) => ({ file, id: `f${i}` }))
}

/** The anchor of a kind of finding. */
export function anchorOf({ id, severity }: Pick<Finding, 'id' | 'severity'>): string {
  return `${severity}-${id.replace(/[^a-z0-9-]+/gi, '-')}`
}
