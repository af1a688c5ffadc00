import { BuildError } from '../../errors.ts'
import type { Outcome } from '../../exec.ts'
import { engineFailure } from './failures.ts'

/** A base image that BuildKit took although it is for another platform: only a warning of its. Source: docs.docker.com, build checks. */
const wrongPlatform =
  /InvalidBaseImagePlatform: Base image (\S+) was pulled with platform "([^"]+)", expected "([^"]+)"/

/**
 * What a `docker buildx build` that ended means, where it is not the Dockerfile's own failure; null: what the exit status
 * says is right. Also one that went well can have built for the wrong platform. Pure.
 * @param said what it wrote, as far as it is known
 */
export function buildFailure(
  said: string,
  { code }: Pick<Outcome, 'code'>,
  act: { readonly engine: 'docker' | 'podman'; readonly dockerfile: string; readonly platform: string },
): BuildError | null {
  const [, base, was = '', expected = ''] = wrongPlatform.exec(said) ?? []
  if (base !== undefined) {
    return new BuildError('image-unfit', `${base} is here for ${was}, and the build for ${expected} took it`, {
      hint: `An image of that name is kept for another platform: \`docker pull --platform ${expected} ${base}\` gets the right one, a digest in \`FROM\` always names it.`,
    })
  }
  if (code === 0) return null
  // what a RUN says has the number of its step and a time before it: only the last words are BuildKit's own
  const last = said
    .trimEnd()
    .split('\n')
    .findLast(line => /^(ERROR|Error|error):? /.test(line))
  if (last === undefined)
    return /buildx.*not a docker command|unknown command: docker buildx|unknown flag/i.test(said) ? noBuildx : null
  if (/did not complete successfully|dockerfile parse error|failed to compute cache key/i.test(last)) return null
  const [, image = `an image of ${act.dockerfile}`] = /failed to resolve source metadata for (\S+): /.exec(last) ?? []
  return engineFailure(last, { engine: act.engine, image, platform: act.platform })
}

const noBuildx = new BuildError('engine-missing', 'docker is here without its plugin buildx', {
  hint: 'Install docker-buildx-plugin (Debian: docker-buildx), or on GitHub use docker/setup-buildx-action.',
})
