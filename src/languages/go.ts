import { cgoNeed, cgoProbes } from './go/cgo.ts'
import { detectModule } from './go/detect.ts'
import { planModule } from './go/plan.ts'
import type { Language } from './language.ts'

/** Go, by its own command: pure programs without libc, cgo with the backend's compilers. */
export const go: Language = {
  name: 'go',
  detect: detectModule,
  needs: () => [{ tool: 'go', get: 'install Go from https://go.dev/dl or your distribution (golang-go)' }],
  probes: cgoProbes,
  defaultLibc: (project, inputs, answers) => (cgoNeed(project, inputs, answers).needed ? 'musl' : 'none'),
  needsC: (project, inputs, answers) => cgoNeed(project, inputs, answers).needed,
  plan: planModule,
}
