import type { FindingPage } from './page.ts'

/** What is packed inside the file or follows it. */
export const payloadPages = {
  'payload-unreadable': {
    means: [
      "The file says that it carries others (Nuitka, PyInstaller, an AppImage, an archive, a package), but they cannot be unpacked: cut off, damaged, or in a form that this Node cannot read. What starts from it at the user's is exactly what could not be judged.",
    ],
    see: ['tail -c 4096 FILE | xxd | tail', 'pyi-archive_viewer FILE'],
    fix: {
      anything:
        'Build it again, and verify before anything signs, strips or appends to it: those cut the trailer that the payload is found by.',
      Python: 'zstd needs Node 22.15. `strip` on a PyInstaller or Nuitka file removes its payload.',
    },
    example: ['error[payload-unreadable]: what is packed ends before it is complete (65536+4096 of 67584 bytes)'],
  },
  'payload-path': {
    means: [
      'The name of a packed file is absolute, has `..` in it or a NUL, or is a link out of the directory: whoever unpacks it writes somewhere else ("zip slip"). No tool writes that by accident.',
    ],
    see: ['tar -tvf FILE', 'unzip -l FILE'],
    fix: {
      anything: 'Do not unpack it. Make the archive with names relative to its own top (`tar -C dir -cf x.tar .`).',
    },
    example: ['error[payload-path]: a packed file would be unpacked outside of its directory (../../etc/cron.d/x)'],
  },
  'payload-member': {
    means: [
      'A file that is packed inside has an error of its own, shown below it. The whole runs only where all of it does: one library with `GLIBC_2.35` inside makes a program with a floor of 2.17 fail at its first import.',
    ],
    see: ['portable-build verify FILE --json   # payload[]'],
    fix: {
      Python:
        'Wheels of the dependencies decide: `pip download --platform manylinux2014_x86_64 --only-binary :all:` takes those with a low floor; leave out the system libraries that the freezer copied in (libgcc_s, libstdc++, libz).',
      anything: 'Fix or replace the member that the message names, and pack again.',
    },
    example: ['error[payload-member]: 1 of 3 packed files are not as demanded (server.bin/libgcc_s.so.1)'],
  },
  'payload-unknown': {
    means: [
      'Something is appended or embedded that is recognized but not opened (an installer script, a Node or Deno program, a zip application), so what it holds was not judged. `forbid: payload-unknown` makes it an error.',
    ],
    see: ['strings -n 12 FILE | tail', 'binwalk FILE'],
    fix: { anything: 'Verify the parts before they are packed.' },
    example: [
      'warning[payload-unknown]: the file is a Node.js single executable application, which is not opened (NODE_SEA)',
    ],
  },
  'payload-floor': {
    means: [
      'A packed file needs a newer libc than the outer program. The floor that is reported for the whole is the greater one.',
    ],
    see: ['portable-build verify FILE --json   # payload[].floor'],
    fix: {
      Python: 'Take a wheel for an older manylinux, or build that dependency from source with a floor.',
      anything: 'Build that part for the floor of the whole.',
    },
    example: ['info[payload-floor]: server.bin/_ssl.so needs glibc 2.28, the file itself 2.17 (fcntl64)'],
  },
  'trailing-data': {
    means: [
      'Bytes follow the last thing that the ELF tables describe. A payload, a signature, or what an unfinished write left. The program runs; what the bytes are was not recognized.',
    ],
    see: ['readelf -hlSW FILE   # the greatest end', 'stat -c %s FILE', 'tail -c 256 FILE | xxd'],
    fix: {
      anything:
        'If it is not there on purpose: `objcopy FILE FILE.new` writes the program without it. Verify after the last step that appends.',
    },
    example: ['info[trailing-data]: 4096 bytes follow the end of the program (0x1f400)'],
  },
} as const satisfies Record<string, FindingPage>
