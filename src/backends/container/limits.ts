import { BuildError } from '../../errors.ts'
import { nearest } from '../../nearest.ts'

/** What a build in a container may take. */
export interface Limits {
  /** CPUs, also parts of one. */
  readonly cpus: number
  /** Bytes, of memory and swap together: swapping would only hide that there is too little. */
  readonly memory: number
  /** Processes and threads at a time. */
  readonly pids: number
  /** Seconds for all of a job. */
  readonly time: number
  readonly network: Network
}

const networks = ['bridge', 'none', 'host'] as const
/** The engine's own words: a network of its own with a way out, no network, the machine's. */
type Network = (typeof networks)[number]

const gibibyte = 2 ** 30
const units: Readonly<Record<string, number>> = { b: 1, k: 2 ** 10, m: 2 ** 20, g: gibibyte, t: 2 ** 40 }
const spans: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 }

/**
 * What a build may take when nothing is said: all cores, and per core as much memory and as many processes as compilers and
 * linkers are known to need (a linker that optimizes the whole program takes several GiB).
 */
function defaults(cpus: number): Limits {
  return { cpus, memory: 4 * cpus * gibibyte, pids: 512 + 256 * cpus, time: 2 * 3600, network: 'bridge' }
}

interface Reader {
  /** Null: it cannot be. */
  readonly read: (text: string, cpus: number) => Partial<Limits> | null
  readonly accepts: string
}

const readers: Readonly<Record<keyof Limits, Reader>> = {
  // the engine refuses more than the machine has
  cpus: {
    read: (text, all) => some(positive(text), cpus => ({ cpus: Math.min(cpus, all) })),
    accepts: 'a number such as `1.5`',
  },
  // the engine's own least
  memory: {
    read: text => some(scaled(text.replace(/i?b$/i, ''), units, 'b', 6 * 2 ** 20), memory => ({ memory })),
    accepts: 'a size such as `4g`',
  },
  pids: { read: text => some(whole(text, 16), pids => ({ pids })), accepts: 'a number, at least 16' },
  time: {
    read: text => some(scaled(text, spans, 's', 1), time => ({ time })),
    accepts: 'a time such as `90s`, `30m` or `2h`',
  },
  network: {
    read: text => some(networks.find(n => n === text) ?? null, network => ({ network })),
    accepts: networks.map(n => `\`${n}\``).join(', '),
  },
}

/**
 * The `limits` input with its defaults. Pure.
 * @param cpus cores of this machine, which the defaults grow with @throws BuildError `bad-input` that names every wrong line
 */
export function readLimits(given: Readonly<Record<string, string>>, cpus: number): Limits {
  let limits = defaults(cpus)
  const problems: string[] = []
  for (const [name, text] of Object.entries(given)) {
    if (!isLimit(name)) {
      const guess = nearest(name, Object.keys(readers))
      problems.push(`limits: ${JSON.stringify(name)} is no limit${guess ? `; did you mean ${guess}?` : ''}`)
      continue
    }
    const read = readers[name].read(text.trim(), cpus)
    if (read === null) problems.push(`limits: ${name} is ${JSON.stringify(text)}, not ${readers[name].accepts}`)
    else limits = { ...limits, ...read }
  }
  const [first] = problems
  if (first === undefined) return limits
  throw new BuildError('bad-input', problems.length === 1 ? first : `${problems.length} limits cannot be`, {
    hint: `Limits are ${Object.keys(readers).join(', ')}.`,
    lines: problems.length === 1 ? [] : problems,
  })
}

function some<T>(value: T | null, then: (value: T) => Partial<Limits>): Partial<Limits> | null {
  return value === null ? null : then(value)
}

function isLimit(name: string): name is keyof Limits {
  return Object.hasOwn(readers, name)
}

function positive(text: string): number | null {
  const value = /^[0-9]+(\.[0-9]+)?$/.test(text) ? Number(text) : 0
  return value > 0 ? value : null
}

function whole(text: string, least: number): number | null {
  const value = /^[0-9]{1,9}$/.test(text) ? Number(text) : 0
  return value >= least ? value : null
}

function scaled(text: string, scale: Readonly<Record<string, number>>, unit: string, least: number): number | null {
  const [, amount = '', said = ''] = /^([0-9.]+) ?([a-z]?)$/i.exec(text) ?? []
  const factor = scale[said.toLowerCase() || unit]
  const value = positive(amount)
  if (factor === undefined || value === null) return null
  const scaledValue = Math.round(value * factor)
  return scaledValue >= least ? scaledValue : null
}

/** Limits in one line, for plans and messages: `2 CPUs, 8 GiB, 1024 processes, 2 h, network bridge`. Pure. */
export function limitsText({ cpus, memory, pids, time, network }: Limits): string {
  const span = time % 3600 === 0 ? `${time / 3600} h` : time % 60 === 0 ? `${time / 60} min` : `${time} s`
  const cores = cpus === 1 ? '1 CPU' : `${cpus} CPUs`
  return `${cores}, ${bytesText(memory)}, ${pids} processes, ${span}, network ${network}`
}

/** Bytes as people say them: `512 MiB`, `1.5 GiB`. Pure. */
export function bytesText(bytes: number): string {
  const [size, unit] = bytes >= gibibyte ? [bytes / gibibyte, 'GiB'] : [bytes / 2 ** 20, 'MiB']
  return `${Number(size.toFixed(1))} ${unit}`
}
