import { archOf, type Target } from '../target.ts'
import { compareVersions } from '../version.ts'
import { cpuFunction } from './cpu-flags.ts'
import { hostDirectories, type LinkerRule, linkerRules } from './filters.ts'

/** What one compiler wrapper is for. */
export interface WrapperRequest {
  readonly target: Target
  /** The compiler and what it is always told: `[zig, 'cc', '-target', …]`. */
  readonly command: readonly string[]
  /** The `cpu` input: then `-march=native` of the project means that CPU; null refuses it. */
  readonly cpu: string | null
  /** zig's name of the architecture: its filters are then in. Null: a GNU compiler, which knows its own flags. */
  readonly zigArch: string | null
  /** zig's global cache, unless the environment names one. */
  readonly globalCache?: string
}

/** One word of sh that stands for any text. */
const shellWord = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** A wrapper that only adds words: `ranlib`. */
export function plainWrapper(command: readonly string[]): string {
  return `#!/bin/sh\nexec ${command.map(shellWord).join(' ')} "$@"\n`
}

/** `ar` as one word. A Makefile's own `AR = ar rcu` brings its operation; when it is replaced, `rcs` takes its place. zig cannot read thin archives (Meson's `csrDT`). */
export function archiverWrapper(command: readonly string[]): string {
  return `#!/bin/sh\ncase \${1-} in *.a | */*) set -- rcs "$@" ;; --*) ;; *T*) op=$1; shift; set -- "\${op%%T*}\${op#*T}" "$@" ;; esac\nexec ${command.map(shellWord).join(' ')} "$@"\n`
}

/**
 * A compiler as one word: POSIX sh that starts no other program than the compiler, and hands on every argument as it
 * came (blanks, quotes, newlines) except those of {@link file://./filters.ts}. Environment: `PB_SOURCE_DIR` and
 * `PB_BUILD_DIR` (left out of debug information and `__FILE__`), `PB_STRIP` (links without symbols), `ZIG_GLOBAL_CACHE_DIR`,
 * `ZIG_LOCAL_CACHE_DIR`, `PB_CCACHE` (a ccache that looks first; src/cache/c/settings.ts).
 */
export function compilerWrapper(request: WrapperRequest): string {
  const { target, zigArch } = request
  return [
    '#!/bin/sh',
    `# Compiles and links for ${target.name}. Written by portable-build; every argument that is not named here goes through.`,
    `[ -z "\${PB_CCACHE-}" ] || { ccache=$PB_CCACHE; unset PB_CCACHE; exec "$ccache" "$0" "$@"; }`,
    `me=${shellWord(target.name)}${prelude}`,
    zigArch === null ? '' : linkerFunction(),
    zigArch === null ? '' : cpuFunction(zigArch),
    loop(request),
    ending(request),
  ]
    .filter(part => part !== '')
    .join('\n')
}

// The arguments that stay are kept as a list of references ("${1}" "$new2"): no text is ever parsed again.
const prelude = `
list= i=0 m=0 changed= next= hold= held= take= compile= source= depends= language= links=1 pie=1
note() { printf 'portable-build: %s\\n' "$1" >&2; }
refuse() { note "$1"; exit 1; }
own() { changed=1; note "$1 is left out: it is this machine's, not the target's"; }
keep() { list="$list \\"\\\${$1}\\""; }
put() { m=$((m + 1)) changed=1; eval "new$m=\\$1"; list="$list \\"\\$new$m\\""; }`

/** Judges one word for the linker: `take` is how many words stay (2: the option that waited for its value, and it). */
function linkerFunction(): string {
  const waiting = [...new Set(linkerRules.filter(r => r.value !== null && !r.joined).map(r => r.option))]
  const inOne = ({ option, value }: LinkerRule): string[] =>
    value === null ? dashes(option) : dashes(option).map(o => (option.length === 1 ? `${o}${value}` : `${o}=${value}`))
  return `
linker() {
  if [ -n "$hold" ]; then
    held=$hold hold= take=2
    case "$held $1" in
${linkerRules
  .filter(r => r.value !== null && !r.joined)
  .map(r =>
    arm(
      dashes(r.option).map(o => `'${o} '${r.value}`),
      r,
    ),
  )
  .join('\n')}
    esac
    return 0
  fi
  take=1
  case $1 in
    ${waiting.flatMap(dashes).join('|')}) hold=$1 take=0 ;;
${linkerRules.map(rule => arm(inOne(rule), rule)).join('\n')}
  esac
}
dropped() { take=0 changed=1; note "the linker flag '$1' is left out: $2"; }`
}

/** Long options may have one dash or two; one letter has one. */
const dashes = (option: string): string[] => (option.length === 1 ? [`-${option}`] : [`-${option}`, `--${option}`])

function arm(patterns: readonly string[], { action, why }: LinkerRule): string {
  const word = `"\${held:+$held }$1"`
  const act = action === 'drop' ? `dropped ${word} ${shellWord(why)}` : `refuse ${refusal(why)}`
  return `      ${patterns.join('|')}) ${act} ;;`
}

const refusal = (why: string): string => `"the linker flag '\${held:+$held }$1' cannot be used: "${shellWord(why)}`

function loop(request: WrapperRequest): string {
  const { zigArch, target, cpu, command } = request
  const native =
    cpu === null
      ? `refuse "$arg would build for this machine's own CPU, and the executable would crash on others: remove it from the project's flags, or name the CPU that all users have with the input 'cpu'"`
      : `note "$arg is left out: the input 'cpu' says "${shellWord(cpu)}; changed=1; continue`
  const isGlibc = target.libc === 'glibc'
  const staticGlibc = `refuse "$arg: a static glibc still loads parts of this machine's glibc when it runs: build for "${shellWord(`${target.arch}-linux-musl`)}" to get a static executable"`
  const arms = [
    `-march=native|-mcpu=native) ${native} ;;`,
    isGlibc ? `-static|--static|-static-pie) ${staticGlibc} ;;` : '',
    '-c) compile=1 links= ;;',
    '-S|-E|-r|-fsyntax-only|-v|--version|-###|-dump*|-print-*|--print-*) links= ;;',
    '-M|-MM) links= depends=1 ;;',
    ...(zigArch === null ? [] : zigArms(zigArch, target, command.includes('c++') ? 'c++' : 'c')),
  ].filter(a => a !== '')
  return `
for arg do
  i=$((i + 1))
${zigArch === null ? '' : operands.replace('__SAME__', sameCpu(zigArch, target))}  case $arg in
    ${arms.join('\n    ')}
  esac
  keep $i
done`
}

const either = (dirs: readonly string[], prefix = ''): string =>
  dirs.flatMap(d => [`${prefix}${d}`, `${prefix}${d}/*`]).join('|')

/** Words after an option that takes one. */
const operands = `  case $next in
    operand) next=; keep $i; continue ;;
    path)
      next=
      case $arg in
        ${either([...hostDirectories.headers, ...hostDirectories.libraries])}) own "$arg" ;;
        *) keep $((i - 1)); keep $i ;;
      esac
      continue ;;
    linker)
      next= held=; linker "$arg"
      case $take in
        1) keep $((i - 1)); keep $i ;;
        2) put -Xlinker; put "$held"; keep $((i - 1)); keep $i ;;
      esac
      continue ;;
    z)
      next= hold=-z; linker "$arg"
      [ "$take" = 0 ] || { keep $((i - 1)); keep $i; }
      continue ;;
    target)
      next= changed=1
      case $arg in __SAME__) continue ;; esac
      refuse "-target $arg: this compiler is for $me" ;;
  esac
`

/** Triples that mean the target's architecture (sh pattern). */
const sameCpu = (zigArch: string, { arch }: Target): string => `${zigArch}-*|${arch}-*`

function zigArms(zigArch: string, target: Target, language: string): string[] {
  const { libc, arch } = target
  const wrongWord: Partial<Record<string, string>> = { x86_64: '-m32|-mx32', x86: '-m64|-mx32' }
  const bits = wrongWord[zigArch]
  const { headers, libraries } = hostDirectories
  return [
    // Where it would only tune: zig takes -mtune for -mcpu, and the executable would need that CPU.
    '-mtune=*) changed=1; continue ;;',
    // The two spellings that zig takes for a CPU and would misread.
    `-march=*|-mcpu=*) cpu_of "\${arg%%=*}" "\${arg#*=}"; [ -z "$cpu" ] || put "-mcpu=$cpu"; changed=1; continue ;;`,
    bits ? `${bits}) refuse "$arg: this compiler is for ${arch}; add a target of the other architecture" ;;` : '',
    libc === 'glibc'
      ? '-shared|--shared|-pie|--pie|-no-pie|-nopie|-fno-pie|-fno-PIE) pie= ;;'
      : '-static-pie) put -pie; continue ;;',
    `--target=*|-target=*) case \${arg#*=} in ${sameCpu(zigArch, target)}) changed=1; continue ;; esac; refuse "$arg: this compiler is for $me" ;;`,
    '-target) next=target; continue ;;',
    // Meson asks who links; zig's own answer is not one that it knows, and the linker is LLD.
    `-Wl,--version) printf 'LLD (compatible with GNU linkers)\\n'; exit 0 ;;`,
    '-fuse-ld=*) changed=1; continue ;;',
    `-Wl,*)
      rest=\${arg#-Wl} piece=
      while [ -n "$rest" ]; do
        rest=\${rest#,} word=\${rest%%,*}
        case $rest in *,*) rest=,\${rest#*,} ;; *) rest= ;; esac
        held=; linker "$word"
        case $take in 1) piece=$piece,$word ;; 2) piece=$piece,$held,$word ;; esac
      done
      if [ "-Wl$piece" = "$arg" ]; then keep $i; elif [ -n "$piece" ]; then put "-Wl$piece"; else changed=1; fi
      continue ;;`,
    '-Xlinker) next=linker; continue ;;',
    '-z) next=z; continue ;;',
    `-Wp,*_FORTIFY_SOURCE*)
      rest=\${arg#-Wp}
      while [ -n "$rest" ]; do
        rest=\${rest#,} word=\${rest%%,*}
        case $rest in *,*) rest=,\${rest#*,} ;; *) rest= ;; esac
        put "$word"
      done
      continue ;;`,
    '-I|-L|-isystem|-idirafter|-iquote) next=path; continue ;;',
    `${either(headers, '-I')}|${either(headers, '-isystem')}|${either(libraries, '-L')}) own "$arg"; continue ;;`,
    `${libraries.flatMap(d => ['a', 'so', 'so.*'].map(e => `${d}/*.${e}`)).join('|')}) refuse "$arg is a library of this machine, not of the target" ;;`,
    '-x) language=1 next=operand ;;',
    '-x?*) language=1 ;;',
    // zig hands stdin of no language to clang as it is, which does not know the floor in the target (Meson asks so).
    `-) [ -n "$language" ] || { put -x; put ${language}; } ;;`,
    '-o|-D|-U|-l|-u|-T|-e|-MF|-MT|-MQ|-include|-imacros|-Xclang|-Xassembler|-Xpreprocessor|-mllvm|-arch)',
    '  next=operand ;;',
    '-M*) depends=1 ;;',
    '-*) ;;',
    '*.c|*.cc|*.cpp|*.cxx|*.c++|*.C) source=1 ;;',
  ]
}

function ending({ command, target, zigArch, globalCache }: WrapperRequest): string {
  const oldFortify = target.floor !== null && compareVersions(target.floor, '2.17') < 0
  const zig = [
    '[ -z "$hold" ] || put "-Wl,$hold"',
    '[ -z "$changed" ] || eval "set -- $list"',
    // As GCC's --enable-default-pie of the distributions: dynamic executables load anywhere, static ones do not. zig
    // compiles for glibc as if it did (-fPIC), and then links to a fixed address.
    target.libc === 'glibc' ? '[ -z "$pie" ] || [ -z "$links" ] || set -- -pie "$@"' : '',
    // zig's object cache takes two sources of one text for the same, whatever they #embed; with -MF it is not asked.
    '[ "$compile$source$depends" != 11 ] || set -- "$@" -MD -MF /dev/null',
    // The checks of old glibc lack some of the functions (__poll_chk is of 2.16).
    oldFortify ? 'set -- "$@" -U_FORTIFY_SOURCE' : '',
    `[ -n "\${ZIG_LOCAL_CACHE_DIR-}" ] || [ -z "\${PB_BUILD_DIR-}" ] || export ZIG_LOCAL_CACHE_DIR="$PB_BUILD_DIR/.zig-cache"`,
    globalCache ? `[ -n "\${ZIG_GLOBAL_CACHE_DIR-}" ] || export ZIG_GLOBAL_CACHE_DIR=${shellWord(globalCache)}` : '',
  ]
  return [
    ...(zigArch === null ? ['[ -z "$changed" ] || eval "set -- $list"'] : zig),
    `[ -z "\${PB_STRIP-}" ] || [ -z "$links" ] || set -- "$@" -s`,
    '# The last map that fits wins: the build directory may be inside of the sources.',
    `[ -z "\${PB_BUILD_DIR-}" ] || set -- "-ffile-prefix-map=$PB_BUILD_DIR=./build" "$@"`,
    `[ -z "\${PB_SOURCE_DIR-}" ] || set -- "-ffile-prefix-map=$PB_SOURCE_DIR=." "$@"`,
    `exec ${command.map(shellWord).join(' ')} "$@"`,
    '',
  ]
    .filter((l, n, all) => l !== '' || n === all.length - 1)
    .join('\n')
}

/** zig's name of the architecture of a target, or null where zig has none. */
export const zigArchOf = (target: Target): string | null => archOf(target).zig?.arch ?? null
