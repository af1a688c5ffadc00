// Writes docs/ansible-report.md: what the verifier read in an ansible-playbook that the preset built.
//
//   node scripts/ansible-report.mjs <report.json of the build>
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('usage: node scripts/ansible-report.mjs <report.json>')
/** @typedef {{ path: string, size: number, sha256: string, floor: { glibc: string | null }, needed: string[], payload: File[], runsOn: string[], findings: { severity: string, message: string }[], smoke?: { where: string, ok: boolean, output?: string }[] }} File */
/** @type {{ files: File[], notices: string[], tool: { version: string }, verified: boolean }} */
const report = JSON.parse(readFileSync(path, 'utf8'))
const file = report.files.find(f => f.path.endsWith('/ansible-playbook'))
if (!file || !report.verified) throw new Error(`${path} has no verified ansible-playbook`)

/** @type {Map<string, string[]>} */
const byFloor = new Map()
for (const { path: name, floor } of file.payload) {
  const key = floor.glibc ?? 'none'
  byFloor.set(key, [...(byFloor.get(key) ?? []), name])
}
const floors = [...byFloor].sort(([a], [b]) => b.localeCompare(a, 'en', { numeric: true }))
const inside = new Set(file.payload.map(p => p.path.split('/').at(-1)))
const needed = [...new Set([file, ...file.payload].flatMap(f => f.needed))].sort()
const outside = needed.filter(name => !inside.has(name))
const lines = [
  '# What is in ansible-playbook',
  '',
  `Written by \`scripts/ansible-report.mjs\` from the report of a build of [the preset](ansible.md), portable-build ${report.tool.version}.`,
  '',
  `- size: ${(file.size / 1e6).toFixed(1)} MB`,
  `- starts on glibc ${floors[0]?.[0]} and newer: ${file.runsOn.join(', ')}`,
  `- asks the system for: ${outside.map(n => `\`${n}\``).join(', ')}`,
  ...(file.smoke ?? []).map(
    s => `- started on ${s.where}: ${s.ok ? 'yes' : 'no'}${s.output ? `, \`${s.output}\`` : ''}`,
  ),
  '',
  '| glibc | ELF files inside |',
  '|---|---|',
  ...floors.map(([floor, names]) => `| ${floor} | ${names.length}: ${names.map(n => `\`${n}\``).join(', ')} |`),
  '',
  'What the machine must have, which no bytes say:',
  '',
  ...report.notices.map(n => `- ${n}`),
  '',
]
const page = join(import.meta.dirname, '../docs/ansible-report.md')
writeFileSync(page, lines.join('\n'))
console.log(page)
