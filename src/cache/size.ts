const units: Readonly<Record<string, number>> = {
  '': 1,
  ...{ b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9, t: 1e12, tb: 1e12 },
  ...{ kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30, tib: 2 ** 40 },
}

/** Bytes from `500MB`, `2 GiB` or `1.5g`; null for what is no size. Pure. */
export function parseSize(text: string): number | null {
  const [, number = '', unit = ''] = /^\s*([0-9]+(?:\.[0-9]+)?)\s*([A-Za-z]*)\s*$/.exec(text) ?? []
  const factor = units[unit.toLowerCase()]
  return number === '' || factor === undefined ? null : Math.round(Number(number) * factor)
}
