import { builderImage, registerArm64 } from './images.ts'

let unregister = () => {}

/** Once for the suite: images that every file uses, and a kernel that starts arm64 programs. */
export async function setup(): Promise<void> {
  unregister = registerArm64()
  for (const arch of ['amd64', 'arm64'] as const) await builderImage(arch)
}

/** The kernel's table as it was. */
export function teardown(): void {
  unregister()
}
