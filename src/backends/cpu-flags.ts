import { armFeatures, cpuDialects } from './filters.ts'

/**
 * The part of a compiler wrapper that says CPUs in zig's words: a function `cpu_of` of sh, which sets `cpu` to zig's name for
 * the value ($2) of `-march` or `-mcpu` ($1), or to nothing.
 */
export function cpuFunction(zigArch: string): string {
  const dialect = cpuDialects[zigArch] ?? { baseline: ['generic'], spelling: 'names' as const }
  const lines = [`${dialect.baseline.join('|')}) return 0 ;;`]
  if (dialect.spelling === 'armv8') lines.push(`armv*) spell "\${2%%+*}" "$2"; return 0 ;;`)
  if (dialect.spelling === 'power') lines.push(`power[0-9]*) cpu=pwr\${2#power}; return 0 ;;`)
  const dropsMarch = dialect.dropsMarch
    ? `\n  case $1 in -march) note "$1=$2 is left out: the target ${zigArch} says it"; return 0 ;; esac`
    : ''
  const features = dialect.spelling === 'armv8' ? armFunctions : ''
  return `
underscores() {
  rest=$1 out=
  while :; do
    case $rest in
      *-*) out=\${out}\${rest%%-*}_ rest=\${rest#*-} ;;
      *) out=$out$rest; return 0 ;;
    esac
  done
}${features}
cpu_of() {
  cpu=
  case $2 in
    ${lines.join('\n    ')}
  esac${dropsMarch}
  ${dialect.spelling === 'armv8' ? `underscores "\${2%%+*}"; cpu=$out; features "$2"` : 'underscores "$2"; cpu=$out'}
  note "$1=$2 asks for more than the baseline: the executable needs such a CPU"
}`
}

const armFunctions = `
features() {
  case $1 in *+*) more=\${1#*+} ;; *) return 0 ;; esac
  while [ -n "$more" ]; do
    one=\${more%%+*}
    case $more in *+*) more=\${more#*+} ;; *) more= ;; esac
    sign=+
    case $one in no*) sign=- one=\${one#no} ;; esac
    case $one in
${Object.entries(armFeatures)
  .map(([gnu, llvm]) => `      ${gnu}) one=${llvm} ;;`)
  .join('\n')}
    esac
    underscores "$one"; cpu=$cpu$sign$out
  done
}
spell() {
  level=\${1#armv} level=\${level%-a}
  case $level in
    8) cpu=generic ;;
    9) cpu=generic+v9a ;;
    *.*) cpu=generic+v\${level%%.*}_\${level#*.}a ;;
  esac
  features "$2"
  note "-march=$2 asks for more than the baseline: the executable needs such a CPU"
}`
