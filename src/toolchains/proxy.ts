import type { ToolContext } from './context.ts'

let users = 0
let restore: () => void = () => {}

/**
 * Makes our own downloads use the proxy of the environment (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`), which Node does
 * not do by itself. Returns what undoes it. Node before 24.14 cannot be told at run time: there the user is told to set
 * NODE_USE_ENV_PROXY=1 (Node 22.21 and newer); pip, rustup and cargo use the proxy in any case.
 * Source: Node's documentation of `http.setGlobalProxyFromEnv`, "Built-in Proxy Support".
 */
export async function useProxy(env: ToolContext['env'], log: ToolContext['log']): Promise<() => void> {
  const names = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY']
  const set = Object.fromEntries(names.flatMap(n => (env[n] ? [[n, env[n]]] : [])))
  if (!Object.keys(set).some(n => /^https?_/i.test(n)) || env['NODE_USE_ENV_PROXY'] === '1') return () => {}
  const http: Partial<typeof import('node:http')> = await import('node:http')
  if (http.setGlobalProxyFromEnv) {
    // toolchains are installed side by side: the first one sets it, the last one takes it back
    if (users++ === 0) restore = http.setGlobalProxyFromEnv(set)
    return () => {
      if (--users === 0) restore()
    }
  }
  log.warn(
    `Node ${process.versions.node} does not use ${Object.keys(set).join(', ')} for downloads of ours`,
    'Use Node 24.14 or newer, or set NODE_USE_ENV_PROXY=1 (Node 22.21 or newer).',
  )
  return () => {}
}
