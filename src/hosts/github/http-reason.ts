/**
 * Why a request failed, as status and code only (`HTTP 404 BlobNotFound`, `ECONNREFUSED`): messages of the clients have
 * the signed address in them.
 */
export function httpReason(error: unknown): string {
  if (!(error instanceof Error)) return 'it failed'
  const status = 'statusCode' in error && error.statusCode ? `HTTP ${error.statusCode}` : ''
  const code = codeOf(error) ?? codeOf(error.cause) ?? ''
  return [status, code].filter(t => t !== '').join(' ') || error.name
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && error.code ? String(error.code) : null
}
