import type { Recipe } from './recipe.ts'

const make = ['make', '-j$JOBS'] as const
/** For configure scripts that come with Autoconf and libtool. zig writes no dependencies of assembler, which they would wait for. */
const autotools = [
  './configure',
  '--prefix=$SYSROOT',
  '--disable-shared',
  '--enable-static',
  '--with-pic',
  '--disable-dependency-tracking',
] as const

/**
 * The libraries that Python's own modules link, all static: nothing of them is asked of the machine that a program starts
 * on. Sources: those of Debian 12, by the digests of its signed index.
 */
export const libraries: readonly Recipe[] = [
  {
    name: 'openssl',
    version: '3.0.20',
    license: 'Apache-2.0',
    source: {
      pool: 'pool/main/o/openssl/openssl_3.0.20.orig.tar.gz',
      sha256: 'c80a01dfc70ece4dc21168932c37739042d404d46ccc81a5986dd75314ecda6f',
      bytes: 15292815,
    },
    after: [],
    commands: [
      [
        ...['perl', './Configure', '$OPENSSL', 'no-shared', 'no-tests', 'no-dso', 'no-engine'],
        // certificates are those of the machine that the program runs on
        ...['--prefix=$SYSROOT', '--libdir=lib', '--openssldir=/etc/ssl'],
      ],
      [...make, 'build_libs'],
      ['make', 'install_dev'],
    ],
  },
  {
    name: 'ncurses',
    version: '6.4',
    license: 'X11-distribute-modifications-variant',
    source: {
      pool: 'pool/main/n/ncurses/ncurses_6.4.orig.tar.gz',
      sha256: '6931283d9ac87c5073f30b6290c4c75f21632bb4fc3603ac8100812bed248159',
      bytes: 3612591,
    },
    after: [],
    commands: [
      [
        ...['./configure', '--prefix=$SYSROOT', '--without-shared', '--with-normal', '--without-debug'],
        ...['--without-progs', '--without-tests', '--without-cxx', '--without-cxx-binding', '--without-ada'],
        ...['--without-manpages', '--disable-db-install', '--enable-widec', '--with-build-cc=$CC'],
        // where the distributions have their descriptions of terminals
        '--with-default-terminfo-dir=/usr/share/terminfo',
        '--with-terminfo-dirs=/etc/terminfo:/lib/terminfo:/usr/share/terminfo',
      ],
      make,
      ['make', 'install.libs', 'install.includes'],
    ],
  },
  {
    name: 'sqlite',
    version: '3.40.1',
    license: 'blessing',
    source: {
      pool: 'pool/main/s/sqlite3/sqlite3_3.40.1.orig.tar.xz',
      sha256: 'aaa776260ab4dc976db34aa7891819484c8676b5b2783123ebc6301e2ca5d655',
      bytes: 8019048,
    },
    after: [],
    cflags: ['-DSQLITE_THREADSAFE=1', '-DSQLITE_ENABLE_FTS5', '-DSQLITE_ENABLE_RTREE', '-DSQLITE_ENABLE_DBSTAT_VTAB'],
    env: { config_BUILD_CC: '$CC' },
    commands: [
      ['./configure', '--prefix=$SYSROOT', '--disable-shared', '--disable-tcl', '--disable-readline'],
      ['make', 'sqlite3.c', 'sqlite3.h'],
      ['sh', '-eu', '-c', '"$CC" $CFLAGS -c sqlite3.c -o sqlite3.o'],
      ['mkdir', '-p', '$SYSROOT/lib', '$SYSROOT/include'],
      ['$AR', 'rcs', '$SYSROOT/lib/libsqlite3.a', 'sqlite3.o'],
      ['cp', 'sqlite3.h', 'src/sqlite3ext.h', '$SYSROOT/include/'],
    ],
  },
  {
    name: 'xz',
    version: '5.4.1',
    license: 'LicenseRef-xz-public-domain',
    source: {
      pool: 'pool/main/x/xz-utils/xz-utils_5.4.1.orig.tar.xz',
      sha256: '5d9827aa1875b21c288f78864bb26d2650b436ea8d2cad364e4921eb6266a5a5',
      bytes: 1485272,
    },
    after: [],
    commands: [
      [
        ...autotools,
        ...['--disable-xz', '--disable-xzdec', '--disable-lzmadec', '--disable-lzmainfo', '--disable-lzma-links'],
        ...['--disable-scripts', '--disable-doc', '--disable-nls'],
      ],
      make,
      ['make', 'install'],
    ],
  },
  {
    name: 'libffi',
    version: '3.4.4',
    license: 'MIT',
    source: {
      pool: 'pool/main/libf/libffi/libffi_3.4.4.orig.tar.gz',
      sha256: 'd66c56ad259a82cf2a9dfc408b32bf5da52371500b84745f7fb8b645712df676',
      bytes: 1362394,
    },
    after: [],
    // 3.4.4 calls open_temp_exec_file before it declares it, which clang 16 and later refuse
    cflags: ['-Wno-error=implicit-function-declaration'],
    // its configure would compile a C++ library to see whether there is one
    env: { CXX: 'no' },
    commands: [[...autotools, '--disable-docs', '--disable-multi-os-directory'], make, ['make', 'install']],
  },
  {
    name: 'zlib',
    version: '1.2.13',
    license: 'Zlib',
    source: {
      pool: 'pool/main/z/zlib/zlib_1.2.13.dfsg.orig.tar.bz2',
      sha256: '71feb7947e3c00ef125f83b79a4e529bde31171e5babe48b391f06758d1ab0a1',
      bytes: 1239825,
    },
    after: [],
    commands: [
      ['./configure', '--static', '--prefix=$SYSROOT'],
      [...make, 'libz.a'],
      ['mkdir', '-p', '$SYSROOT/lib', '$SYSROOT/include'],
      ['cp', 'libz.a', '$SYSROOT/lib/'],
      ['cp', 'zlib.h', 'zconf.h', '$SYSROOT/include/'],
    ],
  },
  {
    name: 'bzip2',
    version: '1.0.8',
    license: 'bzip2-1.0.6',
    source: {
      pool: 'pool/main/b/bzip2/bzip2_1.0.8.orig.tar.gz',
      sha256: 'ab5a03176ee106d3f0fa90e381da478ddae405918153cca248e682cd0c4a2269',
      bytes: 810029,
    },
    after: [],
    commands: [
      ['make', 'libbz2.a', 'CC=$CC', 'AR=$AR', 'RANLIB=$RANLIB', 'CFLAGS=$CFLAGS -D_FILE_OFFSET_BITS=64'],
      ['mkdir', '-p', '$SYSROOT/lib', '$SYSROOT/include'],
      ['cp', 'libbz2.a', '$SYSROOT/lib/'],
      ['cp', 'bzlib.h', '$SYSROOT/include/'],
    ],
  },
  {
    name: 'readline',
    version: '8.2',
    license: 'GPL-3.0-or-later',
    source: {
      pool: 'pool/main/r/readline/readline_8.2.orig.tar.gz',
      sha256: '3feb7171f16a84ee82ca18a36d7b9be109a52c04f492a053331d7d1095007c35',
      bytes: 3043952,
    },
    after: ['ncurses'],
    env: { bash_cv_termcap_lib: 'libncursesw' },
    commands: [
      ['./configure', '--prefix=$SYSROOT', '--disable-shared', '--enable-static', '--with-curses'],
      [...make, 'static'],
      ['make', 'install-static', 'install-headers'],
    ],
  },
]
