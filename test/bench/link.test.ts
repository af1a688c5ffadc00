import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { openLink } from '../../bench/cache/link.ts'

it('hands on everything in its order, in both directions, and counts it', async () => {
  const answer = randomBytes(2_000_000)
  const asked: Buffer[] = []
  const server = createServer({ allowHalfOpen: true }, async socket => {
    asked.push(await buffer(socket))
    socket.end(answer)
  })
  server.listen({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const link = await openLink((server.address() as AddressInfo).port)
  onTestFinished(() => {
    link.close()
    server.close()
  })
  link.set({ rate: 1e9, roundTripMs: 4 })
  const client = connect({ port: link.port, host: '127.0.0.1', allowHalfOpen: true })
  const question = randomBytes(200_000)
  client.end(question)
  expect((await buffer(client)).equals(answer)).toBe(true)
  expect(asked.map(bytes => bytes.equals(question))).toEqual([true])
  expect(link.counts()).toEqual({ down: answer.length, up: question.length })
})
