import { resolve } from 'node:path'
import { packagedSystems } from '../../toolchains/systems.ts'
import { archOf, type Start } from '../decide.ts'
import type { SmokeRequest } from '../smoke.ts'
import { decideFloor } from './decide.ts'
import { imageSystems } from './images.ts'

/** What a file says of data that it carries behind its own segments. */
const packedFindings: readonly string[] = ['payload-unknown', 'payload-unreadable', 'trailing-data', 'upx']

/**
 * Starts a file with the C library of an old system, the nearest to its floor that can be had.
 * @param tryStart starts it once; returns why that does not count, or null
 * @returns why it was not started although it should have been, or null
 * @throws BuildError `interrupted`
 */
export async function startAtFloor(
  request: SmokeRequest,
  hasLoader: boolean,
  tryStart: (start: Start) => Promise<string | null>,
): Promise<string | null> {
  const { file, floor, machine, cpu } = request
  const arch = archOf(file)
  if (floor === null || floor.setting === 'off' || arch === null || !file.linkage.startsWith('dynamic-')) return null
  const packed = file.payload.length > 0 || file.findings.some(f => packedFindings.includes(f.id))
  const subject = { ...file, glibc: file.floor.glibc, promised: floor.promised, cpu, packed, hasLoader }
  const engine = await floor.floors.engine()
  const means = { machine, engine, images: imageSystems, systems: packagedSystems }
  const decision = decideFloor(subject, floor.setting, means)
  const why = [...decision.why]
  for (const place of decision.places) {
    const start = await floor.floors.prepare(place, { arch, path: resolve(request.path), mirror: floor.mirror })
    const unfit = 'why' in start ? `${place.where}: ${start.why}` : await tryStart(start)
    if (unfit === null) return null
    why.push(unfit)
  }
  if (why.length === 0) return null
  return `${decision.floor === null ? '' : `glibc ${decision.floor}: `}${why.join('; ')}`
}
