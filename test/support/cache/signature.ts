import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** A request as a server sees it. */
export interface SeenRequest {
  readonly method: string
  /** Path and query, as they came. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
}

/** An access key. */
export interface AccessKey {
  readonly id: string
  readonly secret: string
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/**
 * Whether a request is signed with the key by Signature Version 4, from the server's side and written from its
 * description alone, to keep the client honest:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html. Null when it is, else what is wrong.
 */
export function signatureProblem({ method, target, headers }: SeenRequest, key: AccessKey): string | null {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/
  const [, id, day = '', region = '', signed = '', signature = ''] = form.exec(headers['authorization'] ?? '') ?? []
  if (id === undefined) return 'MissingSecurityHeader'
  if (id !== key.id) return 'InvalidAccessKeyId'
  const names = signed.split(';')
  const must = ['host', ...Object.keys(headers).filter(name => name.startsWith('x-amz-'))]
  if (must.some(name => !names.includes(name))) return 'AccessDenied'
  const payload = headers['x-amz-content-sha256'] ?? ''
  const canonical = [
    ...[method, canonicalPath(target), canonicalQuery(target)],
    ...[...names].sort().map(name => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    ...['', signed, payload],
  ].join('\n')
  const time = headers['x-amz-date'] ?? ''
  const scope = `${day}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')
  const signing = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${key.secret}`, day), region))
  const wanted = hmac(signing, text)
  return timingSafeEqual(wanted, Buffer.from(signature, 'hex')) ? null : 'SignatureDoesNotMatch'
}

/** What was sent, and not what it means: the strictest of the services. */
function canonicalPath(target: string): string {
  return target.replace(/\?.*/s, '')
}

function canonicalQuery(target: string): string {
  const at = target.indexOf('?')
  const pairs = at < 0 ? [] : target.slice(at + 1).split('&')
  return pairs
    .map(pair => (pair.includes('=') ? pair : `${pair}=`))
    .sort()
    .join('&')
}
