import { dirname, join } from 'node:path'
import type { Tree } from '../../project.ts'
import type { Directive } from './packages.ts'

/** What well-known generators write, from their command line; relative to the directive's directory. */
const generators: readonly { readonly tool: RegExp; outputs(args: string): string[] }[] = [
  // cilium/ebpf cmd/bpf2go: `bpf2go [flags] Name source.c` writes name_bpfel.go, or name_<arch>_bpfel.go with -target
  {
    tool: /\bbpf2go\b/,
    outputs: args => {
      const named = /(?:^|\s)([A-Za-z]\w*)\s+\S+\.c(?:\s|$)/.exec(args)?.[1]
      return named === undefined ? [] : [`${named.toLowerCase()}_*bpfel*.go`]
    },
  },
  // golang.org/x/tools/cmd/stringer: -output, else <type>_string.go
  {
    tool: /\bstringer\b/,
    outputs: args => {
      const type = /-type[= ](\w+)/.exec(args)?.[1]
      return type === undefined ? [] : [/-output[= ](\S+)/.exec(args)?.[1] ?? `${type.toLowerCase()}_string.go`]
    },
  },
  // go.uber.org/mock and golang/mock: -destination
  { tool: /\bmockgen\b/, outputs: args => [/-destination[= ](\S+)/.exec(args)?.[1] ?? []].flat() },
]

/**
 * The directives whose output is evidently not there: a checkout that cannot be built before `go generate` ran.
 * Only generators whose output is known from their arguments count; to run the others unasked would be a guess.
 */
export function missingOutputs(tree: Tree, directives: readonly Directive[]): readonly Directive[] {
  return directives.filter(directive => {
    const generator = generators.find(g => g.tool.test(directive.command))
    const outputs = generator?.outputs(directive.command) ?? []
    return outputs.some(name => !exists(tree, join(dirname(directive.file), name)))
  })
}

function exists(tree: Tree, path: string): boolean {
  if (!path.includes('*')) return tree.files.includes(path)
  const escaped = path.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(`^${escaped.join('[^/]*')}$`)
  return tree.files.some(file => pattern.test(file))
}
