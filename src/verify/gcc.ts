import { compareVersions, maxVersion } from '../version.ts'

/**
 * The first GCC whose libstdc++ has a version. Source: the libstdc++ manual, "ABI Policy and Guidelines"; the last rows
 * measured in the libraries of GCC 12.2, 14.2 and 16.2.
 */
const libstdcxx: Readonly<Record<'glibcxx' | 'cxxabi', readonly (readonly [version: string, gcc: string])[]>> = {
  glibcxx: pairs(
    '3.4.8=4.1 3.4.9=4.2 3.4.10=4.3 3.4.13=4.4 3.4.14=4.5 3.4.16=4.6 3.4.17=4.7 3.4.19=4.8 3.4.20=4.9 3.4.21=5.1 ' +
      '3.4.22=6.1 3.4.23=7.1 3.4.24=7.2 3.4.25=8.0 3.4.26=9.1 3.4.27=9.2 3.4.28=9.3 3.4.29=11.0 3.4.30=12.0 ' +
      '3.4.31=13.1 3.4.32=13.2 3.4.33=14.0 3.4.34=15.0 3.4.36=16.0',
  ),
  cxxabi: pairs(
    '1.3.1=4.1 1.3.2=4.3 1.3.3=4.4 1.3.4=4.5 1.3.5=4.6 1.3.6=4.7 1.3.7=4.8 1.3.8=4.9 1.3.9=5.1 1.3.10=6.1 ' +
      '1.3.11=7.1 1.3.12=9.1 1.3.13=11.0 1.3.14=13.1 1.3.15=14.0 1.3.17=16.0',
  ),
}

function pairs(text: string): [version: string, gcc: string][] {
  return text.split(' ').map(pair => {
    const [version = '', gcc = ''] = pair.split('=')
    return [version, gcc]
  })
}

/** Newer than every release: what a version that no table has asks for. */
const unknown = '999'

/** The first GCC whose libraries have a version of a series: `glibcxx` 3.4.30 is 12.0, `gcc` 7.0.0 itself. */
export function gccWith(series: 'glibcxx' | 'cxxabi' | 'gcc', version: string): string {
  if (series === 'gcc') return version // libgcc names its versions after GCC's releases
  return libstdcxx[series].find(([known]) => compareVersions(version, known) <= 0)?.[1] ?? unknown
}

/** The first GCC whose libraries are enough for a floor, or null where none of them is needed. */
export function gccFor(floor: {
  readonly glibcxx: string | null
  readonly cxxabi: string | null
  readonly gcc: string | null
}): string | null {
  return (['glibcxx', 'cxxabi', 'gcc'] as const).reduce<string | null>((most, series) => {
    const version = floor[series]
    return version === null ? most : maxVersion(most, gccWith(series, version))
  }, null)
}
