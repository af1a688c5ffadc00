import { families } from '../../src/verify/distributions-data.ts'
import { table } from './markdown.ts'

/** docs/distributions.md: which release has which libraries, and where that is recorded. */
export function distributionsPage(): string {
  const sections = families.map(family => {
    const rows = family.releases.map(r => [r.alias ?? `${family.name} ${r.name}`, r.libc, r.gcc, r.source])
    const archs = Object.entries(family.archs).map(([arch, span]) => {
      const until = span.until === undefined ? '' : ` to ${span.until}`
      return `${arch} (${family.rolling ? 'now' : `${span.since}${until}`})`
    })
    return `## ${family.name}\n\n${table(['release', family.libc, 'GCC', 'source'], rows)}\n\nArchitectures, since: ${archs.join(', ')}.`
  })
  return `<!-- Written by \`npm run generate\` from src/verify/distributions-data.ts; do not edit by hand. -->

# Distributions

What \`runsOn\` is made of: the C library that each release came with, the GCC whose libstdc++ and libgcc it has at least, and the
architectures that it exists for. A file runs on the first release that has what it needs, and on all after it; derived systems
(AlmaLinux, Rocky Linux and CentOS of RHEL, Mint of Ubuntu) are like what they are made from. \`node scripts/distributions.mjs\`
compares the table with the package indexes that can be reached.

Some names of glibc's versions are properties (\`GLIBC_ABI_GNU2_TLS\`, \`GLIBC_ABI_DT_X86_64_PLT\`) that came with glibc 2.43 and that
distributions put into older ones by patches: Debian 13 has them, Debian 12 has not. Where nobody has looked, the report says that it
depends on the patches of the distribution (\`dependsOn\`).

${sections.join('\n\n')}
`
}
