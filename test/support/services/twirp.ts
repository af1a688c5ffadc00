import type { Claims } from './token.ts'

/** An answer of a service: HTTP status and JSON. */
export interface Reply {
  readonly status: number
  /** Null: none. */
  readonly body: Readonly<Record<string, unknown>> | null
}

/** Gives a URL of a blob that is good for reading (`r`) or for writing (`w`). */
export type Sign = (blob: string, permission: 'r' | 'w') => string

/** One method: what it reads of the request comes through `text`, because proto3's JSON leaves out what is empty. */
export type Method = (request: Fields, claims: Claims, sign: Sign) => Reply

/** The fields of a request, each with its default. */
export interface Fields {
  text(name: string): string
  texts(name: string): string[]
  /** int64 comes as a string from JavaScript and as a number from Go. */
  int(name: string): number
}

/** Reads a request by proto3's JSON rules; names are those of the .proto file. */
export function fieldsOf(json: string): Fields {
  const value: Record<string, unknown> = JSON.parse(json)
  return {
    text: name => String(value[name] ?? ''),
    texts: name => (Array.isArray(value[name]) ? value[name].map(String) : []),
    int: name => Number(value[name] ?? 0),
  }
}

/** Twirp's error codes with their HTTP statuses (twitchtv/twirp, errors). */
const statuses = {
  invalid_argument: 400,
  unauthenticated: 401,
  permission_denied: 403,
  not_found: 404,
  already_exists: 409,
  resource_exhausted: 429,
  internal: 500,
} as const

/** An answer that went well. */
export function ok(body: Readonly<Record<string, unknown>>): Reply {
  return { status: 200, body }
}

/** An error as Twirp sends it. */
export function refuse(code: keyof typeof statuses, msg: string): Reply {
  return { status: statuses[code], body: { code, msg } }
}
