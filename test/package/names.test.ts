import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { artifactName, checkUnique, executableName, isArtifactName } from '../../src/package/names.ts'

/** `${word}`, which linters take for a template string. */
const braced = (word: string) => `$\{${word}}`

const parts = { bin: 'tool', target: 'x86_64-linux-musl', project: 'my project', version: '1.2.3', arch: 'x86_64' }

describe('artifactName', () => {
  it.each([
    ['$bin-$target', 'tool-x86_64-linux-musl'],
    [`${braced('bin')}_${braced('version')}_$arch`, 'tool_1.2.3_x86_64'],
    ['$bin_$arch', 'tool_x86_64'],
    [`v${braced('version')}`, 'v1.2.3'],
    ['$project', 'my-project'],
  ])('fills in %s', (template, name) => {
    expect(artifactName(template, parts)).toBe(name)
  })

  it.each([
    ['$tagret', /"\$tagret"/, /Did you mean \$target/],
    [`${braced('os')}-x`, /"\$\{os\}"/, /\$bin, \$target/],
    ['cost$', /"\$"/, /\$bin/],
    ['a/$bin', /"a\/tool"/, /./],
    ['a=$bin', /"a=tool"/, /./],
    ['-$bin', /start with no dot or dash/, /./],
    ['.$bin', /start with no dot or dash/, /./],
    ['a b', /letters, digits/, /./],
    ['a\u0007b', /letters, digits/, /./],
    ['SHA256SUMS', /another file/, /./],
    ['a'.repeat(201), /201 characters/, /./],
  ])('refuses %j', (template, message, hint) => {
    expect(() => artifactName(template, parts)).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        message: expect.stringMatching(message),
        hint: expect.stringMatching(hint),
      }),
    )
  })

  it('says that there is no version', () => {
    expect(() => artifactName('$version', { ...parts, version: null })).toThrow(/my project has none/)
  })

  it('makes a safe name of whatever a project is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), bin => {
        const name = artifactName('$bin-$target', { ...parts, bin })
        expect(name).toMatch(/^[A-Za-z0-9_+][A-Za-z0-9._+-]*-x86_64-linux-musl$/)
        expect(isArtifactName(name)).toBe(true)
        expect(executableName('x', bin)).toMatch(/^x-[A-Za-z0-9._+-]+$/)
      }),
      { numRuns: 30 },
    )
  })
})

it('names from elsewhere cannot leave a directory', () => {
  for (const name of ['..', '../x', 'a/b', '/x', '', '.x', 'a\nb', 'x=y', 'report.json']) {
    expect([name, isArtifactName(name)]).toEqual([name, false])
  }
})

it('upper and lower case are one name to some file systems', () => {
  const two = [
    { name: 'Tool', parts: { ...parts, project: 'Tool' } },
    { name: 'tool', parts: { ...parts, project: 'tool' } },
  ]
  expect(() => checkUnique(two)).toThrow(/Tool for x86_64-linux-musl and tool for x86_64-linux-musl/)
})
