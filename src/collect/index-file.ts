import { z } from 'zod'
import { fileNameOf } from '../package/file-name.ts'
import type { FileReport, Report } from '../report/schema.ts'
import { compareVersions } from '../version.ts'
import type { Leg } from './legs.ts'

const version = z.string().nullable()

/** `index.json`: what installers and release scripts need to know of a run. Fields are added, never renamed. */
export const indexSchema = z.object({
  schema: z.literal(1),
  project: z.string(),
  commit: z.string().nullable(),
  tool: z.object({ name: z.string(), version: z.string() }),
  artifacts: z.array(
    z.object({
      name: z.string(),
      file: z.string().meta({ description: 'Beside index.json.' }),
      target: z.string(),
      sha256: z.string(),
      size: z.number(),
      linkage: z.string().meta({ description: '`mixed` where its executables differ.' }),
      floor: z.object({ glibc: version, musl: version }).meta({ description: 'The highest that one of them needs.' }),
      runsOn: z.array(z.string()).meta({ description: 'Of the most demanding executable.' }),
      executables: z.array(z.object({ name: z.string(), sha256: z.string() })),
    }),
  ),
})

/** The content of `index.json`. */
export type Index = z.infer<typeof indexSchema>

/** Makes the index of legs that are all verified. Pure. */
export function makeIndex(legs: readonly Leg[], { project, tool }: Pick<Report, 'project' | 'tool'>): Index {
  return {
    ...{ schema: 1, project: project.name, commit: project.commit, tool },
    artifacts: legs.flatMap(({ found: { report } }) =>
      report.artifacts.map(artifact => {
        const files = report.files.filter(f => artifact.files.includes(f.path))
        const linkages = [...new Set<string>(files.map(f => f.linkage))]
        const [linkage = 'mixed'] = linkages
        const { name, target, sha256, size } = artifact
        return {
          ...{ name, file: fileNameOf(artifact), target, sha256, size },
          linkage: linkages.length === 1 ? linkage : 'mixed',
          floor: { glibc: highest(files, 'glibc'), musl: highest(files, 'musl') },
          runsOn: mostDemanding(files)?.runsOn ?? [],
          executables: files.map(f => ({ name: f.path.split('/').at(-1) ?? f.path, sha256: f.sha256 ?? '' })),
        }
      }),
    ),
  }
}

type Libc = 'glibc' | 'musl'

function highest(files: readonly FileReport[], libc: Libc): string | null {
  return files.reduce<string | null>((most, { floor }) => greater(most, floor[libc]), null)
}

function greater(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return compareVersions(a, b) >= 0 ? a : b
}

/** A dynamic executable demands more than a static one, and of two the one with the higher floor. */
function mostDemanding(files: readonly FileReport[]): FileReport | undefined {
  const weight = (f: FileReport) => (f.interpreter === null ? null : (f.floor.glibc ?? f.floor.musl ?? '0'))
  return files.reduce<FileReport | undefined>((most, f) => {
    if (most === undefined) return f
    const [a, b] = [weight(most), weight(f)]
    return greater(a, b) === a ? most : f
  }, undefined)
}
