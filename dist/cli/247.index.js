export const id = 247;
export const ids = [247];
export const modules = {

/***/ 3753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ archNames),
  C: () => (/* binding */ archs)
});

;// CONCATENATED MODULE: ./.build/js/arch/row.js
/** Every value of `e_flags` is right: the architecture defines none that matter. */
const anyFlags = [];
/** `e_flags` must be one of these. */
function onlyFlags(...values) {
    return [{ mask: 0xffffffff, values }];
}

;// CONCATENATED MODULE: ./.build/js/arch/arm.js

const armEabi5 = { mask: 0xff000000, values: [0x05000000] };
/** ARM: the ELF for the ARM Architecture (EABI5: `e_flags` 0x05000000, 0x400 hard float, 0x200 soft float) and AArch64. */
const arm = {
    aarch64: {
        aliases: ['arm64', 'arm64/v8', 'armv8'],
        rust: { glibc: 'aarch64-unknown-linux-gnu', musl: 'aarch64-unknown-linux-musl' },
        go: { goarch: 'arm64', env: { GOARM64: 'v8.0' } },
        zig: { arch: 'aarch64', abi: '' },
        docker: 'linux/arm64',
        debian: 'arm64',
        gnu: { glibc: 'aarch64-linux-gnu', musl: 'aarch64-linux-musl' },
        cpu: { cmake: 'aarch64', family: 'aarch64' },
        qemu: { name: 'aarch64', baseline: 'cortex-a53' },
        elf: {
            class: 64,
            data: 'LE',
            machine: 183,
            flags: anyFlags,
            glibcInterpreter: '/lib/ld-linux-aarch64.so.1',
            muslInterpreter: ['/lib/ld-musl-aarch64.so.1'],
            pageSize: 0x10000,
        },
        firstGlibc: '2.17',
        defaultFloor: '2.17',
    },
    armv7: {
        aliases: ['armv7l', 'armhf', 'arm/v7', 'armv7hf'],
        rust: { glibc: 'armv7-unknown-linux-gnueabihf', musl: 'armv7-unknown-linux-musleabihf' },
        go: { goarch: 'arm', env: { GOARM: '7' } },
        zig: { arch: 'arm', abi: 'eabihf' },
        docker: 'linux/arm/v7',
        debian: 'armhf',
        gnu: { glibc: 'arm-linux-gnueabihf', musl: 'arm-linux-musleabihf' },
        cpu: { cmake: 'armv7-a', family: 'arm' },
        qemu: { name: 'arm', baseline: 'cortex-a7' },
        elf: {
            class: 32,
            data: 'LE',
            machine: 40,
            flags: [armEabi5, { mask: 0x400, values: [0x400], dynamicOnly: true }],
            glibcInterpreter: '/lib/ld-linux-armhf.so.3',
            muslInterpreter: ['/lib/ld-musl-armhf.so.1'],
            pageSize: 0x1000,
        },
        firstGlibc: '2.4',
        defaultFloor: '2.17',
    },
    armv6: {
        aliases: ['armv6l', 'arm', 'arm/v6', 'armv6hf'],
        rust: { glibc: 'arm-unknown-linux-gnueabihf', musl: 'arm-unknown-linux-musleabihf' },
        go: { goarch: 'arm', env: { GOARM: '6' } },
        zig: { arch: 'arm', abi: 'eabihf', cpu: 'arm1176jzf_s' },
        docker: 'linux/arm/v6',
        debian: null,
        gnu: { glibc: 'arm-linux-gnueabihf', musl: 'arm-linux-musleabihf' },
        cpu: { cmake: 'armv6', family: 'arm' },
        qemu: { name: 'arm', baseline: 'arm1176' },
        elf: {
            class: 32,
            data: 'LE',
            machine: 40,
            flags: [armEabi5, { mask: 0x400, values: [0x400], dynamicOnly: true }],
            glibcInterpreter: '/lib/ld-linux-armhf.so.3',
            muslInterpreter: ['/lib/ld-musl-armhf.so.1'],
            pageSize: 0x1000,
        },
        firstGlibc: '2.4',
        defaultFloor: '2.17',
    },
    armel: {
        aliases: ['armv5te', 'armv5', 'armv5tel', 'arm/v5'],
        rust: { glibc: 'arm-unknown-linux-gnueabi', musl: 'arm-unknown-linux-musleabi' },
        go: { goarch: 'arm', env: { GOARM: '5' } },
        zig: { arch: 'arm', abi: 'eabi', cpu: 'arm926ej_s' },
        docker: 'linux/arm/v5',
        debian: 'armel',
        gnu: { glibc: 'arm-linux-gnueabi', musl: 'arm-linux-musleabi' },
        cpu: { cmake: 'armv5', family: 'arm' },
        qemu: { name: 'arm', baseline: 'arm926' },
        elf: {
            class: 32,
            data: 'LE',
            machine: 40,
            flags: [armEabi5, { mask: 0x200, values: [0x200], dynamicOnly: true }],
            glibcInterpreter: '/lib/ld-linux.so.3',
            muslInterpreter: ['/lib/ld-musl-arm.so.1'],
            pageSize: 0x1000,
        },
        firstGlibc: '2.4',
        defaultFloor: '2.17',
    },
};

;// CONCATENATED MODULE: ./.build/js/arch/mips.js
const abi2 = 0x20;
const nan2008 = 0x400;
const abiMask = 0xf000;
const abiO32 = 0x1000;
/** o32 with the old encoding of NaN: nan2008 has a loader of its own and another CPU. */
const o32 = [{ mask: abiMask | abi2 | nan2008, values: [abiO32] }];
/** n64 says nothing: neither o32 nor n32 (ABI2). */
const n64 = [{ mask: abiMask | abi2 | nan2008, values: [0] }];
/** MIPS: o32 and n64; `e_flags` of the MIPS ABI supplement (the top four bits are the instruction set). */
const mips = {
    mips: {
        aliases: ['mips32'],
        rust: { glibc: 'mips-unknown-linux-gnu', musl: 'mips-unknown-linux-musl' },
        go: { goarch: 'mips', env: { GOMIPS: 'hardfloat' } },
        zig: { arch: 'mips', abi: 'eabihf' },
        docker: null,
        debian: 'mips',
        gnu: { glibc: 'mips-linux-gnu', musl: 'mips-linux-musl' },
        cpu: { cmake: 'mips', family: 'mips' },
        qemu: { name: 'mips', baseline: '24Kf' },
        elf: {
            class: 32,
            data: 'BE',
            machine: 8,
            flags: o32,
            glibcInterpreter: '/lib/ld.so.1',
            muslInterpreter: ['/lib/ld-musl-mips.so.1'],
            pageSize: 0x10000,
        },
        firstGlibc: '2.0',
        defaultFloor: '2.17',
    },
    mipsel: {
        aliases: ['mipsle', 'mips32el'],
        rust: { glibc: 'mipsel-unknown-linux-gnu', musl: 'mipsel-unknown-linux-musl' },
        go: { goarch: 'mipsle', env: { GOMIPS: 'hardfloat' } },
        zig: { arch: 'mipsel', abi: 'eabihf' },
        docker: null,
        debian: 'mipsel',
        gnu: { glibc: 'mipsel-linux-gnu', musl: 'mipsel-linux-musl' },
        cpu: { cmake: 'mipsel', family: 'mips' },
        qemu: { name: 'mipsel', baseline: '24Kf' },
        elf: {
            class: 32,
            data: 'LE',
            machine: 8,
            flags: o32,
            glibcInterpreter: '/lib/ld.so.1',
            muslInterpreter: ['/lib/ld-musl-mipsel.so.1'],
            pageSize: 0x10000,
        },
        firstGlibc: '2.0',
        defaultFloor: '2.17',
    },
    mips64: {
        aliases: [],
        rust: { glibc: 'mips64-unknown-linux-gnuabi64', musl: 'mips64-unknown-linux-muslabi64' },
        go: { goarch: 'mips64', env: { GOMIPS64: 'hardfloat' } },
        zig: { arch: 'mips64', abi: 'abi64' },
        docker: null,
        debian: 'mips64',
        gnu: { glibc: 'mips64-linux-gnuabi64', musl: 'mips64-linux-muslabi64' },
        cpu: { cmake: 'mips64', family: 'mips64' },
        qemu: { name: 'mips64', baseline: 'MIPS64R2-generic' },
        elf: {
            class: 64,
            data: 'BE',
            machine: 8,
            flags: n64,
            glibcInterpreter: '/lib64/ld.so.1',
            muslInterpreter: ['/lib/ld-musl-mips64.so.1'],
            pageSize: 0x10000,
        },
        firstGlibc: '2.3',
        defaultFloor: '2.17',
    },
    mips64el: {
        aliases: ['mips64le'],
        rust: { glibc: 'mips64el-unknown-linux-gnuabi64', musl: 'mips64el-unknown-linux-muslabi64' },
        go: { goarch: 'mips64le', env: { GOMIPS64: 'hardfloat' } },
        zig: { arch: 'mips64el', abi: 'abi64' },
        docker: 'linux/mips64le',
        debian: 'mips64el',
        gnu: { glibc: 'mips64el-linux-gnuabi64', musl: 'mips64el-linux-muslabi64' },
        cpu: { cmake: 'mips64el', family: 'mips64' },
        qemu: { name: 'mips64el', baseline: 'MIPS64R2-generic' },
        elf: {
            class: 64,
            data: 'LE',
            machine: 8,
            flags: n64,
            glibcInterpreter: '/lib64/ld.so.1',
            muslInterpreter: ['/lib/ld-musl-mips64el.so.1'],
            pageSize: 0x10000,
        },
        firstGlibc: '2.3',
        defaultFloor: '2.17',
    },
};

;// CONCATENATED MODULE: ./.build/js/arch/server.js

/** RISC-V, POWER, IBM Z and LoongArch: the psABI of each and the loaders' own paths. */
const server = {
    riscv64: {
        aliases: ['riscv64gc'],
        rust: { glibc: 'riscv64gc-unknown-linux-gnu', musl: 'riscv64gc-unknown-linux-musl' },
        go: { goarch: 'riscv64', env: { GORISCV64: 'rva20u64' } },
        zig: { arch: 'riscv64', abi: '' },
        docker: 'linux/riscv64',
        debian: 'riscv64',
        gnu: { glibc: 'riscv64-linux-gnu', musl: 'riscv64-linux-musl' },
        cpu: { cmake: 'riscv64', family: 'riscv64' },
        qemu: { name: 'riscv64', baseline: 'rv64,v=false' },
        elf: {
            class: 64,
            data: 'LE',
            machine: 243,
            flags: [{ mask: 0xe, values: [4] }],
            glibcInterpreter: '/lib/ld-linux-riscv64-lp64d.so.1',
            muslInterpreter: ['/lib/ld-musl-riscv64.so.1'],
            pageSize: 0x1000,
        },
        firstGlibc: '2.27',
        defaultFloor: '2.31',
    },
    ppc64le: {
        aliases: ['powerpc64le', 'ppc64el'],
        rust: { glibc: 'powerpc64le-unknown-linux-gnu', musl: 'powerpc64le-unknown-linux-musl' },
        go: { goarch: 'ppc64le', env: { GOPPC64: 'power8' } },
        zig: { arch: 'powerpc64le', abi: '' },
        docker: 'linux/ppc64le',
        debian: 'ppc64el',
        gnu: { glibc: 'powerpc64le-linux-gnu', musl: 'powerpc64le-linux-musl' },
        cpu: { cmake: 'ppc64le', family: 'ppc64' },
        qemu: { name: 'ppc64le', baseline: 'power8' },
        elf: {
            class: 64,
            data: 'LE',
            machine: 21,
            flags: [{ mask: 3, values: [2, 0] }],
            glibcInterpreter: '/lib64/ld64.so.2',
            muslInterpreter: ['/lib/ld-musl-powerpc64le.so.1'],
            pageSize: 0x10000,
        },
        firstGlibc: '2.17',
        // The oldest that zig has files for.
        defaultFloor: '2.19',
    },
    ppc64: {
        aliases: ['powerpc64'],
        rust: { glibc: 'powerpc64-unknown-linux-gnu', musl: 'powerpc64-unknown-linux-musl' },
        go: { goarch: 'ppc64', env: { GOPPC64: 'power8' } },
        zig: { arch: 'powerpc64', abi: '' },
        docker: null,
        debian: 'ppc64',
        gnu: { glibc: 'powerpc64-linux-gnu', musl: 'powerpc64-linux-musl' },
        cpu: { cmake: 'ppc64', family: 'ppc64' },
        qemu: { name: 'ppc64', baseline: 'power8' },
        elf: {
            class: 64,
            data: 'BE',
            machine: 21,
            flags: [{ mask: 3, values: [1, 2] }],
            glibcInterpreter: '/lib64/ld64.so.1',
            muslInterpreter: ['/lib/ld-musl-powerpc64.so.1'],
            pageSize: 0x10000,
        },
        firstGlibc: '2.3',
        defaultFloor: '2.17',
    },
    s390x: {
        aliases: [],
        rust: { glibc: 's390x-unknown-linux-gnu', musl: 's390x-unknown-linux-musl' },
        go: { goarch: 's390x', env: {} },
        zig: { arch: 's390x', abi: '' },
        docker: 'linux/s390x',
        debian: 's390x',
        gnu: { glibc: 's390x-linux-gnu', musl: 's390x-linux-musl' },
        cpu: { cmake: 's390x', family: 's390x' },
        // the named models have decimal floating point and ciphers, which QEMU does not emulate
        qemu: { name: 's390x', baseline: 'qemu' },
        elf: {
            class: 64,
            data: 'BE',
            machine: 22,
            flags: onlyFlags(0, 1),
            glibcInterpreter: '/lib/ld64.so.1',
            muslInterpreter: ['/lib/ld-musl-s390x.so.1'],
            pageSize: 0x1000,
        },
        firstGlibc: '2.2',
        defaultFloor: '2.17',
    },
    loongarch64: {
        aliases: ['loong64'],
        rust: { glibc: 'loongarch64-unknown-linux-gnu', musl: 'loongarch64-unknown-linux-musl' },
        go: { goarch: 'loong64', env: {} },
        zig: { arch: 'loongarch64', abi: '' },
        docker: 'linux/loong64',
        debian: 'loong64',
        gnu: { glibc: 'loongarch64-linux-gnu', musl: 'loongarch64-linux-musl' },
        cpu: { cmake: 'loongarch64', family: 'loongarch64' },
        qemu: { name: 'loongarch64', baseline: 'la464' },
        elf: {
            class: 64,
            data: 'LE',
            machine: 258,
            flags: [{ mask: 7, values: [3] }],
            glibcInterpreter: '/lib64/ld-linux-loongarch-lp64d.so.1',
            muslInterpreter: ['/lib/ld-musl-loongarch64.so.1'],
            pageSize: 0x4000,
        },
        firstGlibc: '2.36',
        defaultFloor: '2.36',
    },
};

;// CONCATENATED MODULE: ./.build/js/arch/x86.js

/** x86: the i386 and x86-64 psABI; loaders of glibc (`sysdeps/unix/sysv/linux/<arch>/shlib-versions`) and musl. */
const x86 = {
    x86_64: {
        aliases: ['amd64', 'x64', 'x86-64'],
        rust: { glibc: 'x86_64-unknown-linux-gnu', musl: 'x86_64-unknown-linux-musl' },
        go: { goarch: 'amd64', env: { GOAMD64: 'v1' } },
        zig: { arch: 'x86_64', abi: '' },
        docker: 'linux/amd64',
        debian: 'amd64',
        gnu: { glibc: 'x86_64-linux-gnu', musl: 'x86_64-linux-musl' },
        cpu: { cmake: 'x86_64', family: 'x86_64' },
        qemu: { name: 'x86_64', baseline: 'qemu64' },
        elf: {
            class: 64,
            data: 'LE',
            machine: 62,
            flags: onlyFlags(0),
            glibcInterpreter: '/lib64/ld-linux-x86-64.so.2',
            muslInterpreter: ['/lib/ld-musl-x86_64.so.1'],
            pageSize: 0x1000,
        },
        firstGlibc: '2.2.5',
        defaultFloor: '2.17',
    },
    i686: {
        aliases: ['i386', 'i586', '386', 'x86'],
        rust: { glibc: 'i686-unknown-linux-gnu', musl: 'i686-unknown-linux-musl' },
        go: { goarch: '386', env: { GO386: 'sse2' } },
        zig: { arch: 'x86', abi: '' },
        docker: 'linux/386',
        debian: 'i386',
        gnu: { glibc: 'i686-linux-gnu', musl: 'i686-linux-musl' },
        cpu: { cmake: 'i686', family: 'x86' },
        qemu: { name: 'i386', baseline: 'qemu32' },
        elf: {
            class: 32,
            data: 'LE',
            machine: 3,
            flags: onlyFlags(0),
            glibcInterpreter: '/lib/ld-linux.so.2',
            muslInterpreter: ['/lib/ld-musl-i386.so.1'],
            pageSize: 0x1000,
        },
        firstGlibc: '2.0',
        defaultFloor: '2.17',
    },
};

;// CONCATENATED MODULE: ./.build/js/arch.js




const rows = { ...x86, ...arm, ...server, ...mips };
/** The architecture table: a row in one of the files of `arch/` is all that a new architecture needs. */
const archs = rows;
/** The names of all architectures, in the order of the table. */
const archNames = Object.keys(rows);


/***/ }),

/***/ 8095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ makeDirectory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _file_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5862);



/**
 * Makes a directory and those above it. Node's own `recursive` says ENOENT on a read-only file system and never
 * returns below /proc (Node 24).
 * @throws BuildError `cannot-write`, `disk-full`
 */
async function makeDirectory(path) {
    try {
        await makeAll(path);
    }
    catch (error) {
        throw (0,_file_error_js__WEBPACK_IMPORTED_MODULE_2__/* .writeError */ .o)(error, path);
    }
}
async function makeAll(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path);
    }
    catch (error) {
        if ((0,_file_error_js__WEBPACK_IMPORTED_MODULE_2__/* .errno */ .b)(error) === 'ENOENT' && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) !== path) {
            await makeAll((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
            await makeOne(path);
        }
        else if (!(await isDirectory(path))) {
            throw error;
        }
    }
}
/** Another run may have made it meanwhile. */
async function makeOne(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path);
    }
    catch (error) {
        if (!(await isDirectory(path)))
            throw error;
    }
}
async function isDirectory(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then(s => s.isDirectory(), () => false);
}


/***/ }),

/***/ 6151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ temporaryName),
/* harmony export */   f: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _file_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5862);
/* harmony import */ var _make_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8095);





/** A name in the same directory for what is not whole yet; hidden, and unlike any name of a project. */
function temporaryName(path) {
    // the name itself may be as long as names can be
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path).slice(0, 40)}.${process.pid}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}.pb-tmp`);
}
/**
 * Writes a file so that it is the old one or the new one, never a part. Makes its directory.
 * A file that is the same already is left alone: its time does not change, so nothing is built again because of it.
 * @param mode permission bits, whatever the umask
 * @throws BuildError `disk-full`, `cannot-write`
 */
async function writeWhole(path, content, mode = 0o644) {
    const temporary = temporaryName(path);
    try {
        if (await isSame(path, content, mode))
            return;
        await (0,_make_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .makeDirectory */ .O)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(temporary, content, { flag: 'wx' });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(temporary, mode);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true }).catch(() => { });
        throw (0,_file_error_js__WEBPACK_IMPORTED_MODULE_3__/* .writeError */ .o)(error, path);
    }
}
async function isSame(path, content, mode) {
    try {
        const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path);
        return stat.isFile() && (stat.mode & 0o777) === mode && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path)).equals(Buffer.from(content));
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 2025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ nearestGlibc),
/* harmony export */   d: () => (/* binding */ isKnownGlibc)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1480);

/**
 * Every release of glibc that is a sensible floor, from the first one of the oldest port that can be built here.
 * Source: the project's release announcements. A release is added when the pinned zig knows it.
 */
const releases = [
    ...['2.0', '2.1', '2.2', '2.2.5', '2.3', '2.3.2', '2.3.3', '2.3.4'],
    ...Array.from({ length: 40 }, (_, i) => `2.${i + 4}`),
];
/** Whether this version of glibc was released (`2.17`; a compiler given an unknown one silently takes another). */
function isKnownGlibc(version) {
    return releases.includes(version);
}
/** The released version closest to what was written: the greatest that is not newer, else the oldest. */
function nearestGlibc(version) {
    const numbers = /^[0-9]+(\.[0-9]+)*$/.test(version) ? version : '2.17';
    return releases.filter(r => (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Z)(r, numbers) <= 0).at(-1) ?? '2.0';
}


/***/ }),

/***/ 8212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readValue)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1254);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5316);


const truths = {
    true: true,
    yes: true,
    '1': true,
    false: false,
    no: false,
    '0': false,
};
/** Reads a text as the kind of an input; an empty text is an input that was not given (CI hosts pass those). */
function readValue(name, text) {
    const row = _table_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTable */ .F[name];
    const given = text.trim() === '' ? (row.default ?? '') : text;
    return readers[row.kind](given, row);
}
const readers = {
    text: (text, row) => {
        const value = text.trim();
        if (/[\n\r\0]/.test(value))
            return { problem: 'must be one line' };
        if (value !== '' && row.pattern !== undefined && !new RegExp(row.pattern).test(value)) {
            return { problem: `is ${JSON.stringify(value)}, not ${row.accepts ?? row.pattern}` };
        }
        return { value: value === '' && row.default === undefined ? null : value };
    },
    script: text => text.includes('\0') ? { problem: 'holds a NUL character' } : { value: text.trim() === '' ? null : text },
    list: text => ({
        value: text
            .split(/[,\n]/)
            .map(part => part.trim())
            .filter(part => part !== ''),
    }),
    words: splitWords,
    switch: text => {
        const value = truths[text.trim().toLowerCase()];
        return value === undefined ? { problem: `is ${JSON.stringify(text)}, not true or false` } : { value };
    },
    choice: (text, row) => {
        const value = text.trim();
        if (value === '')
            return { value: null };
        const choices = row.choices ?? [];
        if (choices.includes(value))
            return { value };
        const guess = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(value, choices);
        return {
            problem: `is ${JSON.stringify(value)}; ${guess ? `did you mean ${guess}?` : `it can be ${choices.join(', ')}`}`,
        };
    },
    map: text => {
        const value = {};
        for (const line of text.split('\n').map(l => l.trim())) {
            if (line === '' || line.startsWith('#'))
                continue;
            const at = line.indexOf('=');
            const key = at < 0 ? line : line.slice(0, at).trim();
            if (key === '')
                return { problem: `has a line without a name: ${JSON.stringify(line)}` };
            if (Object.hasOwn(value, key))
                return { problem: `says ${key} twice` };
            Object.defineProperty(value, key, {
                value: at < 0 ? '' : line.slice(at + 1),
                enumerable: true,
                configurable: true,
            });
        }
        return { value };
    },
};
/**
 * Splits a line as a POSIX shell would split words, without expanding anything: single and double quotes, backslash.
 * Source: POSIX.1-2024 Shell Command Language, 2.2 Quoting.
 */
function splitWords(text) {
    const words = [];
    let word = null;
    for (let i = 0; i < text.length; i++) {
        const c = text[i] ?? '';
        if (/\s/.test(c)) {
            if (word !== null)
                words.push(word);
            word = null;
        }
        else if (c === "'" || c === '"') {
            const end = closing(text, i);
            if (end < 0)
                return { problem: `has a ${c} that is not closed` };
            word = (word ?? '') + unquote(text.slice(i + 1, end), c);
            i = end;
        }
        else if (c === '\\') {
            if (++i >= text.length)
                return { problem: 'ends in a backslash' };
            if (text[i] !== '\n')
                word = (word ?? '') + text[i];
        }
        else
            word = (word ?? '') + c;
    }
    if (word !== null)
        words.push(word);
    return { value: words };
}
function closing(text, open) {
    const quote = text[open];
    for (let i = open + 1; i < text.length; i++) {
        if (quote === '"' && text[i] === '\\')
            i++;
        else if (text[i] === quote)
            return i;
    }
    return -1;
}
function unquote(text, quote) {
    return quote === "'" ? text : text.replace(/\\([$`"\\])/g, '$1').replace(/\\\n/g, '');
}


/***/ }),

/***/ 7768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ allFiles),
/* harmony export */   x: () => (/* binding */ matchFiles)
/* harmony export */ });
/** A name without its directory and without what looks like a version: `tool-1.2.3-linux` is `tool-linux`. */
function withoutVersion(path) {
    const name = path.split(/[/!]/).at(-1) ?? path;
    return name.replace(/[-_.]?v?[0-9]+(\.[0-9]+)+([-+.](alpha|beta|rc|pre)[.0-9]*)?/gi, '');
}
const nameOf = (file) => file.path.split(/[/!]/).at(-1) ?? file.path;
/** What makes two files the same, surest first: directories, version numbers and floors change between releases. */
const keys = [
    f => [f.path, f.target, f.arch].join('\0'),
    f => [f.path, f.arch].join('\0'),
    f => (f.target === null ? null : [nameOf(f), f.target].join('\0')),
    f => (f.arch === null ? null : [nameOf(f), f.arch].join('\0')),
    f => (f.arch === null ? null : [withoutVersion(f.path), f.arch].join('\0')),
    f => f.path, // the same place, now for another architecture or not readable any more
];
/** Every file and everything that is packed in it; a packed file is named `package!member`. */
function allFiles(files) {
    return files.flatMap(file => {
        const inside = file.payload.map(member => ({ ...member, path: memberPath(file.path, member.path) }));
        return [file, ...allFiles(inside)];
    });
}
/** The name of a packed file for those who do not see its package beside it. */
function memberPath(outer, member) {
    return member.startsWith(`${outer}!`) ? member : `${outer}!${member}`;
}
/** Finds each file's earlier self. A key that fits several files on one side decides nothing: nothing is guessed. */
function matchFiles(before, after) {
    let [old, now] = [allFiles(before), allFiles(after)];
    const pairs = [];
    for (const key of keys) {
        const olds = single(old, key);
        const found = [...single(now, key)].flatMap(([k, file]) => {
            const earlier = olds.get(k);
            return earlier ? [{ before: earlier, after: file }] : [];
        });
        pairs.push(...found);
        const taken = new Set(found.flatMap(p => [p.before, p.after]));
        old = old.filter(f => !taken.has(f));
        now = now.filter(f => !taken.has(f));
    }
    return { pairs, lost: old };
}
/** The files that are alone with their key. */
function single(files, key) {
    const found = new Map();
    for (const file of files) {
        const k = key(file);
        if (k !== null)
            found.set(k, found.has(k) ? null : file);
    }
    return new Map([...found].flatMap(([k, file]) => (file ? [[k, file]] : [])));
}


/***/ }),

/***/ 4148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ displayWidth),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Xe: () => (/* binding */ humanSize),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   zK: () => (/* binding */ humanTime)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** Takes two columns: East Asian wide and full-width forms, emoji (Unicode, EastAsianWidth.txt, rounded to blocks). */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
/** Takes none: marks on the letter before, formatting characters. */
const empty = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** Columns that a text takes on a terminal; escape codes of colours take none. */
function displayWidth(text) {
    let width = 0;
    for (const char of (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text))
        width += empty.test(char) ? 0 : wide.test(char) ? 2 : 1;
    return width;
}
/** A text without escape codes, cut to so many columns; what was cut shows as `…`. */
function shorten(text, width) {
    if (displayWidth(text) <= width)
        return text;
    let kept = '';
    let used = 1; // the ellipsis
    for (const char of text) {
        used += displayWidth(char);
        if (used > width)
            break;
        kept += char;
    }
    return width < 1 ? '' : `${kept}…`;
}
/** Fills a text (that may have colours) with spaces to so many columns. */
function pad(text, width, side = 'right') {
    const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
    return side === 'right' ? text + space : space + text;
}
/** Bytes as people read them: `812 B`, `1.4 MB` (decimal units, as file managers and package sites do). */
function humanSize(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = bytes;
    let unit = 0;
    for (; value >= 999.5 && unit < units.length - 1; unit++)
        value /= 1000;
    return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
/** Milliseconds as people read them: `0.4s`, `12s`, `3m05s`, `1h02m`. */
function humanTime(ms) {
    const seconds = ms / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)}s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole}s`;
    if (whole < 3600)
        return `${Math.floor(whole / 60)}m${String(whole % 60).padStart(2, '0')}s`;
    return `${Math.floor(whole / 3600)}h${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')}m`;
}
/** `1 file`, `2 files`. */
function count(n, noun) {
    return `${n} ${noun}${n === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 7563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qh: () => (/* binding */ archOf),
/* harmony export */   X: () => (/* binding */ rustTriple),
/* harmony export */   hu: () => (/* binding */ parseTarget),
/* harmony export */   jv: () => (/* binding */ readFloor),
/* harmony export */   m4: () => (/* binding */ zigTarget),
/* harmony export */   mh: () => (/* binding */ makeTarget),
/* harmony export */   uM: () => (/* binding */ settleTargets)
/* harmony export */ });
/* harmony import */ var _arch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3753);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1541);
/* harmony import */ var _glibc_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2025);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1254);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1480);





const manylinuxFloors = { '1': '2.5', '2010': '2.12', '2014': '2.17' };
/** A floor as people write it: `2.17`, and the names of manylinux (`2014`, `manylinux2014`, `2_28`, `manylinux_2_28`). */
function readFloor(text) {
    const name = text.trim().replace(/^manylinux_?/, '');
    return manylinuxFloors[name] ?? name.replace(/^([0-9]+)_([0-9]+)$/, '$1.$2');
}
const linuxPlatform = /^linux[/_]([a-z0-9_]+?)(?:\/(v[0-9]))?$/;
const manylinux = /^manylinux(?:(1|2010|2014)|_([0-9]+)_([0-9]+))_([a-z0-9_]+)$/;
const musllinux = /^musllinux_[0-9]+_[0-9]+_([a-z0-9_]+)$/;
const triple = /^([a-z0-9_]+)(?:-(?:unknown|pc|alpine))?-linux(?:-(?:(gnu|glibc)|(musl))(eabihf|eabi|abi64|f32|sf|x32)?(?:\.([0-9][0-9.]*))?)?$/;
/**
 * Reads one spelling of a target: canonical name, Rust triple (with or without `.2.17`), `linux/arm64[/v7]`, `arm64`,
 * `linux_arm64`, `manylinux2014_x86_64`, `manylinux_2_28_aarch64`.
 * @throws BuildError `unknown-target` with the nearest known spelling
 */
function parseTarget(text) {
    const name = text.trim().toLowerCase();
    const found = readManylinux(name) ?? readTriple(name) ?? readPlatform(name);
    if (found)
        return { text: text.trim(), ...found };
    const known = [
        ..._arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archNames */ .H.flatMap(a => [`${a}-linux-musl`, `${a}-linux-gnu`, a]),
        ..._arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archNames */ .H.flatMap(a => _arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archs */ .C[a].aliases),
        ..._arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archNames */ .H.flatMap(a => _arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archs */ .C[a].docker ?? []),
    ];
    const guess = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(name, known);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BuildError */ .zS('unknown-target', `unknown target ${JSON.stringify(text)}`, {
        hint: guess ? `Did you mean ${guess}?` : `Known architectures: ${_arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archNames */ .H.join(', ')}.`,
    });
}
function readManylinux(name) {
    const m = manylinux.exec(name);
    if (m) {
        const arch = findArch(m[4] ?? '');
        const floor = m[1] ? (manylinuxFloors[m[1]] ?? null) : `${m[2]}.${m[3]}`;
        return arch && { arch, libc: 'glibc', floor };
    }
    const arch = findArch(musllinux.exec(name)?.[1] ?? '');
    return arch && { arch, libc: 'musl', floor: null };
}
function readTriple(name) {
    const m = triple.exec(name);
    if (!m)
        return null;
    const [, cpu = '', glibc, musl, abi = '', floor] = m;
    if (abi === 'x32' || (musl && floor))
        return null;
    const arch = findArch(cpu, abi);
    if (!arch)
        return null;
    return { arch, libc: glibc ? 'glibc' : musl ? 'musl' : null, floor: floor?.replace(/\.$/, '') ?? null };
}
function readPlatform(name) {
    const m = linuxPlatform.exec(name);
    const arch = m ? findArch(m[2] ? `${m[1]}/${m[2]}` : (m[1] ?? '')) : findArch(name);
    return arch && { arch, libc: null, floor: null };
}
/** The architecture of a CPU name and the ABI suffix of a triple (`eabi` on ARM means soft float). */
function findArch(cpu, abi = '') {
    const match = _arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archNames */ .H.find(a => a === cpu || _arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archs */ .C[a].aliases.includes(cpu));
    if (!match)
        return null;
    if (match === 'armv6' || match === 'armv7')
        return abi === 'eabi' ? 'armel' : match;
    return match;
}
/**
 * Settles libc and floor of each target and refuses what cannot be.
 * A floor for all targets that an architecture cannot have is raised, with a notice; one written on the target is an error.
 * @throws BuildError `unknown-glibc`, `impossible-floor`, `duplicate-target`
 */
function settleTargets(written, defaults) {
    const notices = [];
    const spelled = new Map();
    const targets = written.map(w => {
        const target = settle(w, defaults, notices);
        const other = spelled.get(target.name);
        if (other !== undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BuildError */ .zS('duplicate-target', `targets ${other} and ${w.text} are the same: ${target.name}`);
        }
        spelled.set(target.name, w.text);
        return target;
    });
    return { targets, notices };
}
function settle(w, defaults, notices) {
    const arch = _arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archs */ .C[w.arch];
    const libc = w.libc ?? (w.floor ? 'glibc' : defaults.libc);
    if (libc !== 'glibc')
        return makeTarget(w.arch, libc, null);
    const asked = w.floor ?? defaults.glibc;
    if (asked === null)
        return makeTarget(w.arch, libc, arch.defaultFloor);
    if (!(0,_glibc_js__WEBPACK_IMPORTED_MODULE_2__/* .isKnownGlibc */ .d)(asked)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BuildError */ .zS('unknown-glibc', `glibc ${asked} (target ${w.text}) does not exist`, {
            hint: `The nearest version is ${(0,_glibc_js__WEBPACK_IMPORTED_MODULE_2__/* .nearestGlibc */ .E)(asked)}.`,
        });
    }
    if ((0,_version_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Z)(asked, arch.firstGlibc) >= 0)
        return makeTarget(w.arch, libc, asked);
    if (w.floor !== null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BuildError */ .zS('impossible-floor', `${w.text}: glibc has supported ${w.arch} only since ${arch.firstGlibc}`, {
            hint: `Use ${makeTarget(w.arch, libc, arch.firstGlibc).name}.`,
        });
    }
    notices.push(`${w.text}: the floor ${asked} is raised to ${arch.firstGlibc}, the first glibc for ${w.arch}`);
    return makeTarget(w.arch, libc, arch.firstGlibc);
}
/** Makes a target from its parts; the only place that spells canonical names. */
function makeTarget(arch, libc, floor) {
    const suffix = libc === 'none' ? '' : libc === 'musl' ? '-musl' : `-gnu${floor === null ? '' : `.${floor}`}`;
    return { name: `${arch}-linux${suffix}`, arch, libc, floor };
}
/** The row of a target's architecture. */
function archOf(target) {
    return _arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archs */ .C[target.arch];
}
/** The Rust triple, or null where Rust has none for this architecture and libc. */
function rustTriple(target) {
    return _arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archs */ .C[target.arch].rust[target.libc === 'glibc' ? 'glibc' : 'musl'];
}
/** What `zig cc -target` takes (`aarch64-linux-gnu.2.17`), or null where zig cannot build it. */
function zigTarget(target) {
    const zig = _arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archs */ .C[target.arch].zig;
    if (!zig)
        return null;
    if (target.libc === 'glibc')
        return `${zig.arch}-linux-gnu${zig.abi}${target.floor ? `.${target.floor}` : ''}`;
    return `${zig.arch}-linux-musl${zig.abi}`;
}


/***/ }),

/***/ 3060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ backports),
/* harmony export */   T: () => (/* binding */ families)
/* harmony export */ });
const from = (since, until) => (until === undefined ? { since } : { since, until });
const debian = (name, libc, gcc, suite) => ({
    ...{ name, libc, gcc, suite },
    source: `packages libc6 and libstdc++6 of ${suite}`,
});
const ubuntu = (name, libc, gcc, suite) => ({
    ...{ name, libc, gcc, suite },
    source: `packages libc6 and libstdc++6 of ${suite}, as released`,
});
const rhel = (name, libc, gcc, alias) => ({
    ...{ name, libc, gcc, ...(alias ? { alias } : {}) },
    source: `packages glibc and libstdc++ of Red Hat Enterprise Linux ${name}.0`,
});
const fedora = (name, libc, gcc) => ({
    ...{ name, libc, gcc },
    source: `Fedora change "GNU Toolchain Update" of F${name}`,
});
const alpine = (name, libc, gcc) => ({
    ...{ name, libc, gcc },
    source: `packages musl and libstdc++ of v${name}/main`,
});
/** Which distribution has which libraries, and for which architectures. Only what is recorded: nothing is interpolated. */
const families = [
    {
        name: 'Debian',
        libc: 'glibc',
        releases: [
            debian('6', '2.11', '4.4', 'squeeze'),
            debian('7', '2.13', '4.7', 'wheezy'),
            debian('8', '2.19', '4.9', 'jessie'),
            debian('9', '2.24', '6.3', 'stretch'),
            debian('10', '2.28', '8.3', 'buster'),
            debian('11', '2.31', '10.2', 'bullseye'),
            debian('12', '2.36', '12.2', 'bookworm'),
            debian('13', '2.41', '14.2', 'trixie'),
        ],
        archs: {
            ...{ x86_64: from('6'), i686: from('6'), aarch64: from('8'), ppc64le: from('8'), s390x: from('7') },
            ...{ armv7: from('7'), armv6: from('7'), armel: from('6', '13'), riscv64: from('13') },
            ...{ mips: from('6', '10'), mipsel: from('6', '12'), mips64el: from('9', '12') },
        },
    },
    {
        name: 'Ubuntu',
        libc: 'glibc',
        releases: [
            ubuntu('14.04', '2.19', '4.8', 'trusty'),
            ubuntu('16.04', '2.23', '5.3', 'xenial'),
            ubuntu('18.04', '2.27', '8.0', 'bionic'),
            ubuntu('20.04', '2.31', '10.0', 'focal'),
            ubuntu('22.04', '2.35', '12.0', 'jammy'),
            ubuntu('24.04', '2.39', '14.0', 'noble'),
            ubuntu('25.10', '2.42', '15.2', 'questing'),
            ubuntu('26.04', '2.43', '15.2', 'resolute'),
        ],
        archs: {
            ...{ x86_64: from('14.04'), i686: from('14.04', '18.04'), aarch64: from('14.04'), armv7: from('14.04') },
            ...{ armv6: from('14.04'), ppc64le: from('14.04'), s390x: from('16.04'), riscv64: from('20.04') },
        },
    },
    {
        name: 'RHEL',
        libc: 'glibc',
        releases: [
            rhel('6', '2.12', '4.4', 'RHEL/CentOS 6'),
            rhel('7', '2.17', '4.8', 'RHEL/CentOS 7'),
            rhel('8', '2.28', '8.2'),
            rhel('9', '2.34', '11.2'),
            rhel('10', '2.39', '14.2'),
        ],
        archs: {
            ...{ x86_64: from('6'), i686: from('6', '6'), aarch64: from('7'), ppc64: from('6', '7'), ppc64le: from('7') },
            ...{ s390x: from('6'), riscv64: from('10') },
        },
    },
    {
        name: 'Amazon Linux',
        libc: 'glibc',
        releases: [
            { name: '1', libc: '2.17', gcc: '4.8', source: 'release notes of Amazon Linux AMI 2018.03' },
            { name: '2', libc: '2.26', gcc: '7.3', source: 'release notes of Amazon Linux 2' },
            { name: '2023', libc: '2.34', gcc: '11.3', source: 'release notes of Amazon Linux 2023' },
        ],
        archs: { x86_64: from('1'), aarch64: from('2') },
    },
    {
        name: 'SLES',
        libc: 'glibc',
        releases: [
            { name: '12', libc: '2.19', gcc: '4.8', source: 'release notes of SUSE Linux Enterprise Server 12' },
            { name: '15', libc: '2.26', gcc: '7.3', source: 'release notes of SUSE Linux Enterprise Server 15' },
            { name: '15 SP3', libc: '2.31', gcc: '10.2', source: 'release notes of SUSE Linux Enterprise Server 15 SP3' },
            { name: '15 SP6', libc: '2.38', gcc: '13.2', source: 'release notes of SUSE Linux Enterprise Server 15 SP6' },
            { name: '16', libc: '2.40', gcc: '13.2', source: 'release notes of SUSE Linux Enterprise Server 16.0' },
        ],
        archs: { x86_64: from('12'), aarch64: from('15'), ppc64le: from('12'), s390x: from('12') },
    },
    {
        name: 'Fedora',
        libc: 'glibc',
        releases: [
            fedora('40', '2.39', '14.0'),
            fedora('41', '2.40', '14.2'),
            fedora('42', '2.41', '15.0'),
            fedora('43', '2.42', '15.2'),
            fedora('44', '2.43', '16.0'),
        ],
        archs: { x86_64: from('40'), aarch64: from('40'), ppc64le: from('40'), s390x: from('40') },
    },
    {
        name: 'Arch Linux',
        libc: 'glibc',
        rolling: true,
        releases: [
            { name: 'rolling', libc: '2.42', gcc: '15.2', source: 'packages glibc and gcc-libs of core, the end of 2025' },
        ],
        archs: { x86_64: from('rolling') },
    },
    {
        name: 'Alpine',
        libc: 'musl',
        releases: [
            ...[alpine('3.11', '1.1.24', '9.2'), alpine('3.12', '1.1.24', '9.3'), alpine('3.13', '1.2.2', '10.2')],
            ...[alpine('3.14', '1.2.2', '10.3'), alpine('3.15', '1.2.2', '10.3'), alpine('3.16', '1.2.3', '11.2')],
            ...[alpine('3.17', '1.2.3', '12.2'), alpine('3.18', '1.2.4', '12.2'), alpine('3.19', '1.2.4', '13.2')],
            ...[alpine('3.20', '1.2.5', '13.2'), alpine('3.21', '1.2.5', '14.2'), alpine('3.22', '1.2.5', '14.2')],
            ...[alpine('3.23', '1.2.5', '15.2'), alpine('3.24', '1.2.6', '15.2')],
        ],
        archs: {
            ...{ x86_64: from('3.11'), i686: from('3.11'), aarch64: from('3.11'), armv7: from('3.11'), armv6: from('3.11') },
            ...{ ppc64le: from('3.11'), s390x: from('3.11'), riscv64: from('3.20'), loongarch64: from('3.21') },
        },
    },
];
/**
 * Properties that glibc names as versions, and the releases older than the glibc that introduced them which have them all the
 * same, by a patch of the distribution. Measured in the libc6 packages of Debian 12 (none), 13 and testing.
 */
const backports = {
    GLIBC_ABI_GNU2_TLS: [{ family: 'Debian', since: '13' }],
    GLIBC_ABI_GNU_TLS: [],
    GLIBC_ABI_DT_X86_64_PLT: [{ family: 'Debian', since: '13' }],
};


/***/ }),

/***/ 1480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ maxVersion),
/* harmony export */   Z: () => (/* binding */ compareVersions)
/* harmony export */ });
const dot = 0x2e;
const zero = 0x30;
/**
 * Compares dotted numbers part by part (`2.9` < `2.17`); a missing part counts as 0. Returns <0, 0 or >0. It makes nothing:
 * one file is held against every release of every distribution.
 */
function compareVersions(a, b) {
    for (let i = 0, j = 0; i < a.length || j < b.length; i++, j++) {
        let left = 0;
        let right = 0;
        for (; i < a.length && a.charCodeAt(i) !== dot; i++)
            left = left * 10 + a.charCodeAt(i) - zero;
        for (; j < b.length && b.charCodeAt(j) !== dot; j++)
            right = right * 10 + b.charCodeAt(j) - zero;
        if (left !== right)
            return left - right;
    }
    return 0;
}
/** The greater of two dotted versions; null is less than everything. */
function maxVersion(a, b) {
    if (a === null || b === null)
        return a ?? b;
    return compareVersions(a, b) >= 0 ? a : b;
}


/***/ })

};
