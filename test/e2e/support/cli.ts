import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Report } from '../../../src/report/schema.ts'
import { root, toolsDir } from './places.ts'

/** What users run. */
export const cliFile = join(root, 'dist/cli/index.js')

/** How a run of the command line ended. */
export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the committed dist/ as a user does, with the suites' toolchains. */
export function portableBuild(args: readonly string[], options: { env?: NodeJS.ProcessEnv; cwd?: string } = {}) {
  const env = { ...process.env, PORTABLE_BUILD_TOOLS_DIR: toolsDir, NO_COLOR: '1', ...options.env }
  return new Promise<CliResult>((resolve, reject) => {
    const child = spawn(process.execPath, [cliFile, ...args], {
      cwd: options.cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      stderr += text
    })
    child.on('error', reject).on('close', code => resolve({ code, stdout, stderr }))
  })
}

/** A build with its report. */
export interface Built extends CliResult {
  readonly report: Report
  /** Absolute path of the artifact of a target. @throws Error when the report has none */
  artifact(target: string, name: string): string
}

/** Builds a directory by the command line; `flags` are inputs by name. @throws Error with its stderr when there is no report */
export async function buildProject(dir: string, flags: Readonly<Record<string, string>>): Promise<Built> {
  const given = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value])
  const result = await portableBuild(['build', dir, ...given, '--json'])
  let report: Report
  try {
    report = JSON.parse(result.stdout)
  } catch {
    throw new Error(`no report, exit code ${result.code}:\n${result.stderr}\n${result.stdout}`)
  }
  const artifact = (target: string, name: string) => {
    const file = report.files.find(f => f.target === target && f.path.endsWith(`/${name}`))
    if (!file)
      throw new Error(`no ${name} for ${target}:\n${result.stderr}\n${JSON.stringify(report.failures, null, 2)}`)
    return join(dir, flags['output-dir'] ?? 'dist', target, name)
  }
  return { ...result, report, artifact }
}
