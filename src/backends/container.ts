import { createHash } from 'node:crypto'
import { runsPrograms } from '../arch/kin.ts'
import { archs } from '../arch.ts'
import type { Machine } from '../machine.ts'
import { archOf } from '../target.ts'
import type { Backend, Kit, Offer, Request } from './backend.ts'
import { builderImage, fillImage } from './container/images.ts'
import { notRegistered } from './container/platform.ts'
import type { ContainerSpec } from './container/spec.ts'
import { wrappers } from './native.ts'

/**
 * Builds inside a builder image: with the image's own compilers, for the image's own platform. It is chosen when an image
 * or a Dockerfile is asked for, or when no other backend can; under QEMU only when nothing runs the platform natively.
 */
export const container: Backend = {
  name: 'container',
  oneTarget: true,

  offer(request, machine): Offer {
    const { target, container: asked } = request
    if (asked.dockerfile !== null) return dockerfileOffer(request, machine)
    const image = imageOf(request)
    if (image === null) return no('no builder image is known for it: name one with `image`')
    if (asked.image === null && !machine.tools['docker'] && !machine.tools['podman']) {
      return no(`there is no docker or podman to build in ${image}`)
    }
    const platform = platformOf(request, machine)
    if (platform === null) return no(`container engines have no name for ${target.arch}`)
    const why = asked.image === null ? `no other backend can: builds in ${image}` : `builds in ${image}`
    if (isNative(request, machine)) return { can: true, reason: `${why} (${platform}, which this machine runs itself)` }
    if (machine.emulators[target.arch] !== 'binfmt')
      return no(`${image} is for ${platform} here, and ${notRegistered(target.arch, platform)}`)
    return { can: true, reason: `${why} (${platform}): ${slow(request)}` }
  },

  kit(requests, machine): Kit {
    const [request] = requests
    if (!request || requests.length > 1) throw new Error('a container is for one target')
    // Programs by name: their places are the image's, not this machine's.
    const set = wrappers(request, { ...machine, tools: {} })
    const needsC = request.needsC || request.language !== 'go'
    const spec = request.container.dockerfile === null ? specOf(request, machine) : null
    return {
      backend: 'container',
      toolchains: [],
      files: needsC && spec ? set.files : [],
      compilers: needsC && spec ? { [request.target.name]: set.compilers } : {},
      env: {},
      path: [],
      identity: createHash('sha256')
        .update(JSON.stringify(['container', spec?.image, spec?.platform, set.hash]))
        .digest('hex'),
      ...(spec && { container: spec }),
    }
  },
}

const no = (reason: string): Offer => ({ can: false, reason })

function imageOf({ target, language, container: { image } }: Request): string | null {
  return image === null ? builderImage(target, language) : fillImage(image, target)
}

/** Go without C builds for every architecture, so its image is the one that runs here. */
function isNative({ target, language, needsC }: Request, machine: Machine): boolean {
  return runsPrograms(machine.arch, target.arch) || (language === 'go' && !needsC)
}

function platformOf(request: Request, machine: Machine): string | null {
  const { target, language, needsC } = request
  return language === 'go' && !needsC ? archs[machine.arch].docker : archOf(target).docker
}

/** Seen with QEMU 11: rustc took 13 times as long, cc1 of GCC 19 times; QEMU 7 without QEMU_CPU five times more. */
const slow = ({ target }: Request): string =>
  `under QEMU, because nothing here builds for ${target.arch} otherwise; expect it to take 10 to 20 times as long as natively (a runner of its own would do: \`runner\`)`

function specOf(request: Request, machine: Machine): ContainerSpec {
  const image = imageOf(request)
  const platform = platformOf(request, machine)
  if (image === null || platform === null) throw new Error(`no image for ${request.target.name}`)
  const { qemu } = archOf(request.target)
  return {
    image,
    platform,
    emulatedCpu: isNative(request, machine) ? null : (request.cpu ?? qemu.baseline),
    limits: request.container.limits,
  }
}

function dockerfileOffer({ target, container: { dockerfile } }: Request, machine: Machine): Offer {
  const { docker: platform } = archOf(target)
  if (platform === null) return no(`container engines have no name for ${target.arch}`)
  const what = `\`docker buildx build\` of ${dockerfile} for ${platform}`
  if (runsPrograms(machine.arch, target.arch)) return { can: true, reason: what }
  const emulated = machine.emulators[target.arch] === 'binfmt'
  const rest = emulated
    ? 'under QEMU (10 to 20 times as slow)'
    : `not at all, because ${notRegistered(target.arch, platform)}`
  return { can: true, reason: `${what}: stages that are not \`FROM --platform=$BUILDPLATFORM\` run ${rest}` }
}
