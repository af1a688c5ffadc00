/** A compiler set that a job needs, by catalog name and exact version; installed below `<toolsDir>/<name>-<version>`. */
export interface ToolchainRef {
  readonly name: 'zig' | 'cargo-zigbuild'
  readonly version: string
}

/** Where a toolchain is (or will be) installed; pure, so that a plan can print the paths before anything is downloaded. */
export function toolchainDir(toolsDir: string, ref: ToolchainRef): string {
  return `${toolsDir}/${ref.name}-${ref.version}`
}
