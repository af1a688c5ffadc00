// Own actions as local ones. `uses: $/plan` is this repository at the running commit on GitHub; act and actionlint know only
// `./plan`, and have no network for `uses: org/portable-build@v1`. So they get a copy in which both are `./own/…`.
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What a user's runner fetches of this repository. */
const action = ['action.yml', 'plan', 'verify', 'collect', 'dist']

/**
 * The references of a workflow's text, made local: reusable workflows stand beside the caller's, as `own-<name>.yml`.
 * @param {string} text
 */
export function localReferences(text) {
  return text
    .replaceAll(
      /uses: (?:\$|org\/portable-build)\/\.github\/workflows\/([\w-]+\.yml)(?:@\S+)?/g,
      'uses: ./.github/workflows/own-$1',
    )
    .replaceAll(/uses: (?:\$\/|org\/portable-build\/)(plan|verify|collect)(?:@\S+)?/g, 'uses: ./own/$1')
    .replaceAll(/uses: (?:\$\/(?=\s)|org\/portable-build@\S+)/g, 'uses: ./own')
}

/**
 * Puts the action into `<to>/own`, its workflows into `<to>/.github/workflows/own-<name>.yml`, and the examples' beside them as
 * `example-<name>.yml`. The directory may hold a project already: nothing else in it is touched.
 * @param {string} from the repository @param {string} to
 */
export function copyWithLocalActions(from, to) {
  for (const name of action.filter(name => existsSync(join(from, name)))) {
    cpSync(join(from, name), join(to, 'own', name), { recursive: true })
  }
  mkdirSync(join(to, '.github/workflows'), { recursive: true })
  for (const file of globSync(['.github/workflows/*.yml', 'examples/workflows/*.yml'], { cwd: from })) {
    const kind = dirname(file).startsWith('examples') ? 'example' : 'own'
    const target = join(to, '.github/workflows', `${kind}-${basename(file)}`)
    writeFileSync(target, localReferences(readFileSync(join(from, file), 'utf8')))
  }
}
