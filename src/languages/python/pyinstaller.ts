import { basename, dirname } from 'node:path'
import { BuildError } from '../../errors.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import { dataFile } from './nuitka.ts'
import { presets } from './presets.ts'

/** What is asked of PyInstaller for one executable; absolute paths. */
export interface PyInstallerRequest {
  readonly inputs: Inputs
  readonly name: string
  readonly main: string
  readonly outputDir: string
  readonly projectDir: string
}

/** The arguments of `python -m PyInstaller`. Pure. @throws BuildError `bad-input` */
export function pyinstallerArguments(request: PyInstallerRequest): readonly string[] {
  const { inputs, name, main, outputDir, projectDir } = request
  const preset = inputs.preset === null ? null : presets[inputs.preset]
  const packages = [...(preset?.includePackage ?? []), ...inputs['include-package']]
  const data = [...(preset?.includePackageData ?? []), ...inputs['include-package-data']]
  const sources = data.find(d => /:.*\.py$/.test(d))
  if (sources !== undefined) {
    throw new BuildError('bad-input', `python-freezer: PyInstaller puts in no sources as data (${sources})`, {
      hint: 'Use `python-freezer: nuitka`.',
    })
  }
  return [
    ...['--onefile', '--noconfirm', '--clean', '--log-level=INFO'],
    ...[`--name=${name}`, `--distpath=${outputDir}`, `--workpath=${outputDir}/work`, `--specpath=${outputDir}`],
    // no --strip: it would be the strip of this machine
    ...packages.map(p => `--collect-submodules=${p}`),
    // it knows no patterns: all data of the package goes in
    ...[...new Set(data.map(d => d.split(':')[0] ?? d))].map(p => `--collect-data=${p}`),
    ...inputs['include-data-files'].map(pair => addData(dataFile(pair, projectDir))),
    main,
  ]
}

/** It is told a directory, and the file keeps its name there (PyInstaller's manual, "Adding Data Files"). */
function addData({ source, destination }: ReturnType<typeof dataFile>): string {
  if (destination.endsWith('/')) return `--add-data=${source}:${destination.slice(0, -1)}`
  const [from, to] = [basename(source), basename(destination)]
  if (from !== to) {
    throw new BuildError('bad-input', `include-data-files: with PyInstaller, ${from} cannot become ${to}`, {
      hint: `Name the file so, give a directory (\`${dirname(destination)}/\`), or use \`python-freezer: nuitka\`.`,
    })
  }
  return `--add-data=${source}:${dirname(destination)}`
}
