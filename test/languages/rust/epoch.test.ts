import { describe, expect, it } from 'vitest'
import { planCargo } from '../../../src/languages/rust/plan.ts'
import { contextFor, detected, targetsOf } from './support.ts'

const plain = {
  'Cargo.toml': '[package]\nname = "app"\nversion = "1.0.0"\n',
  'Cargo.lock': 'version = 4\n\n[[package]]\nname = "cc"\n',
  'src/main.rs': 'fn main() {}\n',
}

/** The time that cargo is told, and why. */
function told(files: Readonly<Record<string, string>>) {
  const project = detected(files)
  const { steps } = planCargo(contextFor(project), targetsOf('x86_64-linux-musl'))
  const why = project.evidence.find(e => e.fact.includes('SOURCE_DATE_EPOCH'))
  return { epoch: steps[0]?.env['SOURCE_DATE_EPOCH'], why: why && `${why.file}:${why.line}` }
}

describe('the time that crates see', () => {
  it('is one and the same where nobody reads it: a commit compiles no crate again that compiles C', () => {
    expect(told(plain)).toEqual({ epoch: '315532800', why: undefined })
  })

  it.each([
    ['a build script', { 'build.rs': '// stamps\nfn main() { std::env::var("SOURCE_DATE_EPOCH"); }\n' }, 'build.rs:2'],
    ['a source', { 'src/main.rs': 'const T: &str = env!("SOURCE_DATE_EPOCH");\n' }, 'src/main.rs:1'],
    ['a crate that writes the date', { 'Cargo.lock': '[[package]]\nname = "vergen"\n' }, 'Cargo.lock:2'],
  ])('is that of the commit where %s reads it', (_, files, why) => {
    expect(told({ ...plain, ...files })).toEqual({ epoch: '1700000000', why })
  })

  it.each([
    ['[build-dependencies]\nvergen-gix = { version = "9" }\n', 'Cargo.toml:6'],
    ['[build-dependencies.built]\nversion = "0.8"\n', 'Cargo.toml:5'],
    ['[build-dependencies]\nshadow-rs.workspace = true\n', 'Cargo.toml:6'],
    ['[dependencies]\nbuilder = "1"\n', undefined],
  ])('is that of the commit where Cargo.lock is above the project, and its manifest has %j', (dependencies, why) => {
    const manifest = `${plain['Cargo.toml']}\n${dependencies}`
    const files = { 'Cargo.toml': manifest, 'src/main.rs': plain['src/main.rs'] }
    expect(told(files).why).toBe(why)
  })

  it('is not asked of directories that are no packages of the workspace', () => {
    const template = { 'Cargo.toml': '[workspace]\nmembers = ["app"]\n', 'app/Cargo.toml': plain['Cargo.toml'] }
    const files = { ...template, 'app/src/main.rs': 'fn main() {}\n', 'doc/x.rs': '// SOURCE_DATE_EPOCH\n' }
    expect(told(files)).toEqual({ epoch: '315532800', why: undefined })
  })
})
