/**
 * Programs that GitHub's ubuntu-24.04 machines do not have, and the package of Ubuntu that has them.
 * Source: the list of installed software in actions/runner-images, images/ubuntu/Ubuntu2404-Readme.md.
 */
const notInstalled: Readonly<Record<string, string>> = { meson: 'meson', ninja: 'ninja-build', tclsh: 'tcl' }

/** The packages to install on a hosted runner before a build that needs these programs. */
export function packagesFor(tools: readonly string[]): string[] {
  return tools.flatMap(tool => (Object.hasOwn(notInstalled, tool) ? [notInstalled[tool] ?? ''] : []))
}
