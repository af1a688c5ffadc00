import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** How a person looks at a page. */
export interface View {
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  readonly scheme: 'light' | 'dark'
  /** Pixels of the screen for one of CSS. */
  readonly scale?: number
}

/** A page that is open, with what happened in it since. */
export interface Page {
  /** What the console and the security policy said. */
  readonly messages: readonly string[]
  /** Addresses that were asked for beside the page itself. */
  readonly requests: readonly string[]
  /** Milliseconds from the start of loading to the first paint of the whole text, as the page measured it. */
  readonly loadMs: number
  /** The value of an expression, as plain data. */
  evaluate(expression: string): Promise<unknown>
  /** Presses a key in the page: `Tab`, `Enter`. */
  press(key: string): Promise<void>
  /** Shows the page as it is on paper. */
  printed(): Promise<void>
  /** A PNG of the whole page, or of its first so many CSS pixels. */
  picture(height?: number): Promise<Buffer>
}

/** A browser of this machine without a window. */
export interface Browser {
  open(file: string, view: View): Promise<Page>
  close(): Promise<void>
}

type Params = Readonly<Record<string, unknown>>
type Listener = (method: string, params: Params) => void

/** The DevTools protocol over one socket; a page is a session of it. */
interface Protocol {
  send(method: string, params?: Params, session?: string): Promise<Params>
  listen(session: string, listener: Listener): void
}

/** Starts Chromium with a profile of its own. @throws Error when it does not answer in 30 s */
export async function startBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'pb-chromium-'))
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--remote-debugging-port=0']
  const child = spawn('chromium', [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // the wrapper of the distribution and all helpers are ended together
  })
  const socket = new WebSocket(await addressOf(child))
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  const protocol = speak(socket)
  return {
    open: (file, view) => openPage(protocol, file, view),
    async close() {
      const gone = new Promise(resolve => child.once('exit', resolve))
      await protocol.send('Browser.close').catch(() => {})
      await gone
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`chromium does not answer: ${said}`)), 30_000)
    child.once('error', reject)
    child.stderr?.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    })
  })
}

function speak(socket: WebSocket): Protocol {
  const waiting = new Map<number, (answer: { result?: Params; error?: { message: string } }) => void>()
  const listeners = new Map<string, Listener>()
  let last = 0
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data))
    if (message.id === undefined) return listeners.get(message.sessionId)?.(message.method, message.params)
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  }
  return {
    listen: (session, listener) => void listeners.set(session, listener),
    send: (method, params = {}, session) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result ?? {})))
        socket.send(JSON.stringify({ id: last, method, params, ...(session ? { sessionId: session } : {}) }))
      }),
  }
}

async function openPage(protocol: Protocol, file: string, view: View): Promise<Page> {
  const { targetId } = await protocol.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await protocol.send('Target.attachToTarget', { targetId, flatten: true })
  const session = String(sessionId)
  const send = (method: string, params?: Params) => protocol.send(method, params, session)
  const address = pathToFileURL(file).href
  const messages: string[] = []
  const requests: string[] = []
  const loaded = new Promise<void>(resolve => {
    protocol.listen(session, (method, params) => {
      if (method === 'Log.entryAdded' || method === 'Runtime.consoleAPICalled') messages.push(JSON.stringify(params))
      if (method === 'Runtime.exceptionThrown') messages.push(JSON.stringify(params))
      if (method === 'Network.requestWillBeSent' && urlOf(params) !== address) requests.push(urlOf(params))
      if (method === 'Page.loadEventFired') resolve()
    })
  })
  for (const domain of ['Log', 'Runtime', 'Network', 'Page', 'DOM']) await send(`${domain}.enable`)
  const { width, height, scheme, scale = 1 } = view
  const screen = { width, height, deviceScaleFactor: scale, mobile: width < 600 }
  await send('Emulation.setDeviceMetricsOverride', screen)
  await send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] })
  await send('Page.navigate', { url: address })
  await loaded
  const evaluate = async (expression: string) => {
    const answer = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })
    if (answer['exceptionDetails']) throw new Error(JSON.stringify(answer['exceptionDetails']))
    return (answer['result'] as { value?: unknown }).value
  }
  // Two frames after loading, what is seen has been drawn.
  const drawn = 'new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => r(performance.now()))))'
  return {
    messages,
    requests,
    loadMs: Number(await evaluate(drawn)),
    evaluate,
    async press(key) {
      const event = { key, code: key, windowsVirtualKeyCode: key === 'Tab' ? 9 : 13 }
      await send('Input.dispatchKeyEvent', {
        type: key === 'Enter' ? 'keyDown' : 'rawKeyDown',
        ...event,
        ...(key === 'Enter' ? { text: '\r' } : {}),
      })
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
    },
    async printed() {
      await send('Emulation.setEmulatedMedia', { media: 'print' })
    },
    async picture(most) {
      const whole = Math.min(Number(await evaluate('document.documentElement.scrollHeight')), most ?? 16_000)
      // What is out of view may not be drawn: the view becomes as high as the page.
      await send('Emulation.setDeviceMetricsOverride', { ...screen, height: whole })
      await evaluate(drawn)
      const { data } = await send('Page.captureScreenshot')
      return Buffer.from(String(data), 'base64')
    },
  }
}

const urlOf = ({ request }: Params) => String((request as { url: string }).url)
