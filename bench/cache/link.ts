import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** How fast a link is. */
export interface Speed {
  /** Bytes per second in each direction, shared by all connections. */
  readonly rate: number
  /** From a question to the first byte of its answer, ms. */
  readonly roundTripMs: number
}

/** A link between this machine and a server on it, as slow as one to a server elsewhere. */
export interface Link {
  readonly port: number
  /** For what is sent from now on. */
  set(speed: Speed): void
  /** What has gone over it, bytes. */
  counts(): { readonly down: number; readonly up: number }
  close(): void
}

/** Waits until so many bytes that came at a time (ms) have gone through. */
type Bucket = (bytes: number, cameMs: number) => Promise<void>

/** What may wait in one direction of a connection before its sender is made to wait, bytes. */
const mostWaiting = 4 * 1024 * 1024

/** A timer is late by a millisecond or so: what is earlier than this does not wait, and pays with the next bytes. */
const slackMs = 2

/**
 * Puts a link before a port of this machine. Bytes are late by half a round trip in each direction, and then wait for their
 * turn; so is the first answer of a connection.
 */
export async function openLink(target: number): Promise<Link> {
  let speed: Speed = { rate: Number.POSITIVE_INFINITY, roundTripMs: 0 }
  const sum = { down: 0, up: 0 }
  const open = new Set<Socket>()
  const buckets = { down: bucketOf(() => speed.rate), up: bucketOf(() => speed.rate) }

  const server = createServer({ noDelay: true, allowHalfOpen: true }, client => {
    const far = connect({ port: target, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
    const halfMs = () => speed.roundTripMs / 2
    const pump = (way: 'down' | 'up', from: Socket, to: Socket) => {
      open.add(from)
      const sent = carry(from, to, halfMs, async (bytes, cameMs) => {
        sum[way] += bytes
        await buckets[way](bytes, cameMs)
      })
      from.on('error', () => {}) // the other side is told by its end
      from.on('close', () => {
        open.delete(from)
        // what is still on its way arrives
        void sent().then(() => to.destroySoon())
      })
    }
    pump('up', client, far)
    pump('down', far, client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    set(wanted) {
      speed = wanted
    },
    counts: () => ({ ...sum }),
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

/**
 * Hands on what comes from one side, in its order.
 * @param pay waits until so many bytes may go @returns what waits until all that came has gone
 */
function carry(from: Socket, to: Socket, delayMs: () => number, pay: Bucket): () => Promise<void> {
  let waiting = 0
  let last = Promise.resolve()
  from.on('data', (bytes: Buffer) => {
    const due = performance.now() + delayMs()
    waiting += bytes.length
    if (waiting > mostWaiting) from.pause()
    last = last.then(async () => {
      const leftMs = due - performance.now()
      if (leftMs > 0) await sleep(leftMs)
      await pay(bytes.length, due)
      waiting -= bytes.length
      if (waiting <= mostWaiting) from.resume()
      if (!to.destroyed && !to.write(bytes)) await room(to)
    })
  })
  from.on('end', () => void last.then(() => to.end()))
  return () => last
}

/** Until a socket takes more, or has gone away. */
function room(to: Socket): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      to.off('drain', done).off('close', done)
      resolve()
    }
    to.on('drain', done).on('close', done)
  })
}

/** Goes by when bytes came, not by when a timer was heard: on a busy machine a link is not slower than it says. */
function bucketOf(rate: () => number): Bucket {
  let freeAt = 0
  return async (bytes, cameMs) => {
    freeAt = Math.max(freeAt, cameMs) + (bytes / rate()) * 1000
    const leftMs = freeAt - performance.now()
    if (leftMs > slackMs) await sleep(leftMs)
  }
}
