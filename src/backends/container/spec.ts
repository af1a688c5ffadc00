import type { Limits } from './limits.ts'

/** The container that the steps of a job run in, as plain data. */
export interface ContainerSpec {
  readonly image: string
  /** As the engine names it: `linux/arm64`. */
  readonly platform: string
  /** Null: this machine runs the platform's programs itself; else the CPU that QEMU pretends to be. */
  readonly emulatedCpu: string | null
  readonly limits: Limits
}
