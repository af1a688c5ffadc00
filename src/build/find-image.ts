import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BuildError } from '../errors.ts'
import { type Found, findInTree } from './find-tree.ts'

/** What says that the files are those of a whole system and not only what was built. */
const signs: readonly string[] = ['etc/os-release', 'usr/lib/os-release', 'bin/sh', 'usr/bin/sh', 'bin/busybox']

/**
 * The programs among the files of a Dockerfile's last stage.
 * @throws BuildError `no-executable` for a whole system without the names of what was built: its `ls` is not a result
 */
export function findInImage(dir: string, bins: readonly string[] | null): Found[] {
  if (bins === null && signs.some(sign => existsSync(join(dir, sign)))) {
    throw new BuildError(
      'no-executable',
      'the last stage of the Dockerfile holds a whole system, and nobody says which of its programs was built',
      {
        hint: 'Name the executables with `bin`, or end with a stage that has nothing else (`FROM scratch`, `COPY --from=build /src/app /`) and name it with `dockerfile-stage`.',
      },
    )
  }
  return findInTree([dir], bins)
}
