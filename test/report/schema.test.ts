import { expect, it } from 'vitest'
import { reportJsonSchema } from '../../src/report/json.ts'
import { reportSchema } from '../../src/report/schema.ts'
import { report } from '../support/report.ts'

it('accepts a report as it is written', () => {
  expect(reportSchema.parse(JSON.parse(JSON.stringify(report())))).toEqual(report())
})

it('refuses a report that claims what it cannot', () => {
  expect(reportSchema.safeParse({ ...report(), verified: 'yes' }).success).toBe(false)
})

it('is published as JSON Schema with every field described by the one definition', () => {
  const schema = reportJsonSchema() as { $schema: string; properties: Record<string, unknown>; required: string[] }
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  expect(Object.keys(schema.properties)).toEqual(Object.keys(reportSchema.shape))
  expect(schema.required).toContain('verified')
})
