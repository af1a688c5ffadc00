import type { FindingPage } from './page.ts'

/** What the file needs of the C library and of others. */
export const librariesPages = {
  'needed-not-allowed': {
    means: [
      'DT_NEEDED names a shared library that not every system of the target has. Where it is missing the loader ends the start: "error while loading shared libraries". That it is there on the machine that built it, and on the developer\'s, proves nothing.',
      "Allowed are the parts of the C library itself and what `allow-libraries` names. glibc's and musl's libraries in one file are never right.",
    ],
    see: ['readelf -dW FILE | grep NEEDED'],
    fix: {
      'C and C++':
        'Link the `.a`: `-l:libz.a`, `-static-libstdc++ -static-libgcc`, CMake: `-DZLIB_USE_STATIC_LIBS=ON`.',
      Rust: 'The `vendored`, `bundled` or `static` feature of the `-sys` crate (`openssl = { features = ["vendored"] }`), or one in pure Rust (rustls).',
      Go: 'CGO_ENABLED=0, or static libraries by `#cgo LDFLAGS`.',
      Python: 'auditwheel repair puts the library into the wheel; a frozen program has it in its payload.',
      anything:
        '`allow-libraries: libz.so.1` where it is a documented requirement; `policy: any` allows all and lists them.',
    },
  },
  'needed-path': {
    means: [
      'A needed library is named with a slash. The loader then takes exactly that path and never searches: on another machine the file is not there.',
    ],
    see: ['readelf -dW FILE | grep NEEDED'],
    fix: {
      'C and C++':
        'The library was linked by its path and has no soname. Link with `-L… -l…`, build the library with `-Wl,-soname,libx.so.1`, or `patchelf --replace-needed`.',
      anything: 'CMake: `set_target_properties(x PROPERTIES IMPORTED_NO_SONAME ON)` links it by name.',
    },
  },
  'needed-duplicate': {
    means: [
      'The same library is listed twice. The loader loads it once; it only shows that link flags were given twice.',
    ],
    see: ['readelf -dW FILE | grep NEEDED | sort | uniq -d'],
    fix: { anything: 'Nothing has to be done.' },
  },
  'floor-glibc': {
    means: [
      'The file needs versions of glibc\'s symbols that the promised release does not have: the loader there says "version `GLIBC_2.34\' not found" and ends. The greatest version counts that is not marked as weak, from every library of glibc; the evidence names the symbols, the message the distributions.',
      'A version rises with the system that the file was linked on, not with what the source uses: `__libc_start_main@GLIBC_2.34` is in every program linked on a system with 2.34 or newer. Symbols marked weak in the program still raise it.',
    ],
    see: [
      'readelf -VW FILE | grep -o "Name: GLIBC_[0-9.]*" | sort -Vu',
      'readelf --dyn-syms -W FILE | grep GLIBC_2.34',
    ],
    fix: {
      'C and C++':
        'Build with portable-build (`targets: x86_64-linux-gnu.2.17`), with `zig cc -target x86_64-linux-gnu.2.17`, or in an image of the oldest system.',
      Rust: 'The same target, by cargo-zigbuild; or a musl target, which has no floor.',
      Go: 'CGO_ENABLED=0 has no floor; with cgo as for C.',
      Python:
        'The floor of a wheel is the name of its platform (`manylinux2014`); of a frozen program, that of the worst file inside.',
      anything:
        'A prebuilt `.a` of a newer system raises the floor too: `__isoc23_strtol` and `strlcpy` (2.38) tell of one. Promise less with `glibc: 2.28` if that is what users have.',
    },
  },
  'floor-libstdcxx': {
    means: [
      'libstdc++ and libgcc are libraries of GCC, not of glibc, and have versions of their own. A system with the promised glibc has older ones than the file needs: "version `GLIBCXX_3.4.29\' not found". The table of what comes with which glibc is that of the manylinux policies.',
    ],
    see: ['readelf -VW FILE | grep -oE "(GLIBCXX|CXXABI|GCC)_[0-9.]*" | sort -Vu'],
    fix: {
      'C and C++': '`-static-libstdc++ -static-libgcc`, or the zig backend: it brings libc++ and links it statically.',
      Rust: "A crate that compiles C++ takes the system's libstdc++: the zig backend, or a musl target.",
      Python: 'auditwheel refuses these as well: build in a manylinux image or with zig.',
    },
  },
  'floor-musl': {
    means: [
      'musl has no versions of symbols: what is missing shows at the start, as "symbol not found". What is known of its releases is evidence, not proof: functions by name (`statx` and `preadv2` came with 1.2.5, `qsort_r` with 1.2.3, `reallocarray` with 1.2.2), and packed relocations with 1.2.4.',
    ],
    see: ['readelf --dyn-syms -W FILE | grep UND', 'readelf -dW FILE | grep RELR'],
    fix: {
      anything:
        'Link statically: musl is made for it. Or build with the musl of the oldest Alpine that must do (3.16 has 1.2.3), or promise a newer one with `musl:`.',
      'C and C++': 'Packed relocations: `-Wl,-z,nopack-relative-relocs`.',
    },
  },
  'glibc-abi-unknown': {
    means: [
      'A version that starts with `GLIBC_` is neither a number nor a property that is known (`GLIBC_ABI_DT_RELR`, `GLIBC_ABI_GNU2_TLS` …). It came with a glibc that is newer than this verifier; which one is not known, so no floor can be promised and no policy can allow it.',
    ],
    see: ['readelf -VW FILE | grep GLIBC_ABI'],
    fix: {
      'C and C++':
        'The linker or compiler turned a new feature on by default: `-Wl,-z,nopack-relative-relocs`, `-mtls-dialect=gnu`, `-Wl,-z,nomark-plt`.',
      anything: 'A newer portable-build may know it.',
    },
  },
  'glibc-private': {
    means: [
      "`GLIBC_PRIVATE` is for glibc's own parts among each other. It changes without notice, and the loader refuses parts of two builds even of the same release. A program has it when it ships or links a piece of somebody's glibc.",
    ],
    see: ['readelf --dyn-syms -W FILE | grep GLIBC_PRIVATE'],
    fix: {
      anything:
        'Do not ship `libpthread.so.0`, `libresolv.so.2`, `libnss_*` or `ld-linux` with a program: take them out of the bundle.',
      Python: 'PyInstaller and linuxdeploy have lists of what to leave out; a wheel must not hold them.',
      'C and C++': 'Replace calls of `__libc_*` and `_dl_*` by public functions.',
    },
  },
  'relr-unmarked': {
    means: [
      'Relative relocations are packed (DT_RELR), but the file does not need `GLIBC_ABI_DT_RELR`. glibc since 2.36 refuses it ("DT_RELR without GLIBC_ABI_DT_RELR dependency"), older ones do not know the tag, relocate nothing and crash.',
      'A static-pie relocates itself, so there it is an information.',
    ],
    see: ['readelf -dW FILE | grep RELR', 'readelf -VW FILE | grep DT_RELR'],
    fix: {
      'C and C++':
        '`-Wl,-z,nopack-relative-relocs`; with LLD `--pack-dyn-relocs=none`. To keep it: `-z pack-relative-relocs` writes the version too, and the floor is 2.36.',
      Rust: 'The same, as `-C link-arg=…`.',
    },
  },
  unversioned: {
    means: [
      'libc.so.6 is needed, but no version of any symbol: the file was linked against a stub without versions. The loader binds such symbols to their oldest (or default) meaning and checks nothing, so which glibc it needs cannot be known before it fails.',
    ],
    see: ['readelf -VW FILE   # no "Version needs section"', 'readelf --dyn-syms -W FILE'],
    fix: { 'C and C++': "Link against the real libc.so.6, or against zig's stubs, which have versions." },
  },
  runpath: {
    means: [
      'DT_RUNPATH or DT_RPATH adds a directory to the search for libraries. An absolute one is that of the machine that built it: elsewhere it does not exist, or it belongs to somebody else who can put a library there. An empty element (`lib:`) and a relative one are the working directory of whoever starts the program: an attack without effort.',
    ],
    see: ['readelf -dW FILE | grep -E "RPATH|RUNPATH"'],
    fix: {
      'C and C++':
        "CMake: `-DCMAKE_SKIP_RPATH=ON`, or `CMAKE_INSTALL_RPATH='$ORIGIN/../lib'` and `cmake --install`, not the file of the build tree. libtool and Meson strip it on installation. Afterwards: `patchelf --remove-rpath`.",
      Rust: 'No `-C rpath`; look for `cargo:rustc-link-arg=-Wl,-rpath` in build scripts.',
      anything:
        'Libraries that are shipped beside the program: `$ORIGIN`, see runpath-origin. To allow any: `allow: rpath`.',
    },
  },
  'runpath-origin': {
    means: [
      'Libraries are searched relative to the place of the file itself. That is right for programs that are shipped with their libraries; the libraries have to be there.',
    ],
    see: ['readelf -dW FILE | grep -E "RPATH|RUNPATH"'],
    fix: {
      anything: 'Ship the libraries with it. If it needs none, remove the entry. `forbid: rpath` makes it an error.',
    },
  },
  audit: {
    means: [
      'DT_AUDIT and DT_DEPAUDIT make the loader load a library that sees and changes every binding; DT_FILTER and DT_AUXILIARY replace a library by another. None has a place in a program that is shipped.',
    ],
    see: ['readelf -dW FILE | grep -iE "audit|filter|auxiliary"'],
    fix: { 'C and C++': 'Remove `--audit`, `--depaudit`, `-F`/`--filter`, `-f`/`--auxiliary` from the link.' },
  },
  'static-glibc': {
    means: [
      "glibc is linked into the file. It still loads parts of the *system's* glibc at run time: name lookups (NSS), character sets (gconv), locales. Those parts must be of exactly the release that was linked, or the program crashes or fails on other systems. Its licence (LGPL) asks for more than musl's as well.",
      "Recognized by the ABI note of glibc's start files together with its tables for character sets.",
    ],
    see: ['readelf -nW FILE | grep -A1 ABI_TAG', 'strings FILE | grep -m3 gconv'],
    fix: {
      'C and C++': 'Static: a musl target. Or dynamic against glibc with a floor.',
      Rust: 'A musl triple instead of `+crt-static` on a gnu one.',
      Go: 'CGO_ENABLED=0; with C, a musl target.',
    },
  },
  'static-glibc-nss': {
    means: [
      "The file looks up names (`getaddrinfo`, `getpwnam`, `gethostbyname`) with a glibc that is linked in. For that it loads the system's `libnss_*.so` and with it the system's whole glibc into itself. Where the releases differ, lookups fail or the program crashes: only there, never where it was built. The linker warned: \"Using 'getaddrinfo' in statically linked applications requires at runtime the shared libraries\".",
    ],
    see: ['strings FILE | grep libnss_', './FILE in a container of another distribution, with a host name to resolve'],
    fix: {
      'C and C++': 'A musl target: musl resolves by itself. Or dynamic with a floor.',
      Rust: 'A musl triple.',
      Go: 'CGO_ENABLED=0, or the tags `netgo,osusergo` with a musl target.',
      anything: 'Where only the distribution of the build is used: `allow: static-glibc-nss` (or the group `nss`).',
    },
  },
  'static-dlopen': {
    means: [
      "The program calls `dlopen` and glibc is linked into it: what it loads brings the system's glibc along, a second one in the same process. Works only where both are the same build.",
      'Seen in the symbols of files from before glibc 2.34, when libdl was a library of its own. Newer ones have it in every static program, called or not, so they are not accused; a stripped file says nothing.',
    ],
    see: ['readelf -sW FILE | grep -w dlopen'],
    fix: {
      'C and C++':
        'Link dynamically with a floor if plugins must be loaded; else leave out what calls `dlopen` (often a compression or database library: `--without-dlopen`).',
    },
  },
} as const satisfies Record<string, FindingPage>
