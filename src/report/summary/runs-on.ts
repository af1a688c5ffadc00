import { type Compatibility, compatibilityOf, familyNames } from '../compatibility.ts'
import { baseName, needsNothing } from '../file-facts.ts'
import { code, prose } from '../markdown-text.ts'
import type { FileReport } from '../schema.ts'
import { listed, longTable, type Section } from './section.ts'

/** On which distributions each executable starts, and which symbols and libraries decide it. */
export function runsOnSection(files: readonly FileReport[]): Section {
  const known = files.filter(f => f.runsOn.length > 0 || (f.notOn ?? []).length > 0)
  if (known.length === 0) return { title: 'Runs on', lines: [] }
  const titles = ['executable', ...familyNames]
  const cells = (file: FileReport) => [labelOf(file, known), ...compatibilityOf(file).map(cell)]
  const reasons = [
    ...staticOnes(known),
    ...listed(
      known.filter(f => !needsNothing(f)),
      f => why(f, known),
    ),
  ]
  return { title: 'Runs on', lines: [...longTable(titles, known, cells), '', ...reasons] }
}

/** The target says which executable is meant, unless it has several. */
function labelOf(file: FileReport, all: readonly FileReport[]): string {
  const target = file.target ?? file.arch ?? ''
  const several = file.target === null || all.filter(f => f.target === file.target).length > 1
  return several ? `${code(baseName(file.path))} ${code(target)}`.trim() : code(target)
}

function cell(each: Compatibility): string {
  if (each.runs === 'no') return '❌'
  if (each.runs === 'depends') return '❔ patches'
  if (each.runs === 'unknown') return '–'
  const mark = each.libraries === '' ? '✅' : '⚠️'
  return `${mark} ${prose(each.releases)}`.trim()
}

function staticOnes(all: readonly FileReport[]): string[] {
  const names = all.filter(needsNothing).map(file => labelOf(file, all))
  if (names.length === 0) return []
  const more = names.length > 8 ? ` and ${names.length - 8} more` : ''
  const [is, its] = names.length === 1 ? ['is', 'its'] : ['are', 'their']
  return [`- ${names.slice(0, 8).join(', ')}${more} ${is} static: any release that exists for ${its} architecture`]
}

/** What is behind a row of the table: a library, the C library, the symbols that ask for it. */
function why(file: FileReport, all: readonly FileReport[]): string[] {
  const { floor, notOn = [], explanations } = file
  const who = labelOf(file, all)
  const libraries = compatibilityOf(file).flatMap(c => (c.runs === 'yes' && c.libraries !== '' ? [c.libraries] : []))[0]
  const facts = [
    ...(floor.glibc === null ? [] : [`needs glibc ${prose(floor.glibc)} or newer`]),
    ...(floor.musl === null ? [] : [`needs musl ${prose(floor.musl)} or newer`]),
    ...explanations.slice(0, 3).map(e => `because of ${reason(e)}`),
    ...(libraries === undefined ? [] : [`⚠️ needs ${code(libraries)} to be installed`]),
    ...(notOn.length === 0 ? [] : [`too old: ${prose(notOn.join(', '))}`]),
  ]
  return facts.length === 0 ? [] : [`- ${who} ${facts.join('; ')}`]
}

function reason({ version, library, symbols }: FileReport['explanations'][number]): string {
  const names = symbols.slice(0, 3).map(code).join(', ')
  const more = symbols.length > 3 ? ` and ${symbols.length - 3} more` : ''
  return `${names === '' ? '' : `${names}${more} of `}${code(version)} in ${code(library)}`
}
