import type { FindingPage } from './page.ts'

/** Which machines, loaders and CPUs the file is for. */
export const platformPages = {
  'arch-unknown': {
    means: [
      'Machine, class and byte order are no row of the architecture table, so the right loader, flags and page size are not known. x32 (64-bit instructions, 32-bit class) is refused as well: the kernels of most distributions do not start it.',
    ],
    see: ['readelf -hW FILE'],
    fix: {
      anything: 'docs/targets.md lists what can be judged; docs/adding-an-architecture.md says what a new row needs.',
      'C and C++': 'x32 comes from `-mx32` or the triple `x86_64-linux-gnux32`.',
    },
  },
  'arch-mismatch': {
    means: [
      'The file is for another machine than its target. Mostly a build ignored the compiler that it was given and compiled for its host, or an executable was copied into the wrong directory.',
    ],
    see: ['readelf -hW FILE | grep -E "Class|Machine|Flags"'],
    fix: {
      'C and C++':
        'A Makefile that says `CC = gcc` ignores the environment: pass `make CC="$CC"`, or change it to `CC ?= cc`.',
      Rust: 'Take it from `target/<triple>/release`, not from `target/release`.',
      Go: 'GOOS and GOARCH must be set for the `go build` itself, not for the script before it.',
    },
  },
  'abi-flags': {
    means: [
      'Class and machine fit, `e_flags` do not: float ABI, endianness of the ABI or instruction set differ. Loaders refuse to mix them, and where they do not, arguments arrive in the wrong registers.',
    ],
    see: ['readelf -hW FILE | grep Flags', 'readelf -AW FILE'],
    fix: {
      'C and C++':
        'ARM: `-mfloat-abi=hard` with a `gnueabihf` triple, soft with `gnueabi`. RISC-V: `-mabi=lp64d`. MIPS: no `-mnan=2008`. POWER: `-mabi=elfv2`.',
      Rust: '`armv7-unknown-linux-gnueabihf` is hard float, `armv5te-unknown-linux-gnueabi` soft.',
      anything: 'A file linked from objects of two ABIs must be rebuilt as a whole.',
    },
  },
  'linkage-mismatch': {
    means: [
      'How the file is linked is not what was demanded. Read from the bytes (PT_INTERP, DT_NEEDED, DF_1_PIE) and never from the flags of the build: `zig cc -static` for a gnu target exits with 0 and writes a dynamic file, "musl builds" came out dynamic in released projects, and `ldd` says "statically linked" and "not a dynamic executable" of the same kind of file.',
      'A static file passes a glibc target only if it is a Go program without cgo: that uses no C library at all.',
    ],
    see: ['readelf -lW FILE | grep -E "INTERP|DYNAMIC"', 'readelf -dW FILE | grep -E "NEEDED|FLAGS_1"'],
    fix: {
      'C and C++': 'Static: a musl target (`x86_64-linux-musl`). Dynamic: a gnu target with a floor.',
      Rust: 'Static: a `-musl` triple. `-C target-feature=+crt-static` on a gnu triple links glibc statically, with its hazards (see static-glibc).',
      Go: 'CGO_ENABLED=0, or a musl target when C is needed.',
      Python: 'An extension module or a frozen program is dynamic by nature: `policy: glibc` with a floor.',
    },
  },
  interpreter: {
    means: [
      'PT_INTERP names the loader that the kernel starts in the place of the program. It must be exactly the one of the architecture and libc: where that path does not exist, the shell says "No such file or directory" of a file that is there.',
      'Paths of Nix, Guix, Conda and Homebrew exist only where those are installed. Libraries without any loader are the same finding: the kernel would start a program whose libraries nobody loads. `/lib64/ld.so.1` on LoongArch is its incompatible old world.',
    ],
    see: ['readelf -lW FILE | grep -A1 INTERP', 'readelf -dW FILE | grep NEEDED'],
    fix: {
      'C and C++':
        'Link without `-Wl,--dynamic-linker`. From a Nix shell: `patchelf --set-interpreter /lib64/ld-linux-x86-64.so.2 --remove-rpath FILE`, and verify the floor again.',
      Rust: 'The same, when the linker is that of Nix; or a musl target, which needs no loader.',
      Go: '`-linkmode=internal`, or CGO_ENABLED=0.',
    },
  },
  'interp-without-needed': {
    means: [
      'A loader is named, but no library: the program uses no libc and still does not start where glibc is missing (Alpine, `FROM scratch`, NixOS). `go build -buildmode=pie` with CGO_ENABLED=0 does this.',
      'It is an error where a static file was demanded.',
    ],
    see: ['readelf -lW FILE | grep -A1 INTERP', 'readelf -dW FILE | grep -c NEEDED'],
    fix: {
      Go: 'Build without `-buildmode=pie`: a static Go program has no C code to protect by it. Or `-ldflags="-linkmode=external -extldflags=-static-pie"` with a musl compiler.',
      'C and C++': '`-static-pie` instead of `-pie -nostdlib`.',
    },
  },
  'page-size': {
    means: [
      'Segments are aligned to less than the pages of some kernels. Such a kernel cannot map them with their own protection and refuses the file: "ELF load command address/offset not page-aligned". aarch64 has kernels of 4, 16 and 64 KiB (Asahi, RHEL 8 and clouds), ppc64le of 64 KiB, LoongArch of 16 KiB.',
      'An allocator that was built for 4 KiB pages is not seen here; it says "Unsupported system page size" at the start.',
    ],
    see: ['readelf -lW FILE | grep LOAD   # the last column'],
    fix: {
      'C and C++': '`-Wl,-z,max-page-size=0x10000`.',
      Rust: '`-C link-arg=-Wl,-z,max-page-size=0x10000`; jemalloc: `JEMALLOC_SYS_WITH_LG_PAGE=16`.',
      Go: 'Go aligns to 64 KiB by itself; with cgo as for C, by `-extldflags`.',
      anything: 'Wheels and prebuilt objects: rebuild, the alignment cannot be changed afterwards.',
    },
  },
  'isa-baseline': {
    means: [
      "The file itself says that it needs a newer CPU than users are sure to have: the x86-64 level in its GNU property (glibc since 2.33 refuses to load it), Go's build settings, the ARM or RISC-V attributes, the instruction set in the flags of MIPS; or it was started on a baseline CPU and died of an illegal instruction.",
      'The opposite cannot be proven from bytes: a program may choose AVX at run time, and one built with `-march=native` need not say so. Starting it on a baseline CPU (`smoke`) shows what the start shows.',
    ],
    see: [
      'readelf -nW FILE | grep "x86 ISA needed"',
      'readelf -AW FILE',
      'go version -m FILE | grep GOAMD64',
      'qemu-x86_64 -cpu qemu64 ./FILE --version',
    ],
    fix: {
      'C and C++':
        'No `-march=native`; `-march=x86-64` (v1), `-march=armv7-a`. Look for it in the flags of dependencies too.',
      Rust: 'No `target-cpu=native` in RUSTFLAGS or `.cargo/config.toml`; `-C target-cpu=x86-64`.',
      Go: 'GOAMD64=v1, GOARM=6, GOPPC64=power8, GORISCV64=rva20u64.',
      anything: 'Where users do have that CPU, promise it: `cpu: x86_64_v3`.',
    },
  },
  'kernel-floor': {
    means: [
      "The file needs a newer Linux than the policy promises: glibc's start files carry the oldest kernel in a note, and each Go release has one. Other files say nothing, and then nothing is known.",
    ],
    see: ['readelf -nW FILE | grep -A1 ABI_TAG', 'go version FILE'],
    fix: {
      Go: 'Go 1.24 needs Linux 3.2, Go 1.18 needs 2.6.32.',
      'C and C++': 'Link with the glibc of an older system, or for musl.',
      anything: 'Promise a newer kernel with `kernel: 3.10`.',
    },
  },
} as const satisfies Record<string, FindingPage>
