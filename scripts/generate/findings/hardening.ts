import type { FindingPage } from './page.ts'

/** How the kernel and the loader map the file. */
export const hardeningPages = {
  'exec-stack': {
    means: [
      'The stack can be executed: PT_GNU_STACK asks for it, or is missing, which several architectures take for a yes. Every overflow of a buffer on it becomes a way to run code, SELinux ends the program, and glibc since 2.41 refuses to load such a library by `dlopen`.',
      "On MIPS it is a warning: the platform's own tools still ask for it.",
    ],
    see: ['readelf -lW FILE | grep GNU_STACK   # RWE, or no line at all'],
    fix: {
      'C and C++':
        'One assembler file without a note makes the whole program so: add `.section .note.GNU-stack,"",%progbits` to it, or link with `-Wl,-z,noexecstack`. Nested functions of GCC whose address is taken need it: remove them.',
      Rust: 'Mostly a C or assembler file of a `-sys` crate: `-C link-arg=-Wl,-z,noexecstack`.',
      Go: 'With cgo as for C.',
      anything: 'Find it: `for o in *.o; do readelf -SW $o | grep -q GNU-stack || echo $o; done`.',
    },
  },
  'rwx-segment': {
    means: [
      'A segment can be written and executed at once. An attacker who can write there has won; SELinux and some kernels refuse the file.',
    ],
    see: ['readelf -lW FILE | grep "LOAD.*RWE"'],
    fix: {
      'C and C++':
        'Remove `-N`/`--omagic` and linker scripts that put code and data together. New binutils warn: "has a LOAD segment with RWX permissions".',
      anything: 'Packers and protectors write such files too.',
    },
  },
  textrel: {
    means: [
      'Code is changed while it is loaded, because it holds absolute addresses (DT_TEXTREL). glibc makes the code writable for that; musl refuses the file, and so do SELinux and Android. It is an error where musl is needed. Pages that are changed are no longer shared between processes.',
    ],
    see: ['readelf -dW FILE | grep TEXTREL', 'eu-findtextrel FILE'],
    fix: {
      'C and C++':
        'Compile everything with `-fPIC` (or `-fPIE`), also the static libraries that go in. i686 assembler is the usual culprit: `-DOPENSSL_NO_ASM`, `--disable-asm`. The linker names the object with `-Wl,-z,text`.',
      Rust: '`relocation-model` must not be `static` for a PIE.',
    },
  },
  relro: {
    means: [
      'The loader\'s tables (GOT, `.init_array`) stay writable after the start: the usual target of an exploit that can write somewhere. PT_GNU_RELRO makes them read-only; together with bind-now all of them ("full RELRO"). checksec counts BIND_NOW without PT_GNU_RELRO as full; it is none.',
    ],
    see: ['readelf -lW FILE | grep GNU_RELRO', 'readelf -dW FILE | grep -E "BIND_NOW|FLAGS"'],
    fix: {
      'C and C++':
        '`-Wl,-z,relro,-z,now`. It is the default of most distributions, not of upstream binutils on every architecture.',
      Rust: 'Default; not with `-Z relro-level=off`.',
      Go: 'With an external link: `-ldflags=-extldflags=-Wl,-z,relro,-z,now`.',
    },
  },
  'bind-now': {
    means: [
      'Functions are bound when they are first called, so the table of their addresses must stay writable. A program that is bound at the start also fails at the start when a function is missing, not in the middle of its work.',
    ],
    see: ['readelf -dW FILE | grep -E "BIND_NOW|FLAGS_1.*NOW"'],
    fix: {
      'C and C++': '`-Wl,-z,now`.',
      Rust: 'Default on Linux (full RELRO).',
      Go: '`-ldflags=-bindnow` (Go 1.23), or by `-extldflags`.',
    },
  },
  'no-pie': {
    means: [
      'The program loads at the same address every time, so addresses in it need not be guessed. It is an information for static files: a Go program is one, and gains little from it.',
    ],
    see: ['readelf -hW FILE | grep Type   # EXEC', 'readelf -dW FILE | grep PIE'],
    fix: {
      'C and C++': 'What the zig backend does for glibc; else `-fPIE -pie`. Static: `-fPIE -static-pie`.',
      Rust: 'Default; `relocation-model=static` turns it off.',
      Go: '`-buildmode=pie` gives a file with a loader (see interp-without-needed): only with cgo or on purpose.',
    },
  },
} as const satisfies Record<string, FindingPage>
