import type { Recipe } from './recipe.ts'

/** What no Python before 3.12 may find: headers and libraries of the machine that builds it. */
const setupPatches = [
  {
    file: 'setup.py',
    sed: '/^        self\\.add_multiarch_paths()$/d',
    why: 'it adds /usr/include/<triple>, whose headers are those of another C library',
  },
  {
    file: 'setup.py',
    sed: "s#'/usr/local/\\(lib\\|include\\)'#'/nonexistent/\\1'#",
    why: 'the same for /usr/local',
  },
  {
    file: 'setup.py',
    sed: 's#^        system_lib_dirs = .*#        system_lib_dirs = []#; s#^        system_include_dirs = .*#        system_include_dirs = []#',
    why: 'what is found in these is linked without a path',
  },
  {
    file: 'Makefile.pre.in',
    sed: 's/-Wl,-h/-Wl,-soname,/',
    why: 'zig knows the long name of the option only',
  },
] as const

/** The interpreter has the archive in it; nobody needs the library of the stable ABI, which is a link of no object. */
const variables = ['BLDLIBRARY=libpython3.11.a', 'PY3LIBRARY='] as const

/**
 * Python itself, newest last. A library (for PyInstaller) and an archive (for Nuitka) come of one build; the interpreter
 * has the archive in it, so that it starts from wherever its directory is put.
 */
export const pythons: readonly Recipe[] = [
  {
    name: 'cpython',
    version: '3.11.2',
    license: 'PSF-2.0',
    source: {
      pool: 'pool/main/p/python3.11/python3.11_3.11.2.orig.tar.gz',
      sha256: '2411c74bda5bbcfcddaf4531f66d1adc73f247f529aee981b029513aefdbf849',
      bytes: 26437858,
    },
    // readline too: configure looks for it, and never again
    after: ['openssl', 'ncurses', 'sqlite', 'xz', 'libffi', 'zlib', 'bzip2', 'readline'],
    patches: setupPatches,
    // Python says itself when it was built, from SOURCE_DATE_EPOCH
    cflags: ['-Wno-date-time'],
    env: {
      CPPFLAGS: '-I$SYSROOT/include -I$SYSROOT/include/ncursesw',
      LDFLAGS: '-L$SYSROOT/lib',
      PKG_CONFIG_LIBDIR: '$SYSROOT/lib/pkgconfig',
      OPT: '-DNDEBUG -fwrapv -Wall',
      PB_STRIP: '1',
    },
    commands: [
      [
        ...['./configure', '--prefix=$PREFIX', '--enable-shared', '--with-openssl=$SYSROOT', '--with-ensurepip=no'],
        '--disable-test-modules',
      ],
      ['make', '-j$JOBS', ...variables],
      ['make', 'install', ...variables, 'DESTDIR=$STAGE'],
    ],
  },
]
