import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Step } from '../../../src/plan.ts'
import { makeJob } from '../../support/jobs.ts'

const driver = fileURLToPath(new URL('../../support/job-driver.ts', import.meta.url))
const target = 'x86_64-linux-gnu'
let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "pb interrupt it's ü "))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** Processes whose working directory is in this one: compilers and linkers with all their children. */
function processesIn(directory: string): string[] {
  return readdirSync('/proc').flatMap(pid => {
    try {
      const env = /^[0-9]+$/.test(pid) ? readFileSync(`/proc/${pid}/environ`, 'utf8') : ''
      const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
      return env.includes(`PB_TEST=${directory}\0`) ? [name] : []
    } catch {
      return []
    }
  })
}

/** Sources in the languages' own ways of taking long: templates, a program that a build script waits for. */
const projects: Readonly<Record<string, { write: () => void; argv: readonly string[]; busy: string }>> = {
  make: {
    write: () => {
      writeFileSync(join(dir, 'slow.c'), '#include <stdio.h>\nint main(void) { puts("x"); }\n')
      const slow = 'sh -c "sleep 300; $(CC) -o $@ slow.c"'
      writeFileSync(
        join(dir, 'Makefile'),
        `all: app one two\napp: slow.c\n\t${slow}\none two:\n\t@sleep 300\n\techo part > $@\n`,
      )
    },
    argv: ['make', '-j3'],
    busy: 'sleep',
  },
  cargo: {
    write: () => {
      mkdirSync(join(dir, 'src'))
      writeFileSync(join(dir, 'Cargo.toml'), '[package]\nname = "app"\nversion = "1.0.0"\nedition = "2021"\n')
      writeFileSync(join(dir, 'src/main.rs'), 'fn main() {}\n')
      const wait = 'std::process::Command::new("sleep").arg("300").status().unwrap();'
      writeFileSync(join(dir, 'build.rs'), `fn main() { ${wait} }\n`)
    },
    argv: ['cargo', 'build', '--release', '--offline'],
    busy: 'sleep',
  },
}

describe.each(Object.keys(projects))('%s', name => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends it with all its children, exit 130', async signal => {
    const project = projects[name]
    if (!project) throw new Error(name)
    project.write()
    const step: Step = {
      id: 'build',
      title: name,
      targets: [target],
      argv: project.argv,
      cwd: dir,
      env: { PB_TEST: dir },
    }
    const job = makeJob({
      workDir: join(dir, '.portable-build'),
      targets: [target],
      steps: [step],
      collect: [{ from: 'tree', target, dirs: [dir], bins: null }],
    })
    const run = spawn(process.execPath, [driver, JSON.stringify(job), join(dir, 'out')], { stdio: 'ignore' })
    await expect.poll(() => processesIn(dir), { timeout: 60_000 }).toContain(project.busy)
    run.kill(signal)
    const [code] = await once(run, 'exit')
    expect(code).toBe(130)
    expect(processesIn(dir)).toEqual([])
    expect(existsSync(join(dir, 'out'))).toBe(false)
    expect(existsSync(join(dir, '.portable-build/lock'))).toBe(false)
  })
})
