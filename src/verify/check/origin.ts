import { hex } from '../../elf/problem.ts'
import type { Section } from '../../elf/sections.ts'
import { sectionTypes } from '../../elf/sections.ts'
import type { Finding } from '../../report/schema.ts'
import { finding } from '../findings.ts'
import { foundSecret, leakedPath, marks } from '../needles.ts'
import { rulingOf } from '../rules.ts'
import { isStatic, type Subject } from '../subject.ts'

/** What the file tells about how and where it was built. */
export function checkOrigin(subject: Subject): Finding[] {
  return [...staticGlibc(subject), ...goBuild(subject), ...leaks(subject), ...secrets(subject), ...contents(subject)]
}

/**
 * glibc's start files carry an ABI note and its tables name gconv; musl and Go have neither. `libnss_` is there only when
 * names are looked up; `nsswitch.conf` alone proves nothing (Go's net package has it).
 */
function staticGlibc({ elf, linkage, file }: Subject): Finding[] {
  if (!isStatic(linkage) || elf.notes.kernel === null) return []
  const hit = (id: string) => file.hits.find(h => h.id === id)
  const gconv = hit(marks.gconv)
  if (!gconv) return []
  const nss = hit(marks.nss)
  const found = [finding('static-glibc', 'glibc is linked statically', `ABI note ${elf.notes.kernel}; ${gconv.text}`)]
  // Since 2.34 libc.a has all of libdl in one piece, which every program gets; before, only what is called.
  if (elf.linked.includes('dlopen') && !elf.linked.includes('dlinfo')) {
    found.push(finding('static-dlopen', 'libraries are loaded at run time', 'dlopen in .symtab'))
  }
  if (nss) found.push(finding('static-glibc-nss', 'names are looked up through the system’s glibc', nss.text))
  return found
}

function goBuild({ elf, policy, row }: Subject): Finding[] {
  const { go } = elf
  if (!go) return []
  const { settings } = go
  const findings = [
    finding('toolchain', 'built by Go', `${go.version} ${go.path ?? ''} ${go.mainVersion ?? ''}`.trim()),
  ]
  const arch = settings['GOARCH']
  if (arch !== undefined && row?.go && row.go.goarch !== arch) {
    findings.push(finding('go-arch', `Go built it for ${arch}`, `GOARCH=${arch}`))
  }
  if (policy.cgo === false && settings['CGO_ENABLED'] === '1') {
    findings.push(finding('go-cgo', 'cgo was on', 'CGO_ENABLED=1'))
  }
  const revision = settings['vcs.revision']
  if (policy.commit !== undefined && revision !== undefined && revision !== policy.commit) {
    findings.push(finding('go-revision', `built from another commit than ${policy.commit}`, `vcs.revision=${revision}`))
  }
  if (settings['vcs.modified'] === 'true') {
    findings.push(finding('go-modified', 'the sources differed from the commit', 'vcs.modified=true'))
  }
  if (Object.keys(settings).length > 0 && settings['-trimpath'] !== 'true') {
    findings.push(finding('go-trimpath', 'paths of the build machine are in the file', 'no -trimpath'))
  }
  return findings
}

/** One finding for each place: of paths inside each other the longest says most. */
function leaks({ file }: Subject): Finding[] {
  const found = file.hits.flatMap(hit => {
    const path = leakedPath(hit.id)
    return path === null ? [] : [{ path, hit }]
  })
  const longest = found.filter(
    ({ path, hit }) => !found.some(f => f.hit.offset === hit.offset && f.path.length > path.length),
  )
  return longest.map(({ path, hit }) =>
    finding('leaked-path', `the file holds ${path}`, `${hex(hit.offset)}: ${hit.text}`),
  )
}

/** Only the name and the place: whoever reads the report must not learn the value. */
function secrets({ file }: Subject): Finding[] {
  return file.hits.flatMap(hit => {
    const name = foundSecret(hit.id)
    return name === null
      ? []
      : [finding('secret', `the value of ${name} is in the file`, `${name} at ${hex(hit.offset)}`)]
  })
}

function contents({ elf, file, policy }: Subject): Finding[] {
  const findings: Finding[] = []
  if (elf.dependencies && 'corrupt' in elf.dependencies) {
    findings.push(finding('auditable-corrupt', 'the list of crates cannot be read', elf.dependencies.corrupt))
  }
  const { buildId, goBuildId } = elf.notes
  if (buildId) findings.push(finding('build-id', 'the file has a build id', buildId))
  // Most files that are shipped have none: it is only worth a word where it is demanded.
  else if (rulingOf(policy, 'no-build-id') === 'error') {
    findings.push(
      finding('no-build-id', 'no note says which build it is', goBuildId ? 'only a Go build id' : 'no NT_GNU_BUILD_ID'),
    )
  }
  if (elf.comment) findings.push(finding('toolchain', 'compilers that took part', elf.comment))
  if (elf.notes.package) findings.push(finding('toolchain', 'the package that it is from', elf.notes.package))
  const extra = elf.sections.filter(isExtra)
  if (extra.length > 0) {
    const bytes = extra.reduce((sum, s) => sum + s.size, 0)
    const names = extra.map(s => s.name).join(' ')
    findings.push(finding('not-stripped', `${bytes} bytes of symbols and debug information`, names))
  }
  const end = endOf(subjectEnd(elf.sections), elf)
  if (end > 0 && end < file.size) {
    findings.push(finding('trailing-data', `${file.size - end} bytes follow the end of the program`, hex(end)))
  }
  return findings
}

function isExtra(section: Section): boolean {
  const { name, type } = section
  return type === sectionTypes.symbols || name.startsWith('.debug_') || name.startsWith('.zdebug_')
}

function subjectEnd(sections: readonly Section[]): number {
  return sections.reduce((end, s) => (s.type === sectionTypes.noBits ? end : Math.max(end, s.offset + s.size)), 0)
}

/** The last byte that any table describes. */
function endOf(sections: number, { header, segments }: Subject['elf']): number {
  const table = header.shoff + header.shnum * header.shentsize
  return segments.reduce((end, s) => Math.max(end, s.offset + s.filesz), Math.max(sections, table))
}
