import type { Preset } from './presets.ts'

/** What a text of Python stands for in a string: names come from manifests. */
const literal = (text: string): string => JSON.stringify(text)

/**
 * The program that starts an entry point, as pip's own scripts do (`pkg.cli:main`, `pkg.cli:app.run`), or a package
 * (`-m pkg`). Null: the entry is a script of the project already. Pure.
 */
export function mainScript(source: string): string | null {
  const [, run] = /^-m (\S+)$/.exec(source) ?? []
  if (run !== undefined) {
    return `import runpy\nimport ${run}.__main__  # noqa: what is imported is what goes in\nrunpy.run_module(${literal(run)}, run_name='__main__', alter_sys=True)\n`
  }
  const [, module, attribute] = /^([\w.]+):([\w.]+)$/.exec(source) ?? []
  if (module === undefined || attribute === undefined) return null
  const [first = '', ...rest] = attribute.split('.')
  const call = [first, ...rest].join('.')
  return `import sys\nfrom ${module} import ${first}\nif __name__ == '__main__':\n    sys.exit(${call}())\n`
}

/**
 * One program that is all commands of a preset: the name that it is called by says which (a link, a copy under another
 * name), as busybox does. Pure.
 * @param main the command that any other name means
 */
export function presetScript(preset: Preset, main: string): string {
  const table = preset.commands.map(({ name, entry }) => `    ${literal(name)}: ${literal(entry)},`)
  return [
    '# Written by portable-build.',
    'import importlib',
    'import os',
    'import sys',
    ...preset.before,
    '',
    'COMMANDS = {',
    ...table,
    '}',
    '',
    "if __name__ == '__main__':",
    "    called = os.path.basename(sys.argv[0]).removesuffix('.bin')",
    `    module, function = COMMANDS.get(called, COMMANDS[${literal(main)}]).split(':')`,
    `    if called not in COMMANDS: sys.argv[0] = ${literal(main)}`,
    '    sys.exit(getattr(importlib.import_module(module), function)())',
    '',
  ].join('\n')
}
