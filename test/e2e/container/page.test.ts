import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readValue } from '../../../src/inputs/values.ts'
import { build, writeProject } from '../support/build.ts'
import { root } from '../support/places.ts'
import { builderImage } from './support/images.ts'
import { makeProject, project } from './support/projects.ts'

const page = readFileSync(join(root, 'docs/builder-images.md'), 'utf8')
const blocks = (kind: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(m => m[1] ?? '')
const commands = blocks('sh').filter(text => text.startsWith('portable-build build '))
const image = await builderImage('amd64')

/** The page's images are replaced by one that is here, with its glibc and for this machine. */
const here: Readonly<Record<string, string>> = { image, targets: 'amd64', glibc: '2.36' }

it('has commands', () => {
  expect(commands).toHaveLength(4)
})

it.each(commands)('works as the page says: %s', async command => {
  const read = readValue('args', command)
  if (!('value' in read)) throw new Error(read.problem)
  const [, , ...words] = read.value as string[]
  const flags: Record<string, string> = {}
  for (let i = 0; i < words.length; i += 2) {
    const name = (words[i] ?? '').replace(/^--/, '')
    flags[name] = here[name] ?? words[i + 1] ?? ''
  }
  const dir = project(makeProject)
  const [dockerfile = ''] = blocks('Dockerfile')
  const offline = dockerfile.replace('debian:12', image).replace(/^RUN apt-get .*\n/m, '')
  writeProject(dir, { Dockerfile: offline })
  const { report } = await build(dir, { 'smoke-floor': 'off', ...flags, targets: 'amd64' })
  // without a floor the target is static musl: glibc in a static executable is told, and starts everywhere
  expect([report.failures, report.verified]).toEqual([[], true])
})
