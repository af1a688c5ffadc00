import type { CachePolicy, Trigger } from '../../src/cache/policy.ts'
import { cachePolicy } from '../../src/cache/policy.ts'
import { kindWords } from '../../src/cache/words.ts'
import { code, replaceSection, table } from './markdown.ts'

/** The page about the cache with its tables: what is kept, what keys are made of, who may use it. */
export function cachePage(page: string): string {
  const sections = { kinds: kindsTable(), ingredients: ingredientsTable(), triggers: triggersTable() }
  return Object.entries(sections).reduce((text, [name, content]) => replaceSection(text, name, content), page)
}

function kindsTable(): string {
  const rows = Object.entries(kindWords).map(([kind, { holds }]) => [code(kind), holds])
  return table(['kind', 'holds'], rows)
}

/** An ingredient once, with all kinds that have it; where kinds mean different things by a name, a row for each meaning. */
function ingredientsTable(): string {
  const said = Object.entries(kindWords).flatMap(([kind, { ingredients }]) =>
    Object.entries(ingredients).map(([name, meaning]) => ({ kind, name, meaning })),
  )
  const groups = [...Map.groupBy(said, s => `${s.name}\n${s.meaning}`).values()]
  const rows = groups.map(same => [
    same.map(s => code(s.kind)).join(', '),
    code(same[0]?.name ?? ''),
    `another ${same[0]?.meaning ?? ''}`,
  ])
  return table(['of the keys of', 'ingredient', 'differs after'], rows)
}

const push: Trigger = { event: 'push', isFork: false, isTag: false, isDefaultBranch: false }
const triggers: readonly (readonly [what: string, trigger: Trigger])[] = [
  ['push to the default branch', { ...push, isDefaultBranch: true }],
  ['schedule', { ...push, event: 'schedule', isDefaultBranch: true }],
  ['push to another branch', push],
  ['pull request of the same repository', { ...push, event: 'pull_request' }],
  ['pull request of a fork', { ...push, event: 'pull_request', isFork: true }],
  ['`pull_request_target`, `issue_comment`, `workflow_run`', { ...push, event: 'pull_request_target' }],
  ['tag', { ...push, isTag: true }],
  ['`release`', { ...push, event: 'release' }],
]

const restores: Readonly<Record<CachePolicy['restore'], string>> = {
  all: 'everything',
  compiled: 'everything but whole results',
  toolchains: 'pinned toolchains only',
  none: 'nothing',
}

function triggersTable(): string {
  const rows = triggers.map(([what, trigger]) => {
    const { restore, save, reason } = cachePolicy({ trigger, setting: 'auto', mode: null })
    return [what, restores[restore], save ? 'yes' : 'no', reason]
  })
  return table(['what started the run', 'restores', 'saves', 'because'], rows)
}
