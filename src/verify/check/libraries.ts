import type { Finding } from '../../report/schema.ts'
import { finding } from '../findings.ts'
import { libcNames } from '../identity.ts'
import { isStatic, type Subject } from '../subject.ts'

/** Which libraries the file needs and where it looks for them. */
export function checkLibraries(subject: Subject): Finding[] {
  const { dynamic } = subject.elf
  if (dynamic === null || isStatic(subject.linkage)) return []
  const { audit, needed, runpath, rpath } = dynamic
  const names = [...new Set(needed)]
  const twice = names.length === needed.length ? [] : names.filter(n => needed.indexOf(n) !== needed.lastIndexOf(n))
  return twice
    .map(name => finding('needed-duplicate', `${name} is needed twice`, name))
    .concat(
      names.flatMap(name => checkNeeded(name, subject)),
      audit.map(name => finding('audit', 'a library comes in by an audit or filter tag', name)),
      checkSearch('DT_RPATH', rpath),
      checkSearch('DT_RUNPATH', runpath),
    )
}

function checkNeeded(name: string, { linkage, policy, row }: Subject): Finding[] {
  if (policy.forbidLibraries?.includes(name)) {
    // Not the bare name: a library that is forbidden is so beside the program too.
    const hint = 'It was named in `forbid-libraries`: link without it, or take another version of what needs it.'
    return [finding('needed-not-allowed', `${name} is forbidden`, `DT_NEEDED ${name}`, { hint })]
  }
  if (name.includes('/')) return [finding('needed-path', 'a library is named by a path', name)]
  const isGlibc = libcNames.glibc.has(name)
  const isMusl = libcNames.musl.test(name)
  if ((linkage === 'dynamic-musl' && isGlibc) || (linkage === 'dynamic-glibc' && isMusl)) {
    return [finding('needed-not-allowed', `${name} is of another libc than the loader`, name)]
  }
  // A shared library names no loader: its libc has to be one that was demanded.
  const wanted = policy.linkage
  if (wanted && ((isGlibc && !wanted.includes('dynamic-glibc')) || (isMusl && !wanted.includes('dynamic-musl')))) {
    return linkage === 'shared-library'
      ? [finding('needed-not-allowed', `${name} is of another libc than demanded`, name)]
      : []
  }
  const loader = row?.elf.glibcInterpreter.split('/').at(-1)
  const own = isMusl || isGlibc || name === loader
  if (own || policy.allowLibraries.includes(name) || policy.allowLibraries.includes('*')) return []
  return [finding('needed-not-allowed', `${name} is not a library that every system has`, name)]
}

/** Elements are separated by colons; an empty one is the working directory of whoever starts the program. */
function checkSearch(tag: string, path: string | null): Finding[] {
  if (path === null) return []
  return path.split(':').map(element => {
    const evidence = `${tag} ${path}`
    if (/^\$(ORIGIN|\{ORIGIN\})(\/|$)/.test(element)) {
      return finding('runpath-origin', `libraries are searched in ${element}`, evidence)
    }
    const what = element === '' ? 'the working directory' : element
    return finding('runpath', `libraries are searched in ${what}`, evidence)
  })
}
