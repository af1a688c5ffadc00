import { z } from 'zod'

const target = z.looseObject({ name: z.string(), job: z.string(), artifact: z.string(), policy: z.unknown() })

/** What collecting needs of a leg's plan; the rest is carried along unread. */
const planSchema = z.looseObject({
  projects: z
    .array(
      z.looseObject({
        name: z.string(),
        language: z.string(),
        commit: z.string().nullable(),
        epoch: z.number(),
        targets: z.array(target).max(1000),
        packaging: z.unknown(),
      }),
    )
    .max(1000),
  jobs: z.array(z.looseObject({ id: z.string() })).max(10_000),
})

/** The plan of a leg, as far as it is looked at. */
export type LegPlan = z.infer<typeof planSchema>

/** Reads the plan of a report; null: it is none. */
export function readPlan(plan: unknown): LegPlan | null {
  return planSchema.safeParse(plan).data ?? null
}

/**
 * What all legs of one run have in common, as text. Machines differ in what they offer, so paths, tools and backends are
 * no part of it; what is promised is.
 */
export function identityOf({ projects }: LegPlan): string {
  const promised = projects.map(({ name, language, commit, epoch, targets, packaging }) => ({
    ...{ name, language, commit, epoch, packaging },
    targets: targets.map(t => ({ name: t.name, artifact: t.artifact, policy: t.policy })),
  }))
  return JSON.stringify(promised)
}
