import type { InputRow } from './row.ts'

/** In a container. */
export const containerRows = {
  image: {
    kind: 'text',
    description:
      'Builder image to build in, with its own compilers: `debian:11`, `registry.example/sdk@sha256:…`; `$arch` is the architecture of the target.',
    pattern: '^[a-z0-9$][A-Za-z0-9._:/@$-]*$',
    accepts: 'the name of an image, such as `debian:11` or `registry.example/sdk@sha256:…`',
    aliases: ['container', 'builder-image', 'base-image'],
  },
  dockerfile: {
    kind: 'text',
    description:
      'Dockerfile of the project to build with `docker buildx build`; the executables in the files of its last stage are taken.',
    pattern: '^(?!/)(?!(.*/)?\\.\\.(/|$)).+$',
    accepts: 'a path inside of the project',
    aliases: [],
  },
  'dockerfile-stage': {
    kind: 'text',
    defaultText: 'the last one',
    description: 'Stage of the Dockerfile whose files are looked through.',
    pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]*$',
    accepts: 'the name of a stage',
    aliases: [],
  },
  'build-args': { kind: 'map', description: 'Build arguments of the Dockerfile: `NAME=value`.', aliases: [] },
  limits: {
    kind: 'map',
    defaultText: 'all cores, and per core 4 GiB and 256 processes; 2 h; `network=bridge`',
    description:
      'What a build in a container may take: `cpus=2`, `memory=4g`, `pids=512`, `time=30m`, `network=none` (or `bridge`, `host`).',
    aliases: [],
  },
} as const satisfies Record<string, InputRow>
