import type { ContainerWish } from '../../src/backends/backend.ts'
import { readLimits } from '../../src/backends/container/limits.ts'

/** What is said of containers when nothing is said. */
export const noContainer: ContainerWish = { image: null, dockerfile: null, limits: readLimits({}, 2) }
