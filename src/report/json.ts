import { z } from 'zod'
import { reportSchema } from './schema.ts'

/** JSON Schema (draft 2020-12) of `report.json`, made from the one definition in schema.ts; published as `schema/report.schema.json`. */
export function reportJsonSchema(): object {
  const schema = z.toJSONSchema(reportSchema, { target: 'draft-2020-12' })
  return { title: 'portable-build report', description: 'The result of a run of portable-build.', ...schema }
}
