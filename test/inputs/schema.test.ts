import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/inputs/file.ts'
import { configSchema } from '../../src/inputs/schema.ts'

interface Property {
  readonly enum?: readonly unknown[]
  readonly deprecated?: boolean
  readonly default?: unknown
  readonly description?: string
}

const schema = configSchema() as {
  properties: Record<string, Property> & { projects: { items: { anyOf: [unknown, { properties: object }] } } }
  additionalProperties: boolean
}
const { projects, ...inputs } = schema.properties

describe('configSchema', () => {
  it('lets an editor refuse what the reader refuses', async () => {
    expect(schema.additionalProperties).toBe(false)
    await expect(readConfig('f', 'tragets: x')).rejects.toMatchObject({ code: 'bad-config' })
  })

  it('has a description for every key, strikes aliases through and knows defaults and choices', () => {
    for (const [name, property] of Object.entries(inputs)) expect(property.description, name).toMatch(/\.$/)
    expect(inputs['target']).toMatchObject({ deprecated: true, description: 'Use `targets`.' })
    expect(inputs['locked']?.default).toBe(true)
    expect(inputs['language']?.enum).toEqual(['rust', 'go', 'c', 'python', null])
    expect(inputs['vcs-stamp']?.enum).toContain(true)
  })

  it('every key that it allows is one that the reader knows, in a project too', async () => {
    const names = Object.keys(inputs)
    const text = names.map(name => `${name}: null`).join('\n')
    expect((await readConfig('f', text)).common.map(v => v.name)).toEqual(names)
    expect(Object.keys(projects.items.anyOf[1].properties)).toEqual(names)
  })
})
