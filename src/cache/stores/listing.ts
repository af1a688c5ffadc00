/** One answer to `ListObjectsV2`. */
export interface Listing {
  readonly objects: readonly { readonly name: string; readonly modifiedMs: number }[]
  /** Where the next answer goes on; null for the last one. */
  readonly next: string | null
}

/**
 * Reads an answer to `ListObjectsV2`; what is no such answer has no objects. Pure.
 * Not by a parser of XML: of a document of fixed form (https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html),
 * without attributes or nesting in what we read, three elements are wanted, and a name that is read wrongly is no key of ours.
 */
export function readListing(xml: string): Listing {
  const objects = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, part = '']) => ({
    name: element(part, 'Key') ?? '',
    modifiedMs: Date.parse(element(part, 'LastModified') ?? '') || 0,
  }))
  const isCut = element(xml, 'IsTruncated') === 'true'
  return { objects, next: isCut ? element(xml, 'NextContinuationToken') : null }
}

function element(xml: string, name: string): string | null {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
  return text === undefined ? null : unescaped(text)
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN)
    if (code <= 0x10ffff) return String.fromCodePoint(code)
    return entities[name ?? ''] ?? whole
  })
}
