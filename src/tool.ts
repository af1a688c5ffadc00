/** This program, as plans and reports name it; a test holds the version against package.json. */
export const tool = { name: 'portable-build', version: '0.1.0' } as const

/** Where this program lives, as workflows and links name it. */
export const repository = 'org/portable-build'

/** The address of a page of this version's documentation: `pageUrl('docs/verify.md')`. */
export function pageUrl(path: string): string {
  return `https://github.com/${repository}/blob/v${tool.version}/${path}`
}
