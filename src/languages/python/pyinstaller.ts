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
  return [
    ...['--onefile', '--noconfirm', '--clean', '--log-level=INFO'],
    ...[`--name=${name}`, `--distpath=${outputDir}`, `--workpath=${outputDir}/work`, `--specpath=${outputDir}`],
    // what is stripped by the strip of this machine may be of another architecture's
    ...packages.map(p => `--collect-submodules=${p}`),
    // it knows no patterns: all data of the package goes in
    ...[...new Set(data.map(d => d.split(':')[0] ?? d))].map(p => `--collect-data=${p}`),
    ...inputs['include-data-files'].map(pair => {
      const [source = '', destination = ''] = dataFile(pair, projectDir).split('=')
      const dir = destination.includes('/') ? destination.slice(0, destination.lastIndexOf('/')) : '.'
      return `--add-data=${source}:${dir}`
    }),
    main,
  ]
}
