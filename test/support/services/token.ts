/** What a job may do with the cache of one ref; bits 1 read, 2 write. */
export interface Scope {
  readonly Scope: string
  readonly Permission: number
}

/** What the services read from a job's token. */
export interface Claims {
  /** Ids of the run and the job at the artifact service. */
  readonly run: string
  readonly job: string
  /** The job's own ref first, then those that it inherits from. */
  readonly scopes: readonly Scope[]
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token with the claims that GitHub's have (`scp`, `ac`, `exp`, `nbf`); its signature is none. */
export function makeToken(claims: Claims): string {
  const now = Math.floor(Date.now() / 1000)
  const payload = {
    scp: `Actions.GenericRead:1 Actions.Results:${claims.run}:${claims.job}`,
    ac: JSON.stringify(claims.scopes),
    nbf: now - 60,
    exp: now + 6 * 3600,
  }
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(payload)}.${part('signature')}`
}

/** The claims of a request's `authorization` header; null for one that a server would not take. */
export function claimsOf(authorization: string | undefined): Claims | null {
  const payload = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization ?? '')?.[1]
  if (payload === undefined) return null
  const { scp, ac, exp, nbf } = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const now = Date.now() / 1000
  const [, run, job] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)(?: |$)/.exec(scp) ?? []
  if (!run || !job || now > exp || now < nbf) return null
  return { run, job, scopes: JSON.parse(ac) }
}
