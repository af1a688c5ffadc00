import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packagesInto } from '../support/debian.ts'
import { prepared } from '../support/prepared.ts'

/** A system of 2021 with a shell, a Python for Ansible's modules, and the UTF-8 locale that Debian has. */
const packages = [
  ...['libc6', 'libgcc-s1', 'libc-bin', 'dash', 'coreutils', 'libselinux1', 'libpcre2-8-0', 'libacl1', 'libattr1'],
  ...['libgmp10', 'libcrypt1', 'python3.9-minimal', 'libpython3.9-minimal', 'libpython3.9-stdlib', 'python3-minimal'],
  ...['libexpat1', 'zlib1g', 'libssl1.1', 'libffi7', 'libbz2-1.0', 'liblzma5', 'libsqlite3-0', 'libmpdec3', 'libuuid1'],
  ...['libncursesw6', 'libtinfo6', 'libreadline8', 'libnsl2', 'libtirpc3'],
]

/** Debian 11 (glibc 2.31) as a directory to change the root to; nothing of this machine is in it. */
function oldRoot(): Promise<string> {
  return prepared('root-debian-11', async dir => {
    await packagesInto(dir, packages)
    for (const path of ['tmp', 'proc', 'dev/shm', 'root', 'etc']) mkdirSync(join(dir, path), { recursive: true })
    writeFileSync(join(dir, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n')
    writeFileSync(join(dir, 'etc/group'), 'root:x:0:\n')
  })
}

/** How a program is started there. */
export interface OldStart {
  /** Names of more files to take along, by their names there (below /work). */
  readonly files?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** Options of the file system that /tmp is. */
  readonly tmp?: string
}

/** How it ended. */
export interface OldOutcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts a program as `/work/<name>` on Debian 11, with an environment of its own. */
export async function startOnOld(
  program: string,
  name: string,
  args: readonly string[],
  { files = {}, env = {}, tmp = 'mode=1777' }: OldStart = {},
): Promise<OldOutcome> {
  const mount = mkdtempSync(join(tmpdir(), 'pb-old-'))
  const upper = mkdtempSync(join(tmpdir(), 'pb-work-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(upper, path, '..'), { recursive: true })
      writeFileSync(join(upper, path), text)
    }
    const lines = [
      'root=$1 mount=$2 work=$3 program=$4 name=$5 tmp=$6; shift 6',
      'mount --bind "$root" "$mount"',
      'mount -t proc proc "$mount/proc"',
      'mount -t tmpfs -o "$tmp" tmpfs "$mount/tmp"',
      'mount -t tmpfs tmpfs "$mount/dev"',
      'mkdir "$mount/dev/shm"; mount -t tmpfs -o mode=1777 tmpfs "$mount/dev/shm"',
      'for node in null zero urandom random tty; do cp -a "/dev/$node" "$mount/dev/"; done',
      'ln -s /proc/self/fd "$mount/dev/fd"',
      'mount -t tmpfs tmpfs "$mount/root"',
      'mkdir "$mount/root/work"; cp -R "$work/." "$mount/root/work/"; cp "$program" "$mount/root/work/$name"',
      'exec chroot "$mount" /bin/sh -c \'cd /root/work && exec "$@"\' sh "$@"',
    ]
    const variables = { PATH: '/usr/bin:/bin', HOME: '/root', LC_ALL: 'C.UTF-8', ...env }
    const command = ['env', '-i', ...Object.entries(variables).map(([k, v]) => `${k}=${v}`), `./${name}`, ...args]
    const done = spawnSync(
      'unshare',
      [
        '--mount',
        'sh',
        '-eu',
        '-c',
        lines.join('\n'),
        'sh',
        await oldRoot(),
        mount,
        upper,
        program,
        name,
        tmp,
        ...command,
      ],
      { encoding: 'utf8', timeout: 300_000, input: '' },
    )
    return { code: done.status, stdout: done.stdout, stderr: done.stderr }
  } finally {
    rmSync(mount, { recursive: true, force: true })
    rmSync(upper, { recursive: true, force: true })
  }
}
