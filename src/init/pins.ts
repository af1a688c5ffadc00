import { repository } from '../tool.ts'

/** Actions of others that written workflows use: full commit shas, which cannot move; a test holds them against our own workflows. */
export const pins = {
  checkout: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  download: 'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1',
} as const

/** The version that is written when nobody names one. */
export const defaultRef = 'v1'

/** A reference to this action at a version: `own('verify', 'v1')`, `own('', sha)`. */
export function own(path: string, ref: string): string {
  return `${repository}${path === '' ? '' : `/${path}`}@${ref}`
}
