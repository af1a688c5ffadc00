/** A bucket of a service that speaks S3. */
interface BucketAddress {
  readonly kind: 's3'
  /** Where objects are, with a slash at the end: `https://bucket.s3.eu-west-1.amazonaws.com/`, `https://minio:9000/bucket/`. */
  readonly base: string
  readonly region: string
  /** Before the names of objects; empty, or with a slash at the end. */
  readonly prefix: string
}

/** A server that takes PUT and gives back by GET; it cannot be asked what it has. */
interface ServerAddress {
  readonly kind: 'http'
  /** With a slash at the end. */
  readonly base: string
}

/** Where `cache-store` says that entries are kept. */
export type StoreAddress = BucketAddress | ServerAddress

type Env = Readonly<Record<string, string | undefined>>

/**
 * Reads the `cache-store` input: `s3://bucket/prefix?endpoint=https://…&region=…`, or `https://…`. Pure.
 * @param env says the region where the address does not (`AWS_REGION`, `AWS_DEFAULT_REGION`)
 * @returns the address, or what is wrong: a clause that follows the input's name. It never repeats the address, which may
 * hold what is secret.
 */
export function parseStore(text: string, env: Env): StoreAddress | { readonly problem: string } {
  if (!URL.canParse(text)) return { problem: 'is no URL' }
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') {
    return { problem: 'has a password in it, which logs would show: put it into PORTABLE_BUILD_CACHE_TOKEN' }
  }
  if (url.hash !== '') return { problem: 'has a `#`' }
  if (url.protocol === 's3:') return parseBucket(url, env)
  if (!isWeb(url)) return { problem: 'is neither s3://bucket nor https://' }
  if (url.search !== '') return { problem: 'has a query, which logs would show: use PORTABLE_BUILD_CACHE_TOKEN' }
  return { kind: 'http', base: withSlash(url.href) }
}

const options = ['endpoint', 'region']

function parseBucket(url: URL, env: Env): StoreAddress | { readonly problem: string } {
  const { hostname: bucket, pathname, searchParams } = url
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, and older names with underscores
  if (!/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/.test(bucket) || url.port !== '') return { problem: 'names no bucket' }
  const unknown = [...searchParams.keys()].find(name => !options.includes(name))
  if (unknown !== undefined) return { problem: `can say endpoint and region, not ${JSON.stringify(unknown)}` }
  const region = searchParams.get('region') || env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || 'us-east-1'
  if (!/^[a-z0-9-]{1,40}$/.test(region)) return { problem: `has no region in ${JSON.stringify(region)}` }
  const prefix = decoded(pathname.replace(/^\/+|\/+$/g, ''))
  if (prefix === null) return { problem: 'has a path that cannot be read' }
  const common = { kind: 's3', region, prefix: prefix === '' ? '' : `${prefix}/` } as const
  const endpoint = searchParams.get('endpoint')
  if (endpoint === null) return { ...common, base: amazon(bucket, region) }
  if (!URL.canParse(endpoint)) return { problem: 'has an endpoint that is no URL' }
  const at = new URL(endpoint)
  if (!isWeb(at) || at.search !== '' || at.username !== '')
    return { problem: 'has an endpoint that is no plain https:// URL' }
  // other services do not always have a name for each bucket
  return { ...common, base: `${withSlash(at.href)}${bucket}/` }
}

/** A name with a dot has no certificate as part of a host. */
function amazon(bucket: string, region: string): string {
  const host = `s3.${region}.amazonaws.com`
  return bucket.includes('.') || bucket.includes('_') ? `https://${host}/${bucket}/` : `https://${bucket}.${host}/`
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:'
}

function withSlash(href: string): string {
  return href.endsWith('/') ? href : `${href}/`
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
