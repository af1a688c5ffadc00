import type { FindingPage } from './page.ts'

/** Whether the file can be read, is a program, and starts. */
export const integrityPages = {
  unreadable: {
    means: [
      'The bytes could not be had: no permission, a pipe or a device instead of a file, an error of the disk, or a file that changed while it was read. Nothing is known of it, so nothing is promised.',
      'A directory below the one that was named counts too: what lies in it was not judged.',
    ],
    see: ['stat FILE', 'head -c 4 FILE | od -c'],
    fix: {
      anything:
        'Name a regular file that this user may read. Verify after the last step that writes it (strip, sign, copy).',
    },
    example: ['error[unreadable]: the file cannot be read: it is a named pipe (a named pipe)'],
  },
  malformed: {
    means: [
      'Header, segments or dynamic table contradict each other in a way that the kernel or a loader refuses, or that loaders answer differently: a table outside the file, a list without an end, two interpreters, an address that no segment has.',
      'As a warning it is something that the loaders of today tolerate (a tag given twice, a count that is too small); the verdict then follows what the loader does, not what the count says.',
    ],
    see: ['readelf -hlW FILE', 'readelf -dVW FILE', 'eu-elflint --gnu-ld FILE'],
    fix: {
      anything:
        'Compare the sha256 with that of the machine that built it: most such files were cut or changed on their way. Then look at what rewrites the file after the link: old patchelf, binary packers, signing tools.',
    },
  },
  truncated: {
    means: [
      'A table or a segment that the header promises lies behind the end of the file. The kernel may still start it, and it dies when it touches the part that is missing.',
    ],
    see: ['readelf -lW FILE   # Offset + FileSiz of each segment', 'stat -c %s FILE'],
    fix: {
      anything:
        'An upload, a download or a copy stopped early, or the disk was full. Compare size and sha256, then copy it again.',
    },
  },
  limit: {
    means: [
      'The file asks for more than any program does: millions of versions, names without an end, an archive that grows a thousandfold. Reading on would cost memory or time without bound, so it was not read, and what was not read is not verified.',
      'The same is said of a file that was too large to be searched as a whole for what must not be in it.',
    ],
    see: ['readelf -hW FILE', 'readelf -dW FILE | wc -l'],
    fix: {
      anything:
        'Rebuild it. If a real program of yours has this finding, it is a defect of portable-build: please report it with the numbers of the evidence.',
    },
    example: ['error[limit]: too many dynamic entries (100001)'],
  },
  'not-elf': {
    means: [
      'The file does not start with the four bytes of an ELF file. The message says what it looks like: a script, an archive, a program for Windows or macOS, an empty file.',
      'Only files that are named themselves get this finding; in a directory other files are skipped and counted.',
    ],
    see: ['head -c 16 FILE | od -c'],
    fix: {
      anything:
        'Name the executable and not the wrapper script beside it, or the directory, whose ELF files are found.',
      'C and C++':
        'libtool puts a shell script in the place of the program; the program is in `.libs/`, or where `make install` puts it.',
      Python: 'An entry point of pip is a script. What is shipped is what the freezer wrote.',
    },
  },
  'elf-kind': {
    means: ['ELF has object files (`.o`), kernel modules and core dumps too. None of them is started by the kernel.'],
    see: ['readelf -hW FILE | grep Type   # EXEC or DYN is a program or a library, REL an object, CORE a dump'],
    fix: { anything: 'Name what the linker wrote. A `.ko` and a `.o` cannot be verified as programs.' },
  },
  'os-abi': {
    means: [
      'EI_OSABI names another system (FreeBSD, bare ARM). Linux programs have 0 (System V) or 3 (GNU: the file uses IFUNC or unique symbols).',
    ],
    see: ['readelf -hW FILE | grep OS/ABI'],
    fix: {
      'C and C++':
        'Use a compiler for Linux: `arm-none-eabi-gcc` writes programs without a system, `arm-linux-gnueabihf-gcc` those for Linux.',
      anything: 'Check the triple of the compiler.',
    },
  },
  mode: {
    means: [
      'No execute bit is set, so the kernel refuses to start it, whoever asks. CI artifacts, zip files made on Windows and HTTP downloads lose the bit.',
    ],
    see: ['ls -l FILE'],
    fix: { anything: '`chmod +x`. Ship it in a tar archive: it keeps the bit. `actions/upload-artifact` does not.' },
  },
  upx: {
    means: [
      'UPX replaces a program by a small one that unpacks the rest into memory. What is inside (floor, libraries, interpreter) cannot be read without running it, so nothing can be promised of it. Packed programs also fail where memory cannot be both written and run, and virus scanners dislike them.',
    ],
    see: ['upx -l FILE', 'strings FILE | grep UPX!'],
    fix: {
      anything: 'Verify before packing and ship it unpacked; compressing the download (`tar.zst`) saves as much.',
      Go: '`-ldflags="-s -w"` saves a third without UPX.',
      Rust: '`strip = true`, `lto = true`, `opt-level = "z"` in the release profile.',
    },
    example: ['error[upx]: UPX packed the program, so its content is hidden (UPX!)'],
  },
  smoke: {
    means: [
      'The file was started and did not do what a program does when it is asked for its version: the kernel or the loader refused it, it died of a signal, or it said that something is missing. What reads well may still not run: some defects of linking are only seen here.',
      'In brackets stands where it was started: here, by qemu-user on the oldest CPU of its architecture, or with the C library of an old system (`glibc 2.31 (Debian 11)`), where the loader itself has the last word about the floor.',
      'As an information it says that the file was not started here, or not at its floor, and why.',
    ],
    see: [
      './FILE --version; echo $?',
      'qemu-aarch64 -cpu cortex-a53 ./FILE --version',
      'docker run --rm --network none -v "$PWD/FILE:/app:ro" debian:11-slim /app --version',
    ],
    fix: {
      anything:
        'The evidence has the first line that it printed. If `--version` and `--help` are no arguments of it, say with `smoke-command` how to start it; `smoke: off` starts nothing.',
      Go: 'CGO_ENABLED=1 with `osusergo,netgo` and an external static link can leave a file that looks static and dies of SIGTRAP: use CGO_ENABLED=0, or a musl target.',
    },
    example: [
      "error[smoke]: the program did not start (glibc 2.31 (Debian 11)) (libc.so.6: version `GLIBC_2.34' not found)",
    ],
  },
} as const satisfies Record<string, FindingPage>
