export const id = 963;
export const ids = [963];
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
        qemu: { name: 's390x', baseline: 'z10EC' },
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

/***/ 7909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ attributeTags),
/* harmony export */   w: () => (/* binding */ readAttributes)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4928);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6991);
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4776);



/** Tags that are read: CPU_arch, FP_arch, Advanced_SIMD_arch, ABI_VFP_args of ARM; the instruction set of RISC-V. */
const attributeTags = { armCpu: 6, armFloat: 10, armSimd: 12, armFloatArguments: 28, riscvIsa: 5 };
const fileScope = 1;
const armCompatibility = 32;
const formats = [
    {
        section: '.ARM.attributes',
        vendor: 'aeabi',
        isText: (tag) => tag === 4 || tag === 5 || (tag > 32 && tag % 2 === 1),
    },
    { section: '.riscv.attributes', vendor: 'riscv', isText: (tag) => tag % 2 === 1 },
];
/** The attributes of the whole file; empty when there are none or when they make no sense: they are only evidence. */
function readAttributes(reader, header, sections) {
    for (const format of formats) {
        const bytes = (0,_sections_js__WEBPACK_IMPORTED_MODULE_2__/* .sectionBytes */ .vu)(reader, sections, format.section, _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.attributes);
        if (bytes && bytes[0] === 0x41)
            return parse(bytes, header, format);
    }
    return new Map();
}
function parse(bytes, header, format) {
    const t = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .Table */ .X(bytes, header);
    const attributes = new Map();
    // 'A', then per vendor: length, name, and blocks of a scope: tag, length, attributes.
    for (let at = 1; at + 5 <= bytes.length;) {
        const end = Math.min(at + t.u32(at), bytes.length);
        const name = textAt(bytes, at + 4, end);
        if (end <= at + 4)
            break;
        let block = at + 4 + name.length + 1;
        while (name === format.vendor && block + 5 <= end) {
            const size = t.u32(block + 1);
            if (size < 5)
                break;
            if (bytes[block] === fileScope)
                readBlock(bytes, block + 5, Math.min(block + size, end), format, attributes);
            block += size;
        }
        at = end;
    }
    return attributes;
}
function readBlock(bytes, from, end, format, attributes) {
    for (let at = from; at < end;) {
        const tag = uleb(bytes, at, end);
        at = tag.next;
        if (format.vendor === 'aeabi' && tag.value === armCompatibility) {
            at = uleb(bytes, at, end).next;
            at += textAt(bytes, at, end).length + 1;
        }
        else if (format.isText(tag.value)) {
            const text = textAt(bytes, at, end);
            attributes.set(tag.value, text);
            at += text.length + 1;
        }
        else {
            const number = uleb(bytes, at, end);
            attributes.set(tag.value, number.value);
            at = number.next;
        }
    }
}
/** One byte a character, so that its length is that in the file. */
function textAt(bytes, at, end) {
    const nul = bytes.indexOf(0, at);
    return bytes.toString('latin1', at, nul < 0 || nul > end ? end : nul);
}
/** A number in groups of 7 bits, lowest first; what is above 2^53 only has to end. */
function uleb(bytes, at, end) {
    let value = 0;
    for (let i = at, scale = 1; i < end; i++, scale *= 128) {
        const byte = bytes[i] ?? 0;
        value += (byte & 0x7f) * scale;
        if (byte < 0x80)
            return { value, next: i + 1 };
    }
    return { value, next: end };
}


/***/ }),

/***/ 643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ nameAt),
/* harmony export */   _A: () => (/* binding */ tags),
/* harmony export */   os: () => (/* binding */ readDynamic)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4928);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4001);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6991);
/* harmony import */ var _segments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3322);




/** `d_tag` (gABI "Dynamic Section", GNU and MIPS extensions). */
const tags = {
    needed: 1,
    hash: 4,
    strtab: 5,
    symtab: 6,
    rela: 7,
    relaSize: 8,
    strsz: 10,
    soname: 14,
    rpath: 15,
    rel: 17,
    relSize: 18,
    pltRel: 20,
    textrel: 22,
    jmprel: 23,
    pltRelSize: 2,
    bindNow: 24,
    runpath: 29,
    flags: 30,
    relr: 36,
    gnuHash: 0x6ffffef5,
    depAudit: 0x6ffffefb,
    audit: 0x6ffffefc,
    versym: 0x6ffffff0,
    flags1: 0x6ffffffb,
    verneed: 0x6ffffffe,
    verneednum: 0x6fffffff,
    auxiliary: 0x7ffffffd,
    filter: 0x7fffffff,
    mipsSymbolCount: 0x70000011,
};
/** Tags that stand for a name; the loader takes each of them. */
const listTags = new Set([tags.needed, tags.auxiliary, tags.filter]);
/** Loaders look at these only once, and the last one counts. */
const singleTags = new Set(Object.values(tags).filter(tag => !listTags.has(tag) && tag !== tags.audit && tag !== tags.depAudit));
/** Reads PT_DYNAMIC; null for a file without one. Adds to `problems` what the loader tolerates. @throws ElfError */
function readDynamic(reader, header, segments, problems) {
    const segment = segments.find(s => s.type === _segments_js__WEBPACK_IMPORTED_MODULE_3__/* .segmentTypes */ .T4.dynamic);
    if (!segment)
        return null;
    const { offset, room } = (0,_segments_js__WEBPACK_IMPORTED_MODULE_3__/* .locate */ .x5)(segments, segment.vaddr);
    if (offset !== segment.offset) {
        const evidence = `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .u)(segment.offset)}, ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .u)(offset)}`;
        problems.push({
            kind: 'malformed',
            severity: 'warning',
            message: 'offset and address of the dynamic table differ',
            evidence,
        });
    }
    const entries = readEntries(reader, header, offset, Math.min(room, segment.filesz));
    const values = new Map(entries);
    const seen = new Set();
    const repeated = new Set();
    for (const [tag] of entries)
        (seen.has(tag) && singleTags.has(tag) ? repeated : seen).add(tag);
    for (const tag of repeated) {
        problems.push({
            kind: 'malformed',
            severity: 'warning',
            message: 'a dynamic tag is there twice',
            evidence: (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .u)(tag),
        });
    }
    const strings = readStrings(values, segments);
    const all = (...wanted) => entries.filter(([tag]) => wanted.includes(tag)).map(([, at]) => nameAt(reader, strings, at));
    const last = (tag) => {
        const at = values.get(tag);
        return at === undefined ? null : nameAt(reader, strings, at);
    };
    return {
        values,
        strings,
        needed: all(tags.needed),
        soname: last(tags.soname),
        rpath: last(tags.rpath),
        runpath: last(tags.runpath),
        audit: all(tags.audit, tags.depAudit, tags.auxiliary, tags.filter),
    };
}
function readEntries(reader, header, offset, length) {
    const size = header.is64 ? 16 : 8;
    const count = Math.min(Math.floor(length / size), _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.dynamicEntries + 1);
    const t = new _reader_js__WEBPACK_IMPORTED_MODULE_2__/* .Table */ .X(reader.bytes(offset, count * size), header);
    const entries = [];
    for (let i = 0; i < count; i++) {
        const at = i * size;
        const tag = header.is64 ? t.u64OrInfinity(at) : t.u32(at);
        if (tag === 0)
            return entries;
        if (i === _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.dynamicEntries)
            throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ElfError */ .Q('limit', 'too many dynamic entries', String(count));
        entries.push([tag, header.is64 ? t.u64OrInfinity(at + 8) : t.u32(at + 4)]);
    }
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ElfError */ .Q('malformed', 'the dynamic table has no end', (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .u)(offset));
}
function readStrings(values, segments) {
    const address = values.get(tags.strtab);
    const length = values.get(tags.strsz);
    if (address === undefined)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ElfError */ .Q('malformed', 'the dynamic table names no string table', 'DT_STRTAB');
    if (length === undefined)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ElfError */ .Q('malformed', 'the string table has no size', 'DT_STRSZ');
    const { offset, room } = (0,_segments_js__WEBPACK_IMPORTED_MODULE_3__/* .locate */ .x5)(segments, address);
    if (length > room)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ElfError */ .Q('malformed', 'the string table is larger than its segment', (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .u)(length));
    return { offset, length };
}
/** The name at an index of the loaded table of names. @throws ElfError `malformed` outside of it */
function nameAt(reader, strings, index) {
    if (index >= strings.length)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ElfError */ .Q('malformed', 'a name lies outside the string table', (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .u)(index));
    return reader.text(strings.offset + index, strings.offset + strings.length);
}


/***/ }),

/***/ 1586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r6: () => (/* binding */ hasTextRelocations),
  p4: () => (/* binding */ isBoundNow),
  nZ: () => (/* binding */ isPie),
  oU: () => (/* binding */ readElf)
});

// EXTERNAL MODULE: ./.build/js/elf/attributes.js
var attributes = __webpack_require__(7909);
// EXTERNAL MODULE: ./.build/js/elf/dynamic.js
var elf_dynamic = __webpack_require__(643);
// EXTERNAL MODULE: ./.build/js/elf/limits.js
var limits = __webpack_require__(4928);
// EXTERNAL MODULE: ./.build/js/elf/problem.js
var problem = __webpack_require__(4001);
// EXTERNAL MODULE: ./.build/js/elf/reader.js
var elf_reader = __webpack_require__(6991);
// EXTERNAL MODULE: ./.build/js/elf/sections.js
var elf_sections = __webpack_require__(4776);
// EXTERNAL MODULE: ./.build/js/elf/segments.js
var elf_segments = __webpack_require__(3322);
;// CONCATENATED MODULE: ./.build/js/elf/go.js





const magic = Buffer.from('\xff Go buildinf:', 'latin1');
const go_window = 1 << 16;
const alignment = 16;
const inlineStrings = 2;
const bigEndian = 1;
/**
 * Go's build information, or null for a file without it.
 * Source: golang/go `src/debug/buildinfo/buildinfo.go`: `.go.buildinfo`, else the first writable segment, 64 KiB of it.
 */
function readGoBuild(reader, segments, sections) {
    try {
        return read(reader, segments, sections);
    }
    catch (error) {
        // Evidence only: what cannot be read is not there. Time is over for the whole file.
        if (error instanceof problem/* ElfError */.Q && error.kind !== 'limit')
            return null;
        throw error;
    }
}
function read(reader, segments, sections) {
    const start = placeOf(reader, segments, sections);
    if (start === null)
        return null;
    const length = Math.min(go_window, reader.size - start);
    const bytes = reader.bytes(start, length);
    let at = bytes.indexOf(magic);
    while (at >= 0 && at % alignment !== 0)
        at = bytes.indexOf(magic, at + 1);
    if (at < 0 || at + 32 > length)
        return null;
    const flags = bytes[at + 15] ?? 0;
    const [version, info] = flags & inlineStrings ? inline(reader, start + at + 32) : pointed(reader, segments, bytes.subarray(at, at + 32));
    return version === '' ? null : parse(version, info);
}
function placeOf(reader, segments, sections) {
    const section = sections.find(s => s.name === '.go.buildinfo');
    if (section && (0,elf_sections/* sectionBytes */.vu)(reader, sections, section.name, 1))
        return section.offset;
    const both = elf_segments/* segmentFlags */.z$.execute | elf_segments/* segmentFlags */.z$.write;
    const data = segments.find(s => s.type === elf_segments/* segmentTypes */.T4.load && (s.flags & both) === elf_segments/* segmentFlags */.z$.write);
    return data && data.offset < reader.size ? data.offset : null;
}
/** Since Go 1.18: two strings, each after its length. */
function inline(reader, offset) {
    const version = counted(reader, offset);
    return [version.text, counted(reader, version.next).text];
}
function counted(reader, offset) {
    const bytes = reader.bytes(offset, Math.min(10, reader.size - offset));
    let length = 0;
    let width = 0;
    for (let scale = 1; width < bytes.length; scale *= 128) {
        const byte = bytes[width++] ?? 0;
        length += (byte & 0x7f) * scale;
        if (byte < 0x80)
            break;
    }
    const from = offset + width;
    return { text: goText(reader, from, length), next: from + length };
}
/** Before Go 1.18: two pointers to string headers (pointer and length), in the byte order that the flags say. */
function pointed(reader, segments, head) {
    const width = head[14] === 8 ? 8 : 4;
    const layout = { is64: width === 8, littleEndian: ((head[15] ?? 0) & bigEndian) === 0 };
    const pointers = new elf_reader/* Table */.X(head, layout);
    const follow = (pointer) => {
        if (pointer === 0)
            return '';
        const t = new elf_reader/* Table */.X(reader.bytes((0,elf_segments/* locate */.x5)(segments, pointer).offset, 2 * width), layout);
        const length = t.word(width);
        return length === 0 ? '' : goText(reader, (0,elf_segments/* locate */.x5)(segments, t.word(0)).offset, length);
    };
    return [follow(pointers.word(16)), follow(pointers.word(16 + width))];
}
function goText(reader, offset, length) {
    if (length > limits/* limits */.F.goModuleInfo)
        throw new problem/* ElfError */.Q('malformed', "Go's build information is too large", String(length));
    return reader.bytes(offset, length).toString('utf8');
}
function parse(version, info) {
    // 16 bytes before and after mark the text in memory.
    const marked = info.length >= 33 && info.at(-17) === '\n';
    const lines = (marked ? info.slice(16, -16) : '').split('\n').map(line => line.split('\t'));
    const settings = {};
    for (const [word, text = ''] of lines) {
        const split = text.indexOf('=');
        if (word === 'build' && split > 0)
            settings[text.slice(0, split)] = unquote(text.slice(split + 1));
    }
    return {
        version,
        path: lines.find(l => l[0] === 'path')?.[1] ?? null,
        mainVersion: lines.find(l => l[0] === 'mod')?.[2] ?? null,
        settings,
    };
}
/** Values with unusual characters are quoted as in Go source; what is not plain text stays as it is. */
function unquote(text) {
    if (!text.startsWith('"'))
        return text;
    try {
        return String(JSON.parse(text));
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./.build/js/elf/header.js
var elf_header = __webpack_require__(1665);
;// CONCATENATED MODULE: ./.build/js/elf/notes.js




const noteTypes = { abiTag: 1, buildId: 3, property: 5, goBuildId: 4, package: 0xcafe1a7e };
/** GNU_PROPERTY_X86_ISA_1_NEEDED (x86-64 psABI): bits baseline, v2, v3, v4. */
const x86IsaNeeded = 0xc0008002;
/** Reads the notes of all PT_NOTE and PT_GNU_PROPERTY segments. @throws ElfError `limit` */
function readNotes(reader, header, segments, problems) {
    const { note, gnuProperty } = elf_segments/* segmentTypes */.T4;
    const places = new Map(segments.filter(s => s.type === note || s.type === gnuProperty).map(s => [`${s.offset}+${s.filesz}`, s]));
    const total = [...places.values()].reduce((sum, s) => sum + s.filesz, 0);
    if (total > limits/* limits */.F.notes)
        throw new problem/* ElfError */.Q('limit', 'the notes are too large', String(total));
    const notes = [...places.values()].flatMap(s => readSegmentNotes(reader, header, s, problems));
    const find = (owner, type) => notes.find(n => n.owner === owner && n.type === type)?.data;
    const levels = notes
        .filter(n => n.owner === 'GNU' && n.type === noteTypes.property)
        .flatMap(n => x86Levels(n.data, header));
    return {
        buildId: find('GNU', noteTypes.buildId)?.toString('hex') ?? null,
        goBuildId: find('Go', noteTypes.goBuildId)?.toString('utf8') ?? null,
        kernel: kernelOf(find('GNU', noteTypes.abiTag), header),
        isaLevel: levels.length > 0 ? Math.max(...levels) : null,
        package: find('FDO', noteTypes.package)?.toString('utf8').replace(/\0+$/, '') ?? null,
    };
}
/** Names and descriptors are padded to 4 bytes, to 8 where the segment says so (GNU properties on 64 bit). */
function readSegmentNotes(reader, header, segment, problems) {
    if (segment.offset + segment.filesz > reader.size)
        return [];
    const padding = segment.align === 8 ? 8 : 4;
    const pad = (n) => Math.ceil(n / padding) * padding;
    const bytes = reader.bytes(segment.offset, segment.filesz);
    const t = new elf_reader/* Table */.X(bytes, header);
    const notes = [];
    for (let at = 0; at + 12 <= bytes.length;) {
        const [nameSize, size, type] = [t.u32(at), t.u32(at + 4), t.u32(at + 8)];
        const from = pad(at + 12 + nameSize);
        if (from + size > bytes.length) {
            const evidence = (0,problem/* hex */.u)(segment.offset + at);
            problems.push({ kind: 'malformed', severity: 'warning', message: 'a note is larger than its segment', evidence });
            break;
        }
        const owner = bytes.toString('latin1', at + 12, at + 12 + nameSize).replace(/\0+$/, '');
        notes.push({ owner, type, data: Buffer.from(bytes.subarray(from, from + size)) });
        at = pad(from + size);
    }
    return notes;
}
/** NT_GNU_ABI_TAG: operating system (0 Linux) and three numbers. */
function kernelOf(data, header) {
    if (!data || data.length < 16)
        return null;
    const t = new elf_reader/* Table */.X(data, header);
    return t.u32(0) === 0 ? `${t.u32(4)}.${t.u32(8)}.${t.u32(12)}` : null;
}
function x86Levels(data, header) {
    const t = new elf_reader/* Table */.X(data, header);
    const step = header.is64 ? 8 : 4;
    const levels = [];
    for (let at = 0; at + 8 <= data.length;) {
        const [type, size] = [t.u32(at), t.u32(at + 4)];
        if (at + 8 + size > data.length)
            break;
        // The highest bit is the level: bit 0 is the baseline.
        if (type === x86IsaNeeded && size === 4 && t.u32(at + 8) !== 0)
            levels.push(32 - Math.clz32(t.u32(at + 8)));
        at += 8 + Math.ceil(size / step) * step;
    }
    return levels;
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./.build/js/elf/rust.js



/**
 * Reads `.dep-v0` (zlib over JSON; source: cargo-auditable PARSING.md); null for a file without it.
 * @throws ElfError `limit`
 */
function readDependencies(reader, sections) {
    const bytes = (0,elf_sections/* sectionBytes */.vu)(reader, sections, '.dep-v0', limits/* limits */.F.dependencies);
    if (!bytes)
        return null;
    try {
        const list = JSON.parse((0,external_node_zlib_.inflateSync)(bytes, { maxOutputLength: limits/* limits */.F.dependencies }).toString('utf8'));
        const packages = typeof list === 'object' && list !== null && 'packages' in list ? list.packages : null;
        if (!Array.isArray(packages))
            return { corrupt: 'no list of packages' };
        const roots = packages.filter(p => typeof p === 'object' && p !== null && 'root' in p && p.root === true).length;
        return roots === 1 ? { packages: packages.length } : { corrupt: `${roots} root packages` };
    }
    catch (error) {
        return { corrupt: error instanceof Error ? error.message : String(error) };
    }
}

;// CONCATENATED MODULE: ./.build/js/elf/symbols.js






const machineS390 = 22;
const machineMips = 8;
const weakBinding = 2;
/** VER_NDX_GLOBAL: no version of its own. */
const unversioned = 1;
const chunk = 1 << 16;
/**
 * The undefined dynamic symbols with their versions; where a file has versions, only those that have one.
 * @param thorough also read the relocations for the number of symbols, which takes longer; it is done anyway where no
 *   hash table knows the number
 * @throws ElfError
 */
function readImports(reader, header, segments, dynamic, thorough) {
    const image = { reader, header, segments, dynamic };
    const address = dynamic.values.get(elf_dynamic/* tags */._A.symtab);
    if (address === undefined)
        return [];
    const { symbol: size } = (0,elf_header/* sizesOf */.gN)(header);
    const { offset, room } = (0,elf_segments/* locate */.x5)(segments, address);
    const count = Math.min(countSymbols(image, thorough), Math.floor(room / size));
    if (count > limits/* limits */.F.symbols)
        throw new problem/* ElfError */.Q('limit', 'too many dynamic symbols', String(count));
    const versions = versionsOf(image, count);
    const imports = [];
    const perChunk = Math.floor(chunk / size);
    // Symbol 0 is the empty one.
    for (let first = 0; first < count; first += perChunk) {
        const last = Math.min(first + perChunk, count);
        let t = null;
        for (let i = Math.max(first, 1); i < last; i++) {
            // Most symbols of a large program are its own exports: their version is 1, and they are not even read.
            const version = versions === null ? unversioned : versions.u16(i * 2) & 0x7fff;
            if (versions !== null && version <= unversioned)
                continue;
            t ??= new elf_reader/* Table */.X(reader.bytes(offset + first * size, (last - first) * size), header);
            const at = (i - first) * size;
            // st_shndx 0 is "undefined".
            if (t.u16(at + (header.is64 ? 6 : 14)) !== 0)
                continue;
            if (imports.length === limits/* limits */.F.imports)
                throw new problem/* ElfError */.Q('limit', 'too many imported symbols', String(count));
            const name = (0,elf_dynamic/* nameAt */.Dc)(reader, dynamic.strings, t.u32(at));
            imports.push({ name, weak: t.u8(at + (header.is64 ? 4 : 12)) >> 4 === weakBinding, version });
        }
    }
    return imports;
}
function versionsOf({ reader, header, segments, dynamic }, count) {
    const address = dynamic.values.get(elf_dynamic/* tags */._A.versym);
    if (address === undefined)
        return null;
    const { offset, room } = (0,elf_segments/* locate */.x5)(segments, address);
    if (count * 2 > room)
        throw new problem/* ElfError */.Q('malformed', 'the table of symbol versions is too short', (0,problem/* hex */.u)(address));
    return new elf_reader/* Table */.X(reader.bytes(offset, count * 2), header);
}
/**
 * DT_SYMTAB has no length. The greatest number that another table knows is taken: DT_HASH, DT_MIPS_SYMTABNO,
 * DT_GNU_HASH (only defined symbols: useless when there are none), relocations.
 */
function countSymbols(image, thorough) {
    const { values } = image.dynamic;
    const hash = values.get(elf_dynamic/* tags */._A.hash);
    const mips = image.header.machine === machineMips ? (values.get(elf_dynamic/* tags */._A.mipsSymbolCount) ?? 0) : 0;
    const gnuHash = values.get(elf_dynamic/* tags */._A.gnuHash);
    const known = Math.max(hash === undefined ? 0 : chainCount(image, hash), mips);
    const defined = gnuHash === undefined ? 0 : gnuHashCount(image, gnuHash, thorough);
    if (!thorough && (known > 0 || defined > 0))
        return Math.max(known, defined);
    return Math.max(known, defined, relocatedCount(image));
}
/** `nchain` of DT_HASH is the number of symbols; its words have 64 bits on s390x. */
function chainCount({ reader, header, segments }, address) {
    const width = header.machine === machineS390 && header.is64 ? 8 : 4;
    const { offset, room } = (0,elf_segments/* locate */.x5)(segments, address);
    if (room < 2 * width)
        throw new problem/* ElfError */.Q('malformed', 'the hash table is cut off', (0,problem/* hex */.u)(address));
    const t = new elf_reader/* Table */.X(reader.bytes(offset, 2 * width), header);
    return width === 8 ? t.u64(8) : t.u32(4);
}
/**
 * The last symbol of the chain of the highest bucket, plus one; 0 when no symbol is in the table. Linkers put undefined
 * symbols before those of the table: that is all one needs of a large program, unless everything is wanted.
 */
function gnuHashCount({ reader, header, segments }, address, thorough) {
    const { offset, room } = (0,elf_segments/* locate */.x5)(segments, address);
    const table = (from, length) => {
        if (from + length > room)
            throw new problem/* ElfError */.Q('malformed', 'the hash table is cut off', (0,problem/* hex */.u)(address + from));
        return new elf_reader/* Table */.X(reader.bytes(offset + from, length), header);
    };
    const head = table(0, 16);
    const [buckets, first, bloomWords] = [head.u32(0), head.u32(4), head.u32(8)];
    if (first > 1 && !thorough)
        return first;
    const bucketsAt = 16 + bloomWords * (header.is64 ? 8 : 4);
    let highest = 0;
    for (let done = 0; done < buckets; done += chunk / 4) {
        const n = Math.min(chunk / 4, buckets - done);
        const t = table(bucketsAt + done * 4, n * 4);
        for (let i = 0; i < n; i++)
            highest = Math.max(highest, t.u32(i * 4));
    }
    if (highest < first || highest === 0)
        return 0;
    const chainsAt = bucketsAt + buckets * 4;
    for (let symbol = highest; symbol < limits/* limits */.F.symbols; symbol++) {
        if ((table(chainsAt + (symbol - first) * 4, 4).u32(0) & 1) === 1)
            return symbol + 1;
    }
    throw new problem/* ElfError */.Q('limit', 'too many dynamic symbols', (0,problem/* hex */.u)(address));
}
/** The highest symbol that a relocation names, plus one. MIPS has other relocations, and a count of its own. */
function relocatedCount(image) {
    const { values } = image.dynamic;
    if (image.header.machine === machineMips)
        return 0;
    const { is64 } = image.header;
    const [rel, rela] = is64 ? [16, 24] : [8, 12];
    const tables = [
        [values.get(elf_dynamic/* tags */._A.rela), values.get(elf_dynamic/* tags */._A.relaSize), rela],
        [values.get(elf_dynamic/* tags */._A.rel), values.get(elf_dynamic/* tags */._A.relSize), rel],
        [values.get(elf_dynamic/* tags */._A.jmprel), values.get(elf_dynamic/* tags */._A.pltRelSize), values.get(elf_dynamic/* tags */._A.pltRel) === elf_dynamic/* tags */._A.rela ? rela : rel],
    ];
    return Math.max(0, ...tables.map(([at, length = 0, size]) => (at && length ? highestOf(image, at, length, size) : 0)));
}
function highestOf({ reader, header, segments }, address, length, size) {
    const { offset, room } = (0,elf_segments/* locate */.x5)(segments, address);
    if (length > room)
        throw new problem/* ElfError */.Q('malformed', 'a relocation table is larger than its segment', (0,problem/* hex */.u)(length));
    const count = Math.floor(length / size);
    if (count > limits/* limits */.F.relocations)
        throw new problem/* ElfError */.Q('limit', 'too many relocations', String(count));
    const perChunk = Math.floor(chunk / size);
    let highest = -1;
    for (let first = 0; first < count; first += perChunk) {
        const n = Math.min(perChunk, count - first);
        const t = new elf_reader/* Table */.X(reader.bytes(offset + first * size, n * size), header);
        for (let i = 0; i < n; i++) {
            // r_info: the symbol is its upper half with 64 bits, its upper 24 bits with 32.
            const at = i * size;
            const symbol = header.is64 ? t.u32(at + (header.littleEndian ? 12 : 8)) : t.u32(at + 4) >>> 8;
            if (symbol > highest)
                highest = symbol;
        }
    }
    return highest + 1;
}

;// CONCATENATED MODULE: ./.build/js/elf/versions.js





/** `vna_flags`: the loader only warns when such a version is missing. */
const weakFlag = 2;
/**
 * Walks the version needs as the loader does: by the links, not by the counts (glibc `_dl_check_map_versions`), and with
 * its demands: version 1, a hash that is the name's, a library that is in DT_NEEDED.
 * @throws ElfError
 */
function readVersionNeeds(reader, header, segments, dynamic, problems) {
    const address = dynamic.values.get(elf_dynamic/* tags */._A.verneed);
    if (address === undefined)
        return [];
    const { offset, room } = (0,elf_segments/* locate */.x5)(segments, address);
    const end = offset + room;
    const record = (at) => {
        if (at + 16 > end)
            throw new problem/* ElfError */.Q('malformed', 'a version record lies outside its segment', (0,problem/* hex */.u)(at));
        return new elf_reader/* Table */.X(reader.bytes(at, 16), header);
    };
    const needs = [];
    let records = 0;
    const warn = (evidence) => problems.push({ kind: 'malformed', severity: 'warning', message: 'a count of versions is wrong', evidence });
    const count = (at) => {
        if (++records > limits/* limits */.F.versions)
            throw new problem/* ElfError */.Q('limit', 'too many version needs', (0,problem/* hex */.u)(at));
    };
    let files = 0;
    const libraries = new Set(dynamic.needed);
    // Links are unsigned and added to the position: the walk only goes forward, so it ends at the segment's end.
    for (let at = offset, next = -1; next !== 0; at += next) {
        count(at);
        files++;
        const need = record(at);
        if (need.u16(0) !== 1)
            throw new problem/* ElfError */.Q('malformed', 'a version need has an unknown layout', String(need.u16(0)));
        const library = (0,elf_dynamic/* nameAt */.Dc)(reader, dynamic.strings, need.u32(4));
        if (!libraries.has(library)) {
            throw new problem/* ElfError */.Q('malformed', 'versions are needed of a library that is not', library);
        }
        let versions = 0;
        for (let aux = at + need.u32(8), link = -1; link !== 0; aux += link) {
            count(aux);
            versions++;
            const t = record(aux);
            const version = (0,elf_dynamic/* nameAt */.Dc)(reader, dynamic.strings, t.u32(8));
            if (t.u32(0) !== elfHash(version))
                throw new problem/* ElfError */.Q('malformed', 'the hash of a version is wrong', version);
            needs.push({ library, version, weak: (t.u16(4) & weakFlag) !== 0, index: t.u16(6) & 0x7fff });
            link = t.u32(12);
        }
        if (versions !== need.u16(2))
            warn(`${library}: vn_cnt ${need.u16(2)}, ${versions} found`);
        next = need.u32(12);
    }
    const said = dynamic.values.get(elf_dynamic/* tags */._A.verneednum);
    if (said !== files)
        warn(`DT_VERNEEDNUM ${said ?? 'missing'}, ${files} found`);
    return needs;
}
/** The hash of the gABI ("Hash Table"), over the bytes of the name. */
function elfHash(name) {
    let h = 0;
    for (const byte of Buffer.from(name)) {
        h = (h << 4) + byte;
        const high = h & 0xf0000000;
        if (high !== 0)
            h ^= high >>> 24;
        h &= ~high;
    }
    return h >>> 0;
}

;// CONCATENATED MODULE: ./.build/js/elf/elf.js













const noNotes = { buildId: null, goBuildId: null, kernel: null, isaLevel: null, package: null };
/**
 * Reads everything that a file with the ELF magic says, in the order that the kernel and the loader do: header,
 * segments, dynamic table; sections only as extra evidence.
 * @throws ElfError only when not even the header can be read; all else is in `problems`
 */
function readElf(source) {
    const reader = new elf_reader/* Reader */.m(source, performance.now() + limits/* limits */.F.time);
    const header = (0,elf_header/* readHeader */.ay)(reader);
    const problems = [];
    // A part that cannot be read is a problem of its own; the others still say what they can.
    const attempt = (part, otherwise) => {
        try {
            return part();
        }
        catch (error) {
            if (!(error instanceof problem/* ElfError */.Q))
                throw error;
            problems.push({ kind: error.kind, severity: 'error', message: error.message, evidence: error.evidence });
            return otherwise;
        }
    };
    const finished = header.type === elf_header/* elfTypes */.tp.executable || header.type === elf_header/* elfTypes */.tp.dynamic;
    const segments = attempt(() => (0,elf_segments/* readSegments */.lZ)(reader, header), []);
    if (finished)
        problems.push(...(0,elf_segments/* checkSegments */.hc)(segments, header, source.size));
    problems.push(...(0,elf_sections/* checkSections */.fM)(header, source.size));
    const sections = attempt(() => (0,elf_sections/* readSections */.jn)(reader, header), []);
    const dynamic = attempt(() => (0,elf_dynamic/* readDynamic */.os)(reader, header, segments, problems), null);
    const needs = dynamic ? attempt(() => readVersionNeeds(reader, header, segments, dynamic, problems), []) : [];
    const thorough = needs.some(n => n.weak);
    return {
        header,
        segments,
        sections,
        dynamic,
        needs,
        interpreter: attempt(() => (0,elf_segments/* readInterpreter */.bz)(reader, segments), null),
        imports: dynamic ? attempt(() => readImports(reader, header, segments, dynamic, thorough), []) : [],
        notes: attempt(() => readNotes(reader, header, segments, problems), noNotes),
        attributes: attempt(() => (0,attributes/* readAttributes */.w)(reader, header, sections), new Map()),
        go: attempt(() => readGoBuild(reader, segments, sections), null),
        dependencies: attempt(() => readDependencies(reader, sections), null),
        comment: attempt(() => readComment(reader, sections), null),
        problems,
    };
}
/** Texts one after the other, each with an end. */
function readComment(reader, sections) {
    const bytes = (0,elf_sections/* sectionBytes */.vu)(reader, sections, '.comment', limits/* limits */.F.string);
    const texts = bytes
        ?.toString('utf8')
        .split('\0')
        .filter(text => text !== '');
    return texts && texts.length > 0 ? [...new Set(texts)].join(', ') : null;
}
/** Whether the file says that it is a position-independent executable (DF_1_PIE). */
function isPie(elf) {
    return hasBit(elf.dynamic?.values.get(elf_dynamic/* tags */._A.flags1), 0x08000000);
}
/** Whether all symbols are bound at the start: DT_BIND_NOW, DF_BIND_NOW or DF_1_NOW. */
function isBoundNow(elf) {
    const values = elf.dynamic?.values;
    return values?.has(elf_dynamic/* tags */._A.bindNow) === true || hasBit(values?.get(elf_dynamic/* tags */._A.flags), 8) || hasBit(values?.get(elf_dynamic/* tags */._A.flags1), 1);
}
/** Whether code is changed while it is loaded: DT_TEXTREL or DF_TEXTREL. */
function hasTextRelocations(elf) {
    return elf.dynamic?.values.has(elf_dynamic/* tags */._A.textrel) === true || hasBit(elf.dynamic?.values.get(elf_dynamic/* tags */._A.flags), 4);
}
function hasBit(value, bit) {
    return value !== undefined && Number.isFinite(value) && Math.floor(value / bit) % 2 === 1;
}


/***/ }),

/***/ 1665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fe: () => (/* binding */ describeMachine),
/* harmony export */   ay: () => (/* binding */ readHeader),
/* harmony export */   gN: () => (/* binding */ sizesOf),
/* harmony export */   qt: () => (/* binding */ hasMagic),
/* harmony export */   tp: () => (/* binding */ elfTypes)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4001);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6991);


/** `e_type` of the kinds of ELF that there are. */
const elfTypes = { relocatable: 1, executable: 2, dynamic: 3, core: 4 };
/** Bytes of the fixed structures, by class. */
function sizesOf(layout) {
    return layout.is64
        ? { header: 64, segment: 56, section: 64, symbol: 24 }
        : { header: 52, segment: 32, section: 40, symbol: 16 };
}
/** Whether the file starts as an ELF file does. */
function hasMagic(start) {
    return start[0] === 0x7f && start[1] === 0x45 && start[2] === 0x4c && start[3] === 0x46;
}
/** Reads the header of a file that has the magic. @throws ElfError */
function readHeader(reader) {
    const ident = reader.bytes(0, 16);
    const layout = readLayout(ident);
    const sizes = sizesOf(layout);
    const t = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .Table */ .X(reader.bytes(0, sizes.header), layout);
    const word = layout.is64 ? 8 : 4;
    // After e_ident, e_type, e_machine, e_version come three words: entry, phoff, shoff.
    const rest = 24 + 3 * word;
    expect(t.u32(20) === 1 && ident[6] === 1, 'the ELF version is not 1', `${ident[6]}, ${t.u32(20)}`);
    expect(t.u16(rest + 4) === sizes.header, 'the header has a wrong size of its own', String(t.u16(rest + 4)));
    const phnum = t.u16(rest + 8);
    const header = {
        ...layout,
        osAbi: t.u8(7),
        abiVersion: t.u8(8),
        type: t.u16(16),
        machine: t.u16(18),
        entry: t.word(24),
        phoff: t.word(24 + word),
        shoff: t.word(24 + 2 * word),
        flags: t.u32(rest),
        phnum,
        shentsize: t.u16(rest + 10),
        shnum: t.u16(rest + 12),
        shstrndx: t.u16(rest + 14),
    };
    if (phnum > 0)
        expect(t.u16(rest + 6) === sizes.segment, 'program headers have a wrong size', String(t.u16(rest + 6)));
    return extended(reader, header);
}
function readLayout(ident) {
    const [, , , , cls = 0, data = 0] = ident;
    expect(cls === 1 || cls === 2, 'the class is neither 32 nor 64 bit', `EI_CLASS ${cls}`);
    expect(data === 1 || data === 2, 'the byte order is unknown', `EI_DATA ${data}`);
    return { is64: cls === 2, littleEndian: data === 1 };
}
/** Counts that do not fit into 16 bits are in section 0 (gABI: PN_XNUM, SHN_XINDEX). */
function extended(reader, header) {
    if (header.shoff === 0)
        return header;
    const sizes = sizesOf(header);
    const many = header.phnum === 0xffff;
    if (!many && (header.shentsize !== sizes.section || header.shoff + sizes.section > reader.size))
        return header;
    const t = new _reader_js__WEBPACK_IMPORTED_MODULE_1__/* .Table */ .X(reader.bytes(header.shoff, sizes.section), header);
    const [size, link, info] = header.is64 ? [32, 40, 44] : [20, 24, 28];
    return {
        ...header,
        phnum: many ? t.u32(info) : header.phnum,
        shnum: header.shnum === 0 ? Math.min(header.is64 ? t.u64OrInfinity(size) : t.u32(size), 0xffffffff) : header.shnum,
        shstrndx: header.shstrndx === 0xffff ? t.u32(link) : header.shstrndx,
    };
}
function expect(right, message, evidence) {
    if (!right)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ElfError */ .Q('malformed', message, evidence);
}
/** Short name of the class and machine, for messages about files that no row describes. */
function describeMachine(header) {
    return `ELF${header.is64 ? 64 : 32} ${header.littleEndian ? 'LE' : 'BE'} machine ${header.machine} flags ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .hex */ .u)(header.flags)}`;
}


/***/ }),

/***/ 4928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ limits)
/* harmony export */ });
/** Hard caps: a file that asks for more is refused (`limit`), however large it is. */
const limits = {
    /** The kernel refuses more than 64 KiB of program headers. */
    programHeaderBytes: 65_536,
    sections: 100_000,
    dynamicEntries: 100_000,
    /** Version needs and their entries together. */
    versions: 10_000,
    symbols: 5_000_000,
    imports: 200_000,
    /** Relocations that are looked at for the number of symbols. */
    relocations: 20_000_000,
    /** Bytes of a name, its end included. */
    string: 4096,
    /** Bytes of all names that are read, so that many references to one long name do not fill the memory. */
    names: 64 << 20,
    /** Bytes of all notes together. */
    notes: 1 << 20,
    /** Bytes of the attributes of an object format (`.ARM.attributes`). */
    attributes: 1 << 16,
    goModuleInfo: 4 << 20,
    /** `.dep-v0` after inflating, bytes. */
    dependencies: 8 << 20,
    /** Milliseconds for the structures of one file. */
    time: 10_000,
};


/***/ }),

/***/ 4001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ ElfError),
/* harmony export */   u: () => (/* binding */ hex)
/* harmony export */ });
/** Thrown inside the reader when it cannot go on; `readElf` turns it into a {@link Problem}. */
class ElfError extends Error {
    kind;
    evidence;
    constructor(kind, message, evidence) {
        super(message);
        this.name = 'ElfError';
        this.kind = kind;
        this.evidence = evidence;
    }
}
/** A number as ELF tools print it. */
function hex(value) {
    return `0x${value.toString(16)}`;
}


/***/ }),

/***/ 6991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ Table),
/* harmony export */   m: () => (/* binding */ Reader)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4928);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4001);


const blockSize = 1 << 14;
const blockCount = 256;
/**
 * Reads ranges of a file, never the whole: every access is checked against the file's size, and blocks that were read
 * are kept (4 MiB at most), because tables and their names lie close together.
 */
class Reader {
    size;
    #source;
    #blocks = new Map();
    #deadline;
    #names = 0;
    /** @param deadline `performance.now()` after which the file has had its time */
    constructor(source, deadline) {
        this.#source = source;
        this.#deadline = deadline;
        this.size = source.size;
    }
    /** `length` bytes at `offset`; not to be changed or kept. @throws ElfError `truncated` outside of the file, `limit` */
    bytes(offset, length) {
        if (!(offset >= 0) || !(length >= 0) || offset + length > this.size) {
            throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ElfError */ .Q('truncated', 'the file ends before its own tables do', `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .u)(offset)}+${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .u)(length)}`);
        }
        const first = Math.floor(offset / blockSize);
        if (offset + length <= (first + 1) * blockSize) {
            const at = offset - first * blockSize;
            return this.#block(first).subarray(at, at + length);
        }
        return this.#load(offset, length);
    }
    /**
     * The text at `offset`, which must end in NUL before `end` and within 4096 bytes.
     * @throws ElfError `malformed`, `truncated`, `limit`
     */
    text(offset, end) {
        const room = Math.min(end, this.size, offset + _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.string);
        if (!(offset >= 0) || offset >= room)
            throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ElfError */ .Q('malformed', 'a name lies outside its table', (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .u)(offset));
        let text = '';
        for (let at = offset; at < room;) {
            const length = Math.min(room - at, blockSize - (at % blockSize));
            const part = this.bytes(at, length);
            const nul = part.indexOf(0);
            this.#names += nul >= 0 ? nul : length;
            if (this.#names > _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.names)
                throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ElfError */ .Q('limit', 'the names of the file are too long', (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .u)(offset));
            if (nul >= 0)
                return text + part.toString('utf8', 0, nul);
            text += part.toString('utf8');
            at += length;
        }
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ElfError */ .Q('malformed', 'a name has no end', (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .u)(offset));
    }
    #block(index) {
        const known = this.#blocks.get(index);
        if (known)
            return known;
        const start = index * blockSize;
        const block = this.#load(start, Math.min(blockSize, this.size - start));
        if (this.#blocks.size >= blockCount) {
            const [oldest] = this.#blocks.keys();
            if (oldest !== undefined)
                this.#blocks.delete(oldest);
        }
        this.#blocks.set(index, block);
        return block;
    }
    #load(offset, length) {
        if (performance.now() > this.#deadline) {
            throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ElfError */ .Q('limit', `the file took more than ${_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.time} ms to read`, (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .u)(offset));
        }
        const target = Buffer.allocUnsafe(length);
        if (this.#source.read(target, offset) !== length) {
            throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ElfError */ .Q('truncated', 'the file became shorter while it was read', (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hex */ .u)(offset));
        }
        return target;
    }
}
/** Numbers in a piece of a file, by the file's layout. Offsets are the caller's: they lie inside by construction. */
class Table {
    bytes;
    #is64;
    #little;
    constructor(bytes, layout) {
        this.bytes = bytes;
        this.#is64 = layout.is64;
        this.#little = layout.littleEndian;
    }
    u8(at) {
        return this.bytes.readUInt8(at);
    }
    u16(at) {
        return this.#little ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at);
    }
    u32(at) {
        return this.#little ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
    }
    /** A 64-bit number. @throws ElfError `malformed` above 2^53: no file has such an address or size */
    u64(at) {
        const value = this.u64OrInfinity(at);
        if (value === Number.POSITIVE_INFINITY) {
            throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ElfError */ .Q('malformed', 'an address or size is above 2^53', this.bytes.toString('hex', at, at + 8));
        }
        return value;
    }
    /** A 64-bit number, or Infinity above 2^53: for values that may never be used. */
    u64OrInfinity(at) {
        const high = this.u32(at + (this.#little ? 4 : 0));
        const low = this.u32(at + (this.#little ? 0 : 4));
        return high >= 0x200000 ? Number.POSITIVE_INFINITY : high * 0x1_0000_0000 + low;
    }
    /** An address or size as wide as the file's class. */
    word(at) {
        return this.#is64 ? this.u64(at) : this.u32(at);
    }
}


/***/ }),

/***/ 4776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PH: () => (/* binding */ sectionTypes),
/* harmony export */   fM: () => (/* binding */ checkSections),
/* harmony export */   jn: () => (/* binding */ readSections),
/* harmony export */   vu: () => (/* binding */ sectionBytes)
/* harmony export */ });
/* harmony import */ var _header_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1665);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4928);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4001);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6991);




/** `sh_type` values that say something about a finished program. */
const sectionTypes = { nothing: 0, symbols: 2, noBits: 8 };
/**
 * Whether the file is shorter than the section table that its header promises: nothing needs the table to run the
 * program, but a file that was cut off within it is not the file that was built.
 */
function checkSections(header, size) {
    const end = header.shoff + header.shnum * header.shentsize;
    if (header.shoff === 0 || header.shentsize !== (0,_header_js__WEBPACK_IMPORTED_MODULE_0__/* .sizesOf */ .gN)(header).section || end <= size)
        return [];
    const evidence = `section headers need ${end} of ${size} bytes`;
    return [{ kind: 'truncated', severity: 'error', message: 'the file is cut off', evidence }];
}
/** The sections of a file; empty when it has none or when their table makes no sense (the loader never looks). */
function readSections(reader, header) {
    try {
        return read(reader, header);
    }
    catch (error) {
        if (error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ElfError */ .Q && error.kind !== 'limit')
            return [];
        throw error;
    }
}
function read(reader, header) {
    const { section: size } = (0,_header_js__WEBPACK_IMPORTED_MODULE_0__/* .sizesOf */ .gN)(header);
    if (header.shoff === 0 || header.shentsize !== size || header.shnum > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.sections)
        return [];
    const t = new _reader_js__WEBPACK_IMPORTED_MODULE_3__/* .Table */ .X(reader.bytes(header.shoff, header.shnum * size), header);
    const [offset, length] = header.is64 ? [24, 32] : [16, 20];
    const rows = Array.from({ length: header.shnum }, (_, i) => ({
        name: t.u32(i * size),
        type: t.u32(i * size + 4),
        offset: t.word(i * size + offset),
        size: t.word(i * size + length),
    }));
    const names = rows[header.shstrndx];
    if (!names)
        return [];
    return rows.map(row => ({ ...row, name: reader.text(names.offset + row.name, names.offset + names.size) }));
}
/** The bytes of a section, at most `most` of them; null when there is no such section or it has no bytes. */
function sectionBytes(reader, sections, name, most) {
    const found = sections.find(s => s.name === name && s.type !== sectionTypes.noBits && s.type !== sectionTypes.nothing);
    if (!found || found.size === 0 || found.offset >= reader.size)
        return null;
    return reader.bytes(found.offset, Math.min(found.size, most, reader.size - found.offset));
}


/***/ }),

/***/ 3322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T4: () => (/* binding */ segmentTypes),
/* harmony export */   bz: () => (/* binding */ readInterpreter),
/* harmony export */   hc: () => (/* binding */ checkSegments),
/* harmony export */   lZ: () => (/* binding */ readSegments),
/* harmony export */   x5: () => (/* binding */ locate),
/* harmony export */   z$: () => (/* binding */ segmentFlags)
/* harmony export */ });
/* harmony import */ var _header_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1665);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4928);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4001);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6991);




/** `p_type` (gABI "Program Header", GNU and processor extensions). */
const segmentTypes = {
    load: 1,
    dynamic: 2,
    interpreter: 3,
    note: 4,
    tls: 7,
    gnuStack: 0x6474e551,
    gnuRelro: 0x6474e552,
    gnuProperty: 0x6474e553,
    /** RISC-V only: other processors use the number for something else. */
    riscvAttributes: 0x70000003,
};
/** `p_flags`. */
const segmentFlags = { execute: 1, write: 2, read: 4 };
/** Reads all program headers. @throws ElfError */
function readSegments(reader, header) {
    const { segment: size } = (0,_header_js__WEBPACK_IMPORTED_MODULE_0__/* .sizesOf */ .gN)(header);
    const length = header.phnum * size;
    if (length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.programHeaderBytes) {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ElfError */ .Q('limit', 'more program headers than the kernel accepts (64 KiB)', String(header.phnum));
    }
    const t = new _reader_js__WEBPACK_IMPORTED_MODULE_3__/* .Table */ .X(reader.bytes(header.phoff, length), header);
    return Array.from({ length: header.phnum }, (_, i) => {
        const at = i * size;
        const [flags, offset, vaddr, filesz, memsz, align] = header.is64 ? [4, 8, 16, 32, 40, 48] : [24, 4, 8, 16, 20, 28];
        return {
            type: t.u32(at),
            flags: t.u32(at + flags),
            offset: t.word(at + offset),
            vaddr: t.word(at + vaddr),
            filesz: t.word(at + filesz),
            memsz: t.word(at + memsz),
            align: t.word(at + align),
        };
    });
}
/**
 * Where the bytes at an address are in the file, and how many of the same segment follow. Zero fill is not in the file.
 * Where segments overlap the later one wins, as in memory.
 * @throws ElfError `malformed` when no segment has them
 */
function locate(segments, address) {
    const segment = segments.findLast(s => s.type === segmentTypes.load && address >= s.vaddr && address < s.vaddr + s.filesz);
    if (!segment)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ElfError */ .Q('malformed', 'a table lies outside of what the file loads', (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .hex */ .u)(address));
    const skip = address - segment.vaddr;
    return { offset: segment.offset + skip, room: segment.filesz - skip };
}
/** What the kernel and the loaders demand of program headers. `size`: of the file, bytes. */
function checkSegments(segments, header, size) {
    const problems = [];
    const say = (message, evidence, severity = 'error') => problems.push({ kind: 'malformed', severity, message, evidence });
    const loads = segments.filter(s => s.type === segmentTypes.load);
    if (loads.length === 0)
        say('no segment is loaded', `${segments.length} program headers`);
    for (const s of segments) {
        const where = `segment ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .hex */ .u)(s.type)} at ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .hex */ .u)(s.offset)}`;
        if (s.filesz > 0 && s.offset + s.filesz > size) {
            const evidence = `${where} needs ${s.offset + s.filesz} of ${size} bytes`;
            problems.push({ kind: 'truncated', severity: 'error', message: 'the file is cut off', evidence });
        }
        if (s.type === segmentTypes.load || s.type === segmentTypes.tls)
            checkAlignment(s, where, say);
        if (s.type === segmentTypes.load && s.filesz > s.memsz)
            say('a segment is larger in the file than in memory', where);
    }
    for (const [type, name] of [
        [segmentTypes.interpreter, 'interpreters'],
        [segmentTypes.dynamic, 'dynamic tables'],
    ]) {
        const count = segments.filter(s => s.type === type).length;
        if (count > 1)
            say(`the file has several ${name}`, String(count));
    }
    const has = (type) => segments.some(s => s.type === type);
    if (has(segmentTypes.interpreter) && !has(segmentTypes.dynamic))
        say('an interpreter without a dynamic table', '');
    if (overlapping(loads))
        say('loaded segments overlap', '', 'warning');
    const starts = header.type === _header_js__WEBPACK_IMPORTED_MODULE_0__/* .elfTypes */ .tp.executable || has(segmentTypes.interpreter);
    if ((starts || header.entry !== 0) && !loads.some(s => header.entry >= s.vaddr && header.entry < s.vaddr + s.memsz)) {
        say('the entry point is not in a loaded segment', (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .hex */ .u)(header.entry));
    }
    return problems;
}
function checkAlignment(s, where, say) {
    if (s.align !== 0 && 2 ** Math.floor(Math.log2(s.align)) !== s.align)
        say('an alignment is not a power of two', where);
    else if (s.align > 1 && s.type === segmentTypes.load && s.vaddr % s.align !== s.offset % s.align) {
        say('a segment is not aligned as it says', `${where}, address ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .hex */ .u)(s.vaddr)}, alignment ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .hex */ .u)(s.align)}`);
    }
}
function overlapping(loads) {
    const sorted = [...loads].sort((a, b) => a.vaddr - b.vaddr);
    return sorted.some((s, i) => {
        const next = sorted[i + 1];
        return next !== undefined && s.vaddr + s.memsz > next.vaddr;
    });
}
/** The path in PT_INTERP, or null. The kernel reads it by offset and wants it to end in NUL. @throws ElfError */
function readInterpreter(reader, segments) {
    const segment = segments.find(s => s.type === segmentTypes.interpreter);
    if (!segment)
        return null;
    const { offset, filesz } = segment;
    if (filesz < 2 || filesz > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.string)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ElfError */ .Q('malformed', 'the interpreter has no sensible length', String(filesz));
    if (reader.bytes(offset + filesz - 1, 1)[0] !== 0) {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ElfError */ .Q('malformed', 'the interpreter does not end in NUL', (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .hex */ .u)(offset));
    }
    return reader.text(offset, offset + filesz);
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

/***/ 3676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ sortFindings),
/* harmony export */   gk: () => (/* binding */ finding)
/* harmony export */ });
/* unused harmony export findingTable */
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8175);

/** Every kind of finding by its stable id: what verify can say about a file. */
const findingTable = {
    unreadable: {
        severity: 'error',
        title: 'The file could not be read',
        hint: 'Name a regular file that this user may read and that nothing changes meanwhile.',
    },
    malformed: {
        severity: 'error',
        title: 'The structures of the file contradict each other',
        hint: 'Was the upload or the download complete? Compare its sha256; else rebuild it.',
    },
    truncated: {
        severity: 'error',
        title: 'The file ends before its own tables do',
        hint: 'Was the upload or the download complete? Compare its sha256.',
    },
    limit: {
        severity: 'error',
        title: 'The file asks for more than any real program does',
        hint: 'It is damaged or made to harm; rebuild it.',
    },
    'not-elf': {
        severity: 'error',
        title: 'The file is no Linux executable',
        hint: 'Name the executable itself, not a script, an archive or another platform’s program.',
    },
    'elf-kind': {
        severity: 'error',
        title: 'The file is no finished program',
        hint: 'Name the executable, not the object file or the core dump.',
    },
    'os-abi': {
        severity: 'error',
        title: 'The file is for another operating system',
        hint: 'Build it for Linux.',
    },
    'arch-unknown': {
        severity: 'error',
        title: 'The architecture is not known',
        hint: 'Nothing is known of this machine, so nothing can be promised.',
    },
    'arch-mismatch': {
        severity: 'error',
        title: 'The file is for another architecture than its target',
        hint: 'Check which entry of `targets` gave this file; a build that ignores its compiler builds for its host.',
    },
    'abi-flags': {
        severity: 'error',
        title: 'The ABI flags of the header do not fit the architecture',
        hint: 'Float ABI or instruction set differ: check the triple and the -mabi and -mfloat-abi options.',
    },
    'linkage-mismatch': {
        severity: 'error',
        title: 'The file is linked in another way than demanded',
        hint: 'Static: build for musl, or Go with CGO_ENABLED=0. Dynamic: build for a gnu target.',
    },
    interpreter: {
        severity: 'error',
        title: 'The loader that the file names is not that of its architecture',
        hint: 'The program only starts where this loader exists: link with the default of the target, without --dynamic-linker.',
    },
    'interp-without-needed': {
        severity: 'warning',
        title: 'The file names a loader but needs no library',
        hint: 'It starts neither on Alpine nor in an empty container. Go: build without -buildmode=pie.',
    },
    'needed-not-allowed': {
        severity: 'error',
        title: 'A shared library is needed that the target does not promise',
        hint: 'Link it statically, or allow it with `allow-libraries` and ship or document it.',
    },
    'needed-path': {
        severity: 'error',
        title: 'A needed library is named by a path',
        hint: 'Link with -l<name>, or give the library an soname.',
    },
    'needed-duplicate': { severity: 'info', title: 'A library is named twice', hint: 'Harmless.' },
    'floor-glibc': {
        severity: 'error',
        title: 'A newer glibc is needed than the target promises',
        hint: 'Build with the zig backend for the floor (`glibc: 2.17`); the symbols say what raised it.',
    },
    'floor-libstdcxx': {
        severity: 'error',
        title: 'A newer libstdc++ or libgcc is needed than systems with this glibc have',
        hint: 'Link with -static-libstdc++ -static-libgcc, or build with the zig backend.',
    },
    'glibc-abi-unknown': {
        severity: 'error',
        title: 'The file needs something of glibc that is not known',
        hint: 'Rebuild it with an older default of the linker (`-Wl,-z,nopack-relative-relocs`, `-mtls-dialect=gnu`).',
    },
    'glibc-private': {
        severity: 'error',
        title: 'The file is bound to one exact build of glibc',
        hint: 'It took a part of glibc out of its distribution: link against public interfaces only.',
    },
    'relr-unmarked': {
        severity: 'error',
        title: 'Relative relocations are packed without saying so',
        hint: 'Old loaders crash and new ones refuse: `-Wl,-z,nopack-relative-relocs`.',
    },
    unversioned: {
        severity: 'warning',
        title: 'glibc is needed without any version',
        hint: 'Which glibc it needs cannot be known: it was linked against a stub without versions.',
    },
    runpath: {
        severity: 'error',
        title: 'Libraries are searched in a place of the build machine',
        hint: 'Remove -rpath (CMAKE_SKIP_RPATH), or use $ORIGIN.',
    },
    'runpath-origin': { severity: 'info', title: 'Libraries are searched beside the file', hint: 'Ship them with it.' },
    audit: {
        severity: 'error',
        title: 'The file brings in other libraries by audit or filter tags',
        hint: 'Remove --audit, --filter and --auxiliary from the link.',
    },
    'exec-stack': {
        severity: 'error',
        title: 'The stack is executable',
        hint: 'Link with -z noexecstack; an assembler file lacks `.section .note.GNU-stack,"",%progbits`.',
    },
    'rwx-segment': {
        severity: 'error',
        title: 'Memory is writable and executable at once',
        hint: 'Remove -N (omagic) or the linker script that puts code and data together.',
    },
    textrel: {
        severity: 'warning',
        title: 'Code is changed while it is loaded',
        hint: 'Compile everything with -fPIC; musl and SELinux refuse it.',
    },
    relro: { severity: 'warning', title: 'Tables of the loader stay writable', hint: 'Link with -z relro -z now.' },
    'bind-now': { severity: 'warning', title: 'Functions are bound late', hint: 'Link with -z now.' },
    'no-pie': { severity: 'warning', title: 'The file always loads at the same address', hint: 'Link with -pie.' },
    'page-size': {
        severity: 'error',
        title: 'The file does not load on kernels with large pages',
        hint: 'Link with -z max-page-size=0x10000 (the message has the size).',
    },
    'isa-baseline': {
        severity: 'error',
        title: 'A newer CPU is needed than the target promises',
        hint: 'Remove -march=native and the like (Go: GOAMD64=v1), or promise less with `cpu`.',
    },
    'static-glibc': {
        severity: 'warning',
        title: 'glibc is linked statically',
        hint: 'Name lookups and locales load parts of the system’s glibc at run time: build for musl, or dynamically with a floor.',
    },
    'static-glibc-nss': {
        severity: 'error',
        title: 'A statically linked glibc looks up names',
        hint: 'It loads the system’s own glibc for that and crashes where it differs: build for musl, or dynamically with a floor.',
    },
    'go-cgo': {
        severity: 'error',
        title: 'A Go program that should use no libc was built with cgo',
        hint: 'CGO_ENABLED=0, or name a target with a libc.',
    },
    'go-arch': {
        severity: 'error',
        title: 'Go’s build information names another architecture',
        hint: 'Do not copy executables between targets.',
    },
    'go-revision': {
        severity: 'error',
        title: 'The Go program was built from another commit',
        hint: 'Remove stale files from the output directory and build again.',
    },
    'go-modified': {
        severity: 'warning',
        title: 'The Go program was built from changed sources',
        hint: 'Build from a clean checkout; generated files belong into .gitignore.',
    },
    'go-trimpath': {
        severity: 'warning',
        title: 'The Go program holds paths of the build machine',
        hint: 'Build with -trimpath (`trimpath: true`).',
    },
    'auditable-corrupt': {
        severity: 'warning',
        title: 'The embedded list of crates cannot be read',
        hint: 'Rebuild with cargo-auditable; a post-processing step may have damaged the section.',
    },
    'leaked-path': {
        severity: 'warning',
        title: 'The file holds paths of the build machine',
        hint: 'C: -ffile-prefix-map, Rust: --remap-path-prefix, Go: -trimpath; strip debug information.',
    },
    'not-stripped': {
        severity: 'info',
        title: 'Symbols or debug information are in the file',
        hint: 'Link with -s, or strip.',
    },
    mode: {
        severity: 'warning',
        title: 'The file is not executable',
        hint: 'chmod +x; upload and download steps of CI lose the bit, tar keeps it.',
    },
    upx: {
        severity: 'error',
        title: 'The content is packed and cannot be inspected',
        hint: 'Verify the file before UPX packs it, and ship it unpacked or compress the download instead.',
    },
    'trailing-data': { severity: 'info', title: 'Data follows the end of the program', hint: 'It was not inspected.' },
    'build-id': { severity: 'info', title: 'The build id', hint: 'Finds debug information.' },
    toolchain: { severity: 'info', title: 'The compilers that took part', hint: 'As the file says itself.' },
    smoke: {
        severity: 'error',
        title: 'The program did not start',
        hint: 'The evidence has the first line of what it said; `smoke-command` sets its arguments.',
    },
};
/**
 * Makes a finding from its row. Evidence comes from the file: it is made printable and cut at 200 characters.
 * @param change severity or hint where they differ from the row's
 */
function finding(id, message, evidence, change = {}) {
    const { severity, hint } = findingTable[id];
    return { id, severity, message: (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(message, 1000), evidence: (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(evidence, 200), hint, ...change };
}
const order = ['error', 'warning', 'info'];
/** Sorts findings so that two runs print the same: severity, id, evidence, message. */
function sortFindings(findings) {
    const key = (f) => [order.indexOf(f.severity), f.id, f.evidence, f.message].join('\0');
    return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}


/***/ }),

/***/ 2565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hQ: () => (/* binding */ blank),
  GP: () => (/* binding */ judgeFile),
  $c: () => (/* binding */ withFindings)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./.build/js/elf/elf.js + 5 modules
var elf_elf = __webpack_require__(1586);
// EXTERNAL MODULE: ./.build/js/elf/header.js
var header = __webpack_require__(1665);
// EXTERNAL MODULE: ./.build/js/elf/problem.js
var problem = __webpack_require__(4001);
// EXTERNAL MODULE: ./.build/js/elf/attributes.js
var attributes = __webpack_require__(7909);
// EXTERNAL MODULE: ./.build/js/verify/findings.js
var verify_findings = __webpack_require__(3676);
;// CONCATENATED MODULE: ./.build/js/verify/check/baseline.js


/** Go's CPU settings, weakest first. Source: golang/go `src/internal/buildcfg/cfg.go`. */
const goLevels = {
    GOAMD64: ['v1', 'v2', 'v3', 'v4'],
    GO386: ['softfloat', 'sse2'],
    GOARM: ['5', '6', '7'],
    GOPPC64: ['power8', 'power9', 'power10'],
    GORISCV64: ['rva20u64', 'rva22u64', 'rva23u64'],
    GOMIPS: ['softfloat', 'hardfloat'],
    GOMIPS64: ['softfloat', 'hardfloat'],
};
/** CPU_arch values of the ARM attributes that run on each row (ARM "Build Attributes"; 8 is v6T2, 10 is v7-A). */
const armCpus = {
    armel: [0, 1, 2, 3, 4, 5],
    armv6: [0, 1, 2, 3, 4, 5, 6, 7, 9],
    armv7: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};
/** What is in rv64gc: its letters, and names that only describe parts of them or of the platform. */
const riscvBaseline = /^([imafdcg]|zicsr|zifencei|zicntr|zihpm|zmmul|zaamo|zalrsc|zca|zcd|zcf|zic[a-z]*|za(64|128)rs)$/;
/**
 * Whether the file says that it needs a newer CPU than users are sure to have. It can only say so: nothing in the bytes
 * proves that it does not, because choosing at run time is allowed.
 */
function checkBaseline(subject) {
    const { policy } = subject;
    const level = /^x86[-_]64[-_]v([1-4])$/.exec(policy.cpu ?? '')?.[1];
    // Another CPU was named: what it can do is not known here, so nothing is said.
    if (policy.cpu !== undefined && level === undefined)
        return [];
    const allowed = level === undefined ? 1 : Number(level);
    return [...x86(subject, allowed), ...go(subject, allowed), ...arm(subject), ...riscv(subject)];
}
function x86({ elf }, allowed) {
    const level = elf.notes.isaLevel;
    if (level === null || level <= allowed)
        return [];
    const evidence = `GNU_PROPERTY_X86_ISA_1_NEEDED x86-64-v${level}`;
    return [(0,verify_findings/* finding */.gk)('isa-baseline', `the loader demands an x86-64-v${level} CPU`, evidence)];
}
function go({ elf, row, policy, identity }, allowed) {
    const settings = elf.go?.settings ?? {};
    return Object.entries(row?.go?.env ?? {}).flatMap(([name, baseline]) => {
        const found = settings[name]?.split(',')[0];
        const levels = goLevels[name];
        if (found === undefined || levels === undefined)
            return [];
        const most = name === 'GOAMD64' ? allowed - 1 : levels.indexOf(baseline);
        if (levels.indexOf(found) <= most && levels.includes(found))
            return [];
        return [
            (0,verify_findings/* finding */.gk)('isa-baseline', `built for a newer CPU than ${policy.arch ?? identity.arch} has`, `${name}=${found}`),
        ];
    });
}
function arm({ elf, identity }) {
    const cpu = elf.attributes.get(attributes/* attributeTags */.K.armCpu);
    const known = identity.arch === null ? undefined : armCpus[identity.arch];
    if (typeof cpu !== 'number' || known === undefined || known.includes(cpu))
        return [];
    return [(0,verify_findings/* finding */.gk)('isa-baseline', `built for a newer CPU than ${identity.arch} has`, `Tag_CPU_arch ${cpu}`)];
}
function riscv({ elf, identity }) {
    const isa = elf.attributes.get(attributes/* attributeTags */.K.riscvIsa);
    if (identity.arch !== 'riscv64' || typeof isa !== 'string')
        return [];
    // `rv64i2p1_m2p0_zicsr2p0`: extensions with versions after them.
    const extensions = isa
        .replace(/^rv64/, '')
        .split('_')
        .map(e => e.replace(/[0-9]+p[0-9]+$/, ''));
    const beyond = extensions.filter(e => e !== '' && !riscvBaseline.test(e));
    return beyond.length === 0 ? [] : [(0,verify_findings/* finding */.gk)('isa-baseline', `needs ${beyond.join(', ')} beyond rv64gc`, isa)];
}

// EXTERNAL MODULE: ./.build/js/elf/segments.js
var segments = __webpack_require__(3322);
// EXTERNAL MODULE: ./.build/js/arch.js + 5 modules
var js_arch = __webpack_require__(3753);
// EXTERNAL MODULE: ./.build/js/elf/dynamic.js
var dynamic = __webpack_require__(643);
// EXTERNAL MODULE: ./.build/js/version.js
var version = __webpack_require__(1480);
;// CONCATENATED MODULE: ./.build/js/verify/identity.js




/**
 * The architecture of a file. Rows that cannot be told apart by the header (ARM) are settled by what the policy asks
 * for, else by Go's build information and the ARM attributes.
 */
function identify(elf, policy) {
    const { is64, littleEndian, machine } = elf.header;
    const same = js_arch/* archNames */.H.filter(name => {
        const row = js_arch/* archs */.C[name].elf;
        return row.machine === machine && row.class === (is64 ? 64 : 32) && row.data === (littleEndian ? 'LE' : 'BE');
    });
    const fitting = same.filter(name => flagsFit(js_arch/* archs */.C[name], elf));
    const pick = (names) => policy.arch !== null && names.includes(policy.arch) ? policy.arch : (names.find(n => n === armOf(elf)) ?? names[0]);
    const arch = pick(fitting) ?? pick(same) ?? null;
    return { arch, flagsFit: arch !== null && fitting.includes(arch) };
}
/** Go writes the same flags for every ARM: rules marked so only count for files with a loader or attributes. */
function flagsFit(row, elf) {
    const telling = elf.dynamic !== null || elf.attributes.size > 0;
    return row.elf.flags.every(rule => (rule.dynamicOnly && !telling) || rule.values.includes((elf.header.flags & rule.mask) >>> 0));
}
const armByGo = { '5': 'armel', '6': 'armv6', '7': 'armv7' };
/** Which of the ARM rows the file names itself, or null. CPU_arch: up to 5 is ARMv5, 10 is ARMv7. */
function armOf(elf) {
    const byGo = armByGo[elf.go?.settings['GOARM']?.slice(0, 1) ?? ''];
    if (byGo)
        return byGo;
    const cpu = elf.attributes.get(attributes/* attributeTags */.K.armCpu);
    if (typeof cpu !== 'number')
        return null;
    return cpu >= 10 ? 'armv7' : cpu >= 6 ? 'armv6' : 'armel';
}
/** Names of a dynamic table that only glibc or only musl has: one of each is never right. */
const libcNames = {
    glibc: new Set([
        ...['libc.so.6', 'libm.so.6', 'libdl.so.2', 'librt.so.1', 'libpthread.so.0', 'libutil.so.1', 'libresolv.so.2'],
        'libanl.so.1',
    ]),
    musl: /^libc(\.musl-[a-z0-9_-]+)?\.so(\.1)?$/,
};
/** How a file is linked, from the bytes alone; the order of the rules matters (libc.so.6 has a loader and an soname). */
function classify(elf, row) {
    const { type } = elf.header;
    if (type !== header/* elfTypes */.tp.executable && type !== header/* elfTypes */.tp.dynamic)
        return 'not-elf';
    const { interpreter, dynamic } = elf;
    if (type === header/* elfTypes */.tp.dynamic && (dynamic?.soname != null || (interpreter === null && !(0,elf_elf/* isPie */.nZ)(elf)))) {
        return 'shared-library';
    }
    const needs = (dynamic?.needed.length ?? 0) > 0;
    if (interpreter === null && !needs) {
        // What the dynamic table would have said is not known when it could not be read.
        if (dynamic === null && elf.problems.some(p => p.severity === 'error'))
            return 'dynamic-other';
        return type === header/* elfTypes */.tp.executable ? 'static' : 'static-pie';
    }
    if (interpreter === null)
        return 'dynamic-other';
    if (interpreter === row?.elf.glibcInterpreter)
        return 'dynamic-glibc';
    return row?.elf.muslInterpreter.includes(interpreter) ? 'dynamic-musl' : 'dynamic-other';
}

;// CONCATENATED MODULE: ./.build/js/verify/floors.js



const numbered = /^(GLIBC|GLIBCXX|CXXABI|GCC)_([0-9]+(?:\.[0-9]+)+)$/;
const seriesNames = {
    GLIBC: 'glibc',
    GLIBCXX: 'glibcxx',
    CXXABI: 'cxxabi',
    GCC: 'gcc',
};
/**
 * Properties that glibc supplies as versions, and the release that has them. 2.43 is an upper bound (auditwheel's
 * manylinux_2_43): some distributions supply these in older releases by their own patches.
 */
const glibcAbis = {
    GLIBC_ABI_DT_RELR: '2.36',
    GLIBC_ABI_GNU2_TLS: '2.43',
    GLIBC_ABI_GNU_TLS: '2.43',
    GLIBC_ABI_DT_X86_64_PLT: '2.43',
};
const glibcLoader = /^(ld-linux[a-z0-9_-]*|ld64|ld)\.so\.[0-9]+$/;
const glibcOthers = new Set([
    'libmvec.so.1',
    'libnsl.so.1',
    'libcrypt.so.1',
    'libBrokenLocale.so.1',
    'libthread_db.so.1',
]);
/** Whether a library is a part of glibc: only its versions are needs of glibc (libgcc_s has a GLIBC_2.0 of its own). */
function isGlibcLibrary(name) {
    return libcNames.glibc.has(name) || glibcOthers.has(name) || glibcLoader.test(name);
}
/** What a need asks for. */
function meaningOf(need) {
    const { version, library } = need;
    const match = numbered.exec(version);
    const series = match && seriesNames[match[1] ?? ''];
    if (match && series) {
        if (series === 'glibc' && !isGlibcLibrary(library))
            return { kind: 'other' };
        return { kind: 'version', series, number: match[2] ?? '' };
    }
    if (!version.startsWith('GLIBC_') || !isGlibcLibrary(library))
        return { kind: 'other' };
    if (version === 'GLIBC_PRIVATE')
        return { kind: 'private' };
    const release = glibcAbis[version];
    return release === undefined ? { kind: 'unknown' } : { kind: 'version', series: 'glibc', number: release };
}
/**
 * Whether the loader refuses to start without the version: always, except when it is marked weak and every symbol that
 * has it is weak too (a strong one ends the start all the same).
 */
function isHard(elf, need) {
    return !need.weak || elf.imports.some(i => i.version === need.index && !i.weak);
}
/** The needs that the loader enforces. */
function hardNeeds(elf) {
    return elf.needs.filter(need => isHard(elf, need));
}
/** Names that musl has only since a release (musl's release notes): evidence of what is needed at least, not proof. */
const muslSince = [
    { since: '1.2.0', names: /^__.*_time64$/ },
    { since: '1.2.2', names: /^(gettid|reallocarray|_Fork)$/ },
    { since: '1.2.3', names: /^qsort_r$/ },
    { since: '1.2.5', names: /^(statx|preadv2|pwritev2)$/ },
];
const muslPackedRelocations = '1.2.4';
/** The greatest version needed of each series; null where none is. */
function floorsOf(elf, linkage) {
    const floor = { glibc: null, glibcxx: null, cxxabi: null, gcc: null };
    for (const need of hardNeeds(elf)) {
        const meaning = meaningOf(need);
        if (meaning.kind === 'version')
            floor[meaning.series] = (0,version/* maxVersion */.H)(floor[meaning.series], meaning.number);
    }
    return {
        glibc: floor.glibc,
        musl: linkage === 'dynamic-musl' ? muslFloor(elf) : null,
        glibcxx: floor.glibcxx,
        cxxabi: floor.cxxabi,
        gcc: floor.gcc,
    };
}
function muslFloor(elf) {
    const packed = elf.dynamic?.values.has(dynamic/* tags */._A.relr) ? muslPackedRelocations : null;
    return muslSince.reduce((floor, { since, names }) => elf.imports.some(i => !i.weak && names.test(i.name)) ? (0,version/* maxVersion */.H)(floor, since) : floor, packed);
}
/**
 * The newest libstdc++ and libgcc versions on systems that have a glibc. Source: auditwheel 6.8 `manylinux-policy.json`,
 * the lowest of its architectures in each row.
 */
const runtimeBaselines = [
    { glibc: '2.5', glibcxx: '3.4.8', cxxabi: '1.3.1', gcc: '4.2.0' },
    { glibc: '2.12', glibcxx: '3.4.13', cxxabi: '1.3.3', gcc: '4.3.0' },
    { glibc: '2.17', glibcxx: '3.4.19', cxxabi: '1.3.7', gcc: '4.8.0' },
    { glibc: '2.24', glibcxx: '3.4.22', cxxabi: '1.3.10', gcc: '4.8.0' },
    { glibc: '2.27', glibcxx: '3.4.24', cxxabi: '1.3.11', gcc: '7.0.0' },
    { glibc: '2.31', glibcxx: '3.4.28', cxxabi: '1.3.12', gcc: '7.0.0' },
    { glibc: '2.34', glibcxx: '3.4.29', cxxabi: '1.3.13', gcc: '7.0.0' },
    { glibc: '2.35', glibcxx: '3.4.30', cxxabi: '1.3.13', gcc: '12.0.0' },
    { glibc: '2.39', glibcxx: '3.4.33', cxxabi: '1.3.15', gcc: '14.0.0' },
];
/** What a system with this glibc has of libstdc++ and libgcc, or null for one older than the table. */
function runtimeBaseline(glibc) {
    return runtimeBaselines.findLast(row => (0,version/* maxVersion */.H)(row.glibc, glibc) === glibc) ?? null;
}

;// CONCATENATED MODULE: ./.build/js/verify/subject.js



/** Puts together what follows from the bytes alone; `hits` may be added later, when the file has been scanned. */
function makeSubject(elf, policy, file) {
    const identity = identify(elf, policy);
    const row = identity.arch === null ? null : js_arch/* archs */.C[identity.arch];
    const linkage = classify(elf, row);
    return { elf, file, policy, identity, row, linkage, floor: floorsOf(elf, linkage) };
}
/** Whether the linkage is one that a loader is part of. */
function isDynamic(linkage) {
    return linkage === 'dynamic-glibc' || linkage === 'dynamic-musl' || linkage === 'dynamic-other';
}
/** Whether the file is complete in itself. */
function isStatic(linkage) {
    return linkage === 'static' || linkage === 'static-pie';
}

;// CONCATENATED MODULE: ./.build/js/verify/check/hardening.js






const machineMips = 8;
/** How the kernel and the loader will map the file. */
function checkHardening(subject) {
    if (subject.linkage === 'not-elf')
        return [];
    return [...stack(subject), ...hardening_segments(subject), ...relocations(subject), ...position(subject)];
}
/** Without PT_GNU_STACK several architectures make the stack executable; the tools of MIPS still ask for it. */
function stack({ elf }) {
    const segment = elf.segments.find(s => s.type === segments/* segmentTypes */.T4.gnuStack);
    if (segment && (segment.flags & segments/* segmentFlags */.z$.execute) === 0)
        return [];
    const severity = elf.header.machine === machineMips ? 'warning' : 'error';
    const evidence = segment ? `PT_GNU_STACK flags ${(0,problem/* hex */.u)(segment.flags)}` : 'no PT_GNU_STACK';
    return [(0,verify_findings/* finding */.gk)('exec-stack', 'the stack will be executable', evidence, { severity })];
}
function hardening_segments({ elf, row }) {
    const loads = elf.segments.filter(s => s.type === segments/* segmentTypes */.T4.load);
    const both = segments/* segmentFlags */.z$.execute | segments/* segmentFlags */.z$.write;
    const open = loads.filter(s => (s.flags & both) === both);
    const findings = open.map(s => (0,verify_findings/* finding */.gk)('rwx-segment', 'a segment is writable and executable', `at ${(0,problem/* hex */.u)(s.vaddr)}`));
    const least = loads.reduce((low, s) => Math.min(low, s.align), Number.POSITIVE_INFINITY);
    const page = row?.elf.pageSize ?? 0;
    if (least >= page)
        return findings;
    const message = `kernels of this architecture have pages of up to ${(0,problem/* hex */.u)(page)} bytes, the file is aligned to ${(0,problem/* hex */.u)(least)}`;
    return [
        ...findings,
        (0,verify_findings/* finding */.gk)('page-size', message, `p_align ${(0,problem/* hex */.u)(least)}`, { hint: `Link with -z max-page-size=${(0,problem/* hex */.u)(page)}.` }),
    ];
}
function relocations({ elf, linkage }) {
    if (!(0,elf_elf/* hasTextRelocations */.r6)(elf))
        return [];
    const severity = linkage === 'dynamic-musl' ? 'error' : 'warning';
    return [(0,verify_findings/* finding */.gk)('textrel', 'code is changed while it is loaded', 'DT_TEXTREL', { severity })];
}
/** A static file at a fixed address has nothing to relocate; binding at once only protects together with RELRO. */
function position({ elf, linkage }) {
    const findings = [];
    const fixed = elf.header.type === header/* elfTypes */.tp.executable;
    if (!(isStatic(linkage) && fixed)) {
        if (!elf.segments.some(s => s.type === segments/* segmentTypes */.T4.gnuRelro)) {
            findings.push((0,verify_findings/* finding */.gk)('relro', 'the loader’s tables stay writable', 'no PT_GNU_RELRO'));
        }
        else if (linkage !== 'static-pie' && !(0,elf_elf/* isBoundNow */.p4)(elf)) {
            findings.push((0,verify_findings/* finding */.gk)('bind-now', 'functions are bound when they are first called', 'no DF_BIND_NOW'));
        }
    }
    if (fixed && (isDynamic(linkage) || isStatic(linkage)) && !(0,elf_elf/* isPie */.nZ)(elf)) {
        const severity = isStatic(linkage) ? 'info' : 'warning';
        findings.push((0,verify_findings/* finding */.gk)('no-pie', 'the program loads at a fixed address', 'ET_EXEC', { severity }));
    }
    return findings;
}

;// CONCATENATED MODULE: ./.build/js/verify/check/libraries.js



/** Which libraries the file needs and where it looks for them. */
function checkLibraries(subject) {
    const { dynamic } = subject.elf;
    if (dynamic === null || isStatic(subject.linkage))
        return [];
    const { audit, needed, runpath, rpath } = dynamic;
    return [...new Set(needed.filter((name, i) => needed.indexOf(name) !== i))]
        .map(name => (0,verify_findings/* finding */.gk)('needed-duplicate', `${name} is needed twice`, name))
        .concat([...new Set(needed)].flatMap(name => checkNeeded(name, subject)), audit.map(name => (0,verify_findings/* finding */.gk)('audit', 'a library comes in by an audit or filter tag', name)), checkSearch('DT_RPATH', rpath), checkSearch('DT_RUNPATH', runpath));
}
function checkNeeded(name, { linkage, policy, row }) {
    if (name.includes('/'))
        return [(0,verify_findings/* finding */.gk)('needed-path', 'a library is named by a path', name)];
    const isGlibc = libcNames.glibc.has(name);
    const isMusl = libcNames.musl.test(name);
    if ((linkage === 'dynamic-musl' && isGlibc) || (linkage === 'dynamic-glibc' && isMusl)) {
        return [(0,verify_findings/* finding */.gk)('needed-not-allowed', `${name} is of another libc than the loader`, name)];
    }
    const loader = row?.elf.glibcInterpreter.split('/').at(-1);
    const own = isMusl || isGlibc || name === loader;
    if (own || policy.allowLibraries.includes(name) || policy.allowLibraries.includes('*'))
        return [];
    return [(0,verify_findings/* finding */.gk)('needed-not-allowed', `${name} is not a library that every system has`, name)];
}
/** Elements are separated by colons; an empty one is the working directory of whoever starts the program. */
function checkSearch(tag, path) {
    if (path === null)
        return [];
    return path.split(':').map(element => {
        const evidence = `${tag} ${path}`;
        if (/^\$(ORIGIN|\{ORIGIN\})(\/|$)/.test(element)) {
            return (0,verify_findings/* finding */.gk)('runpath-origin', `libraries are searched in ${element}`, evidence);
        }
        const what = element === '' ? 'the working directory' : element;
        return (0,verify_findings/* finding */.gk)('runpath', `libraries are searched in ${what}`, evidence);
    });
}

// EXTERNAL MODULE: ./.build/js/elf/sections.js
var elf_sections = __webpack_require__(4776);
;// CONCATENATED MODULE: ./.build/js/verify/needles.js
/** Ids of what is looked for in static files beside leaked paths. */
const marks = { gconv: 'mark:gconv', nss: 'mark:libnss' };
const leakPrefix = 'leak:';
/** Directories that programs name for good reasons: as a whole they say nothing about the build machine. */
const publicDirs = new Set([
    ...['/', '/bin', '/dev', '/etc', '/home', '/lib', '/lib64', '/mnt', '/opt', '/proc', '/run', '/sbin', '/srv', '/sys'],
    ...[
        '/tmp',
        '/usr',
        '/usr/bin',
        '/usr/lib',
        '/usr/local',
        '/usr/local/bin',
        '/usr/share',
        '/usr/src',
        '/var',
        '/var/tmp',
    ],
]);
const slash = 0x2f;
const isNameByte = (byte) => byte !== undefined && /[A-Za-z0-9._~-]/.test(String.fromCharCode(byte));
/**
 * What to look for in a file: our own paths (a compiler that put them there leaks the build machine), and in static
 * files the traces of glibc's run-time loading.
 */
function needlesFor(linkage, forbiddenPaths) {
    const paths = forbiddenPaths.map(p => p.replace(/\/+$/, '')).filter(p => p.startsWith('/') && !publicDirs.has(p));
    const leaks = [...new Set(paths)].map(path => ({
        id: leakPrefix + path,
        bytes: Buffer.from(path),
        counts: isShallow(path) ? countsBelow : countsWhole,
    }));
    if (linkage !== 'static' && linkage !== 'static-pie')
        return leaks;
    return [...leaks, { id: marks.gconv, bytes: Buffer.from('gconv') }, { id: marks.nss, bytes: Buffer.from('libnss_') }];
}
/** The path that a hit is about, or null for another kind of hit. */
function leakedPath(id) {
    return id.startsWith(leakPrefix) ? id.slice(leakPrefix.length) : null;
}
/** `/root`: also the end of other paths and a word of its own. */
function isShallow(path) {
    return path.lastIndexOf('/') === 0;
}
/** A path itself or something below it. Texts without an end of their own (Rust) may stand right before it. */
function countsWhole(_before, after) {
    return !isNameByte(after);
}
function countsBelow(before, after) {
    return after === slash && before !== slash && !isNameByte(before);
}

;// CONCATENATED MODULE: ./.build/js/verify/check/origin.js





/** What the file tells about how and where it was built. */
function checkOrigin(subject) {
    return [...staticGlibc(subject), ...goBuild(subject), ...leaks(subject), ...contents(subject)];
}
/**
 * glibc's start files carry an ABI note and its tables name gconv; musl and Go have neither. `libnss_` is there only when
 * names are looked up; `nsswitch.conf` alone proves nothing (Go's net package has it).
 */
function staticGlibc({ elf, linkage, file }) {
    if (!isStatic(linkage) || elf.notes.kernel === null)
        return [];
    const hit = (id) => file.hits.find(h => h.id === id);
    const gconv = hit(marks.gconv);
    if (!gconv)
        return [];
    const nss = hit(marks.nss);
    const found = [(0,verify_findings/* finding */.gk)('static-glibc', 'glibc is linked statically', `ABI note ${elf.notes.kernel}; ${gconv.text}`)];
    if (nss)
        found.push((0,verify_findings/* finding */.gk)('static-glibc-nss', 'names are looked up through the system’s glibc', nss.text));
    return found;
}
function goBuild({ elf, policy, row }) {
    const { go } = elf;
    if (!go)
        return [];
    const { settings } = go;
    const findings = [
        (0,verify_findings/* finding */.gk)('toolchain', 'built by Go', `${go.version} ${go.path ?? ''} ${go.mainVersion ?? ''}`.trim()),
    ];
    const arch = settings['GOARCH'];
    if (arch !== undefined && row?.go && row.go.goarch !== arch) {
        findings.push((0,verify_findings/* finding */.gk)('go-arch', `Go built it for ${arch}`, `GOARCH=${arch}`));
    }
    if (policy.cgo === false && settings['CGO_ENABLED'] === '1') {
        findings.push((0,verify_findings/* finding */.gk)('go-cgo', 'cgo was on', 'CGO_ENABLED=1'));
    }
    const revision = settings['vcs.revision'];
    if (policy.commit !== undefined && revision !== undefined && revision !== policy.commit) {
        findings.push((0,verify_findings/* finding */.gk)('go-revision', `built from another commit than ${policy.commit}`, `vcs.revision=${revision}`));
    }
    if (settings['vcs.modified'] === 'true') {
        findings.push((0,verify_findings/* finding */.gk)('go-modified', 'the sources differed from the commit', 'vcs.modified=true'));
    }
    if (Object.keys(settings).length > 0 && settings['-trimpath'] !== 'true') {
        findings.push((0,verify_findings/* finding */.gk)('go-trimpath', 'paths of the build machine are in the file', 'no -trimpath'));
    }
    return findings;
}
/** One finding for each place: of paths inside each other the longest says most. */
function leaks({ file }) {
    const found = file.hits.flatMap(hit => {
        const path = leakedPath(hit.id);
        return path === null ? [] : [{ path, hit }];
    });
    const longest = found.filter(({ path, hit }) => !found.some(f => f.hit.offset === hit.offset && f.path.length > path.length));
    return longest.map(({ path, hit }) => (0,verify_findings/* finding */.gk)('leaked-path', `the file holds ${path}`, `${(0,problem/* hex */.u)(hit.offset)}: ${hit.text}`));
}
function contents({ elf, file }) {
    const findings = [];
    if (elf.dependencies && 'corrupt' in elf.dependencies) {
        findings.push((0,verify_findings/* finding */.gk)('auditable-corrupt', 'the list of crates cannot be read', elf.dependencies.corrupt));
    }
    if (elf.notes.buildId)
        findings.push((0,verify_findings/* finding */.gk)('build-id', 'the file has a build id', elf.notes.buildId));
    if (elf.comment)
        findings.push((0,verify_findings/* finding */.gk)('toolchain', 'compilers that took part', elf.comment));
    const extra = elf.sections.filter(isExtra);
    if (extra.length > 0) {
        const bytes = extra.reduce((sum, s) => sum + s.size, 0);
        const names = extra.map(s => s.name).join(' ');
        findings.push((0,verify_findings/* finding */.gk)('not-stripped', `${bytes} bytes of symbols and debug information`, names));
    }
    const end = endOf(subjectEnd(elf.sections), elf);
    if (end > 0 && end < file.size) {
        findings.push((0,verify_findings/* finding */.gk)('trailing-data', `${file.size - end} bytes follow the end of the program`, (0,problem/* hex */.u)(end)));
    }
    return findings;
}
function isExtra(section) {
    return section.type === elf_sections/* sectionTypes */.PH.symbols || /^\.z?debug_/.test(section.name);
}
function subjectEnd(sections) {
    return sections.reduce((end, s) => (s.type === elf_sections/* sectionTypes */.PH.noBits ? end : Math.max(end, s.offset + s.size)), 0);
}
/** The last byte that any table describes. */
function endOf(sections, { header, segments }) {
    const table = header.shoff + header.shnum * header.shentsize;
    return segments.reduce((end, s) => Math.max(end, s.offset + s.filesz), Math.max(sections, table));
}

;// CONCATENATED MODULE: ./.build/js/verify/check/structure.js




const kinds = {
    [header/* elfTypes */.tp.relocatable]: 'an object file',
    [header/* elfTypes */.tp.core]: 'a core dump',
};
/** EI_OSABI of System V and GNU: Linux writes both. */
const linuxAbis = [0, 3];
/** Whether the file is a whole program for Linux, of the architecture and linkage that were demanded. */
function checkStructure(subject) {
    return [...problems(subject), ...kind(subject), ...architecture(subject), ...linkage(subject), ...loader(subject)];
}
function problems({ elf }) {
    return elf.problems.map(p => (0,verify_findings/* finding */.gk)(p.kind, p.message, p.evidence, { severity: p.severity }));
}
function kind({ elf, file, linkage }) {
    const findings = [];
    const { type, osAbi } = elf.header;
    if (type !== header/* elfTypes */.tp.executable && type !== header/* elfTypes */.tp.dynamic) {
        findings.push((0,verify_findings/* finding */.gk)('elf-kind', `the file is ${kinds[type] ?? 'no program'}`, `e_type ${type}`));
    }
    if (!linuxAbis.includes(osAbi))
        findings.push((0,verify_findings/* finding */.gk)('os-abi', 'the file is not for Linux', `EI_OSABI ${osAbi}`));
    if (file.packed)
        findings.push((0,verify_findings/* finding */.gk)('upx', 'UPX packed the program, so its content is hidden', 'UPX!'));
    if ((isDynamic(linkage) || isStatic(linkage)) && (file.mode & 0o111) === 0) {
        findings.push((0,verify_findings/* finding */.gk)('mode', 'nobody may execute the file', `mode ${(file.mode & 0o777).toString(8)}`));
    }
    return findings;
}
function architecture({ elf, policy, identity }) {
    const evidence = (0,header/* describeMachine */.Fe)(elf.header);
    if (identity.arch === null) {
        return [(0,verify_findings/* finding */.gk)('arch-unknown', 'the architecture is not one that can be judged', evidence)];
    }
    if (policy.arch !== null && policy.arch !== identity.arch) {
        return [(0,verify_findings/* finding */.gk)('arch-mismatch', `the file is for ${identity.arch}, the target is ${policy.arch}`, evidence)];
    }
    if (!identity.flagsFit) {
        return [(0,verify_findings/* finding */.gk)('abi-flags', `the ABI flags are not those of ${identity.arch}`, (0,problem/* hex */.u)(elf.header.flags))];
    }
    return [];
}
function linkage(subject) {
    const { policy, linkage, elf } = subject;
    if (policy.linkage === null || policy.linkage.includes(linkage) || linkage === 'not-elf')
        return [];
    if (policy.linkage.includes('dynamic-glibc') && isStatic(linkage) && usesNoLibc(subject))
        return [];
    const evidence = [elf.interpreter, ...(elf.dynamic?.needed ?? [])].filter(n => n !== null).join(' ');
    const message = `the file is ${linkage}, demanded is ${policy.linkage.join(' or ')}`;
    return [(0,verify_findings/* finding */.gk)('linkage-mismatch', message, evidence)];
}
/** A static file that any glibc target may ship: Go without cgo never asks a libc for anything. */
function usesNoLibc({ elf }) {
    return elf.go?.settings['CGO_ENABLED'] === '0';
}
function loader({ elf, linkage, row }) {
    const { interpreter, dynamic } = elf;
    if (linkage === 'dynamic-other') {
        const right = row ? [row.elf.glibcInterpreter, ...row.elf.muslInterpreter].join(' or ') : 'unknown';
        if (interpreter !== null) {
            return [(0,verify_findings/* finding */.gk)('interpreter', `the loader is not that of the architecture (${right})`, interpreter)];
        }
        const needed = dynamic?.needed.join(' ') ?? '';
        return [(0,verify_findings/* finding */.gk)('interpreter', `libraries are needed but no loader is named (${right})`, needed)];
    }
    if (isDynamic(linkage) && dynamic?.needed.length === 0) {
        return [(0,verify_findings/* finding */.gk)('interp-without-needed', 'a loader is named but no library is needed', interpreter ?? '')];
    }
    return [];
}

;// CONCATENATED MODULE: ./.build/js/verify/distributions.js

const releases = (text) => text.split(', ').map(entry => {
    const [name = '', libc = ''] = entry.split('=');
    return { name, libc };
});
/** Which distribution has which libc: public release records, ports included since the release that is named. */
const families = [
    {
        name: 'Debian',
        libc: 'glibc',
        releases: releases('6=2.11, 7=2.13, 8=2.19, 9=2.24, 10=2.28, 11=2.31, 12=2.36, 13=2.41'),
        archs: {
            ...{ x86_64: '6', i686: '6', armel: '6', armv7: '7', aarch64: '8', ppc64le: '8', s390x: '7', riscv64: '13' },
            ...{ mips: '6', mipsel: '6', mips64el: '9' },
        },
        source: 'the version of the package libc6 in the index of each suite, and the release notes of each release',
    },
    {
        name: 'Ubuntu',
        libc: 'glibc',
        releases: releases('14.04=2.19, 16.04=2.23, 18.04=2.27, 20.04=2.31, 22.04=2.35, 24.04=2.39, 25.10=2.42, 26.04=2.43'),
        archs: { x86_64: '14.04', aarch64: '14.04', armv7: '14.04', ppc64le: '14.04', s390x: '16.04', riscv64: '20.04' },
        source: 'packages of libc6 at packages.ubuntu.com',
    },
    {
        name: 'RHEL/Alma/Rocky',
        libc: 'glibc',
        releases: releases('6=2.12, 7=2.17, 8=2.28, 9=2.34, 10=2.39'),
        archs: { x86_64: '6', aarch64: '8', ppc64le: '7', s390x: '6', riscv64: '10' },
        source: 'release notes of Red Hat Enterprise Linux',
    },
    {
        name: 'Amazon Linux',
        libc: 'glibc',
        releases: releases('1=2.17, 2=2.26, 2023=2.34'),
        archs: { x86_64: '1', aarch64: '2' },
        source: 'release notes of Amazon Linux',
    },
    {
        name: 'SLES',
        libc: 'glibc',
        releases: releases('12=2.19, 15=2.26, 15 SP3=2.31, 15 SP6=2.38, 16=2.40'),
        archs: { x86_64: '12', aarch64: '15', ppc64le: '12', s390x: '12' },
        source: 'release notes of SUSE Linux Enterprise Server',
    },
    {
        name: 'Fedora',
        libc: 'glibc',
        releases: releases('40=2.39, 41=2.40, 42=2.41, 43=2.42, 44=2.43'),
        archs: { x86_64: '40', aarch64: '40', ppc64le: '40', s390x: '40' },
        source: 'packages of glibc at packages.fedoraproject.org; releases before 40 are out of support',
    },
    {
        name: 'Alpine',
        libc: 'musl',
        releases: releases('3.11=1.1.24, 3.12=1.1.24, 3.13=1.2.2, 3.16=1.2.3, 3.18=1.2.4, 3.20=1.2.5, 3.21=1.2.5, 3.24=1.2.6'),
        archs: {
            ...{
                x86_64: '3.11',
                i686: '3.11',
                aarch64: '3.11',
                armv7: '3.11',
                armv6: '3.11',
                ppc64le: '3.11',
                s390x: '3.11',
            },
            ...{ riscv64: '3.20', loongarch64: '3.21' },
        },
        source: 'packages of musl at pkgs.alpinelinux.org',
    },
];
/**
 * Where an executable starts that needs this libc or a newer one.
 * @param floor greatest version needed; null when none is (every release has it)
 */
function reach(arch, libc, floor) {
    const runsOn = [];
    const fails = [];
    for (const family of families.filter(f => f.libc === libc)) {
        const since = family.archs[arch];
        if (since === undefined)
            continue;
        const existing = family.releases.slice(family.releases.findIndex(r => r.name === since));
        const enough = existing.find(r => floor === null || (0,version/* compareVersions */.Z)(r.libc, floor) >= 0);
        const old = existing.findLast(r => floor !== null && (0,version/* compareVersions */.Z)(r.libc, floor) < 0);
        if (enough)
            runsOn.push(`${family.name} ${enough.name}+`);
        if (old)
            fails.push(`${family.name} ${old.name}`);
    }
    return { runsOn, fails };
}

;// CONCATENATED MODULE: ./.build/js/verify/explain.js


/**
 * The versions of a series that are above a floor (null: only the greatest one), each with the symbols that need it;
 * lowest version first.
 */
function explain(elf, series, floor) {
    const needs = hardNeeds(elf)
        .flatMap(need => {
        const meaning = meaningOf(need);
        return meaning.kind === 'version' && meaning.series === series ? [{ need, number: meaning.number }] : [];
    })
        .sort((a, b) => (0,version/* compareVersions */.Z)(a.number, b.number) || (a.need.library < b.need.library ? -1 : 1));
    const greatest = needs.at(-1)?.number ?? null;
    return needs
        .filter(({ number }) => (floor === null ? number === greatest : (0,version/* compareVersions */.Z)(number, floor) > 0))
        .map(({ need }) => ({
        version: need.version,
        library: need.library,
        symbols: [...new Set(elf.imports.filter(i => i.version === need.index).map(i => i.name))].sort(),
    }));
}
/** Symbols that are known to raise a floor, and why; the first row that fits a symbol speaks. */
const causes = [
    {
        symbols: /^(__libc_start_main|pthread_|dl(open|sym|close|error|addr)|sem_)/,
        hint: 'Linked on a system with glibc 2.34 or newer, which moved threads and loading into libc.so.6: link with the zig backend, or set `glibc` to what is really needed.',
    },
    {
        symbols: /^(__isoc23_|strlcpy|strlcat)/,
        hint: 'Compiled with the headers of glibc 2.38 or newer, or linked with a prebuilt .a from such a system: compile everything for the floor.',
    },
    {
        symbols: /^(arc4random|pidfd_spawnp)/,
        hint: 'A run-time library took the newer function because it was there when it was built: build it for the floor too.',
    },
    {
        symbols: /^_dl_find_object$/,
        hint: 'This comes with a libgcc of a newer system: link with -static-libgcc of an older compiler, or with the zig backend.',
    },
    {
        symbols: /^(l?stat(64)?|fstat(at)?(64)?|mknod(at)?|fcntl64|statx|getrandom|getentropy|memfd_create)$/,
        hint: 'Compiled on a system with a newer glibc: build with the zig backend for the floor, or set `glibc` to what is really needed.',
    },
];
/** What to do about a floor that is too high, by the symbols that raise it. */
function hintFor(elf, promised) {
    const symbols = explain(elf, 'glibc', promised).flatMap(e => e.symbols);
    const cause = causes.find(c => symbols.some(s => c.symbols.test(s)));
    return cause?.hint ?? `Build with the zig backend for the floor (\`glibc: ${promised}\`), or promise less.`;
}

;// CONCATENATED MODULE: ./.build/js/verify/check/versions.js






/** Which versions of libraries the file needs, against what its target promises. */
function checkVersions(subject) {
    return [
        ...unknownNeeds(subject),
        ...glibcFloor(subject),
        ...runtimeFloors(subject),
        ...relativeRelocations(subject),
        ...unversioned(subject),
    ];
}
function unknownNeeds({ elf }) {
    // A weak need of something unknown is no less unknown.
    return elf.needs.flatMap(need => {
        const { kind } = meaningOf(need);
        const evidence = `${need.version} of ${need.library}`;
        if (kind === 'private')
            return [(0,verify_findings/* finding */.gk)('glibc-private', `${need.library} must be one exact build`, evidence)];
        return kind === 'unknown' ? [(0,verify_findings/* finding */.gk)('glibc-abi-unknown', `${need.version} is not known`, evidence)] : [];
    });
}
function glibcFloor({ elf, floor, policy, identity }) {
    const promised = policy.floor.glibc;
    if (promised === null || floor.glibc === null || (0,version/* compareVersions */.Z)(floor.glibc, promised) <= 0)
        return [];
    const evidence = explain(elf, 'glibc', promised)
        .reverse()
        .map(e => `${e.version} ${e.library}: ${e.symbols.slice(0, 6).join(', ') || 'no symbol'}`)
        .join('; ');
    const { fails, runsOn } = identity.arch ? reach(identity.arch, 'glibc', floor.glibc) : { fails: [], runsOn: [] };
    const where = `runs on ${runsOn.join(', ') || 'no known release'}${fails.length > 0 ? `, not on ${fails.join(', ')}` : ''}`;
    const message = `glibc ${floor.glibc} is needed, ${promised} is promised: ${where}`;
    return [(0,verify_findings/* finding */.gk)('floor-glibc', message, evidence, { hint: hintFor(elf, promised) })];
}
function runtimeFloors({ elf, policy }) {
    const promised = policy.floor.glibc;
    const baseline = promised === null ? null : runtimeBaseline(promised);
    if (baseline === null)
        return [];
    return ['glibcxx', 'cxxabi', 'gcc'].flatMap(series => {
        const over = hardNeeds(elf).filter(need => {
            const meaning = meaningOf(need);
            return (meaning.kind === 'version' && meaning.series === series && (0,version/* compareVersions */.Z)(meaning.number, baseline[series]) > 0);
        });
        if (over.length === 0)
            return [];
        const evidence = explain(elf, series, baseline[series])
            .reverse()
            .map(e => `${e.version} ${e.library}: ${e.symbols.slice(0, 6).join(', ')}`);
        const message = `systems with glibc ${promised} have ${series} ${baseline[series]} at most`;
        return [(0,verify_findings/* finding */.gk)('floor-libstdcxx', message, evidence.join('; '))];
    });
}
/** DT_RELR without the version that says so: glibc since 2.36 refuses it, older ones ignore it and crash. */
function relativeRelocations({ elf, linkage }) {
    if (!elf.dynamic?.values.has(dynamic/* tags */._A.relr))
        return [];
    if (linkage === 'static-pie') {
        return [
            (0,verify_findings/* finding */.gk)('relr-unmarked', 'relative relocations are packed; the file applies them itself', 'DT_RELR', {
                severity: 'info',
            }),
        ];
    }
    if (linkage !== 'dynamic-glibc' || elf.needs.some(n => n.version === 'GLIBC_ABI_DT_RELR'))
        return [];
    return [(0,verify_findings/* finding */.gk)('relr-unmarked', 'relative relocations are packed without GLIBC_ABI_DT_RELR', 'DT_RELR')];
}
function unversioned({ elf, linkage }) {
    if (linkage !== 'dynamic-glibc' || elf.needs.length > 0 || !elf.dynamic?.needed.includes('libc.so.6'))
        return [];
    return [(0,verify_findings/* finding */.gk)('unversioned', 'glibc is needed, but not which one', 'libc.so.6')];
}

;// CONCATENATED MODULE: ./.build/js/verify/check.js







/** All checks, each a pure function from facts and demands to findings. */
const checks = [
    checkStructure,
    checkLibraries,
    checkVersions,
    checkHardening,
    checkBaseline,
    checkOrigin,
];
/** Everything that there is to say about a file, worst first; the same facts give the same list. */
function check(subject) {
    return (0,verify_findings/* sortFindings */.Tc)(checks.flatMap(c => c(subject)));
}

;// CONCATENATED MODULE: ./.build/js/verify/describe.js





/** Errors after which no promise about distributions can be made. */
const nowhere = new Set([
    ...['malformed', 'truncated', 'limit', 'unreadable', 'elf-kind', 'os-abi', 'arch-unknown', 'abi-flags'],
    ...['interpreter', 'glibc-abi-unknown', 'glibc-private', 'relr-unmarked', 'unversioned', 'upx'],
]);
/** What the report says of a file beside its findings. */
function describe(subject, findings) {
    const { elf, linkage, floor, identity } = subject;
    const lost = findings.some(f => f.severity !== 'info' && nowhere.has(f.id));
    return {
        arch: identity.arch,
        linkage,
        interpreter: elf.interpreter,
        needed: [...(elf.dynamic?.needed ?? [])],
        floor,
        explanations: explanations(subject),
        runsOn: lost ? [] : runsOn(subject),
    };
}
/** Versions above what is promised; the greatest of each series where nothing is. */
function explanations({ elf, policy }) {
    const promised = policy.floor.glibc;
    const baseline = promised === null ? null : runtimeBaseline(promised);
    return [
        ...explain(elf, 'glibc', promised),
        ...explain(elf, 'glibcxx', baseline?.glibcxx ?? null),
        ...explain(elf, 'cxxabi', baseline?.cxxabi ?? null),
        ...explain(elf, 'gcc', baseline?.gcc ?? null),
    ];
}
/** The floor speaks of the libc only, so other libraries that must be there are named with every release. */
function runsOn({ elf, linkage, floor, identity }) {
    const { kernel } = elf.notes;
    if (isStatic(linkage))
        return [kernel === null ? 'any Linux' : `any Linux (kernel ${kernel}+)`];
    if (identity.arch === null)
        return [];
    const needed = elf.dynamic?.needed ?? [];
    const isMusl = linkage === 'dynamic-musl' || needed.some(name => libcNames.musl.test(name));
    if (linkage === 'shared-library' && !isMusl && floor.glibc === null)
        return [];
    const others = [...new Set(needed.filter(name => !isGlibcLibrary(name) && !libcNames.musl.test(name)))];
    const more = others.length > 4 ? `${others.length} more libraries` : others.join(', ');
    const releases = reach(identity.arch, isMusl ? 'musl' : 'glibc', isMusl ? floor.musl : floor.glibc).runsOn;
    return releases.map(release => (more === '' ? release : `${release} with ${more}`));
}

;// CONCATENATED MODULE: ./.build/js/verify/foreign.js
/** What a file without the ELF magic is, by its first bytes, for a sentence that helps. */
const foreign_kinds = [
    { start: '#!', name: 'a script' },
    { start: '!<arch>\n', name: 'a static library' },
    { start: '!<thin>\n', name: 'a static library' },
    { start: 'MZ', name: 'a Windows program' },
    { start: '\xcf\xfa\xed\xfe', name: 'a macOS program' },
    { start: '\xce\xfa\xed\xfe', name: 'a macOS program' },
    { start: '\xca\xfe\xba\xbe', name: 'a macOS program or Java class' },
    { start: '\0asm', name: 'a WebAssembly module' },
    { start: 'BC\xc0\xde', name: 'LLVM bitcode' },
    { start: '\x1f\x8b', name: 'a gzip archive' },
    { start: '\x28\xb5\x2f\xfd', name: 'a zstd archive' },
    { start: '\xfd7zXZ', name: 'an xz archive' },
    { start: 'PK\x03\x04', name: 'a zip archive' },
];
/** Names the kind of file that starts with these bytes. */
function describeForeign(start) {
    if (start.length === 0)
        return 'an empty file';
    const text = start.toString('latin1');
    const known = foreign_kinds.find(k => text.startsWith(k.start));
    if (known)
        return known.name;
    return /^[\t\n\r\x20-\x7e\x80-\xff]*$/.test(text) ? 'a text file' : 'data of an unknown kind';
}

// EXTERNAL MODULE: ./.build/js/verify/open.js
var verify_open = __webpack_require__(2962);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.build/js/verify/scan.js


const chunkSize = 1 << 20;
/** Pieces between two turns of everything else that this process does. */
const turnEvery = 8;
/** Bytes shown around a hit; also kept from one piece to the next, so that no hit is cut. */
const context = 256;
/**
 * Hashes a file and looks for needles in the same pass, in pieces of 1 MiB.
 * @param read fills the buffer from a position and returns how many bytes there were. It blocks: one piece from the
 *   system's cache is faster than a hop to another thread, and between pieces signals and progress have their turn
 * @param size bytes that must be there
 * @returns null when the file ended earlier: it changed meanwhile
 */
async function scan(read, size, needles) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const longest = needles.reduce((most, n) => Math.max(most, n.bytes.length), 0);
    const keep = needles.length === 0 ? 0 : longest + 2 * context;
    const buffer = Buffer.allocUnsafe(Math.min(size, chunkSize) + keep);
    const hits = new Map();
    let kept = 0;
    for (let done = 0, pieces = 0; done < size; pieces++) {
        if (pieces % turnEvery === turnEvery - 1)
            await (0,promises_.setImmediate)();
        const want = Math.min(chunkSize, size - done);
        const got = read(buffer.subarray(kept, kept + want), done);
        if (got <= 0)
            return null;
        hash.update(buffer.subarray(kept, kept + got));
        const piece = buffer.subarray(0, kept + got);
        const start = done - kept;
        done += got;
        for (const needle of needles.filter(n => !hits.has(n.id))) {
            const hit = find(needle, piece, start, done === size);
            if (hit)
                hits.set(needle.id, hit);
        }
        const rest = Math.min(keep, piece.length);
        buffer.copyWithin(0, piece.length - rest, piece.length);
        kept = rest;
    }
    return { sha256: hash.digest('hex'), hits: needles.flatMap(n => hits.get(n.id) ?? []) };
}
function find(needle, piece, start, last) {
    const { bytes, id, counts } = needle;
    // A hit close to the end waits for the next piece, which shows what follows it.
    const until = last ? piece.length : piece.length - bytes.length - context;
    for (let at = piece.indexOf(bytes); at >= 0 && at <= until; at = piece.indexOf(bytes, at + 1)) {
        const before = at === 0 && start > 0 ? 0 : piece[at - 1];
        if (!counts || counts(before, piece[at + bytes.length]))
            return { id, offset: start + at, text: around(piece, at) };
    }
    return null;
}
const isText = (byte) => byte !== undefined && byte >= 0x20 && byte !== 0x7f;
/** The readable text from a place on, with a little of what is before it. */
function around(piece, at) {
    let from = at;
    while (from > 0 && at - from < 40 && isText(piece[from - 1]))
        from--;
    let to = at;
    while (to < piece.length && to - at < context && isText(piece[to]))
        to++;
    return piece.toString('utf8', from, to);
}

;// CONCATENATED MODULE: ./.build/js/verify/judge.js












const noFloor = { glibc: null, musl: null, glibcxx: null, cxxabi: null, gcc: null };
/**
 * Judges one file against a policy, from its bytes alone. Never throws and never waits: what cannot be read, parsed or
 * recognized is a finding, and the file is not verified.
 */
async function judgeFile(path, policy, options = {}) {
    const empty = blank(options.name ?? path, policy);
    const opened = await (0,verify_open/* openRegular */.l)(path);
    if ('reason' in opened) {
        return withFindings(empty, [(0,verify_findings/* finding */.gk)('unreadable', `the file cannot be read: ${opened.reason}`, opened.evidence)]);
    }
    try {
        return await judgeOpen(opened, empty, policy, options.forbiddenPaths ?? []);
    }
    catch (error) {
        const { reason, evidence } = (0,verify_open/* refuseError */.h)(error);
        return withFindings(empty, [(0,verify_findings/* finding */.gk)('unreadable', `the file cannot be read: ${reason}`, evidence)]);
    }
    finally {
        await opened.handle.close();
    }
}
/** Adds findings to a report (a failed start) and settles again whether the file is verified. */
function withFindings(report, findings) {
    const all = (0,verify_findings/* sortFindings */.Tc)([...report.findings, ...findings]);
    const wrong = all.some(f => f.severity === 'error') || report.payload.some(p => !p.verified);
    return { ...report, findings: all, verified: !wrong };
}
/** The report of a file of which nothing is known yet. */
function blank(path, policy) {
    return {
        path,
        sha256: null,
        size: null,
        target: policy.target,
        arch: null,
        linkage: 'not-elf',
        interpreter: null,
        needed: [],
        floor: noFloor,
        explanations: [],
        runsOn: [],
        findings: [],
        payload: [],
        verified: false,
    };
}
async function judgeOpen({ handle, stats }, empty, policy, forbiddenPaths) {
    const { size } = stats;
    const start = Buffer.alloc(Math.min(size, 64));
    (0,external_node_fs_.readSync)(handle.fd, start, 0, start.length, 0);
    const sized = { ...empty, size };
    if (!(0,header/* hasMagic */.qt)(start)) {
        const digest = await digestOf(handle, size, []);
        const what = describeForeign(start);
        const foreign = (0,verify_findings/* finding */.gk)('not-elf', `this is ${what}`, start.subarray(0, 16).toString('latin1'));
        return withFindings({ ...sized, sha256: digest?.sha256 ?? null }, [foreign, ...changed(digest)]);
    }
    const source = { size, read: (target, at) => (0,external_node_fs_.readSync)(handle.fd, target, 0, target.length, at) };
    let subject;
    try {
        const elf = (0,elf_elf/* readElf */.oU)(source);
        const packed = isPacked(source, elf.header.phoff + elf.header.phnum * (0,header/* sizesOf */.gN)(elf.header).segment);
        subject = makeSubject(elf, policy, { size, mode: stats.mode, packed, hits: [] });
    }
    catch (error) {
        if (!(error instanceof problem/* ElfError */.Q))
            throw error;
        const digest = await digestOf(handle, size, []);
        const damaged = (0,verify_findings/* finding */.gk)(error.kind, error.message, error.evidence);
        return withFindings({ ...sized, sha256: digest?.sha256 ?? null }, [damaged, ...changed(digest)]);
    }
    const digest = await digestOf(handle, size, needlesFor(subject.linkage, forbiddenPaths));
    const after = await handle.stat();
    const moved = after.size !== size || after.mtimeMs !== stats.mtimeMs ? changed(null) : [];
    const whole = { ...subject, file: { ...subject.file, hits: digest?.hits ?? [] } };
    const findings = [...check(whole), ...(digest ? moved : changed(digest))];
    return withFindings({ ...sized, sha256: digest?.sha256 ?? null, ...describe(whole, findings) }, findings);
}
function digestOf(handle, size, needles) {
    return scan((target, at) => (0,external_node_fs_.readSync)(handle.fd, target, 0, target.length, at), size, needles);
}
function changed(digest) {
    return digest ? [] : [(0,verify_findings/* finding */.gk)('unreadable', 'the file changed while it was read', 'size or time')];
}
/** UPX puts its mark right after the program headers (`l_info`: a checksum, then the magic). */
function isPacked(source, end) {
    const mark = Buffer.alloc(4);
    return end + 8 <= source.size && source.read(mark, end + 4) === 4 && mark.toString('latin1') === 'UPX!';
}


/***/ }),

/***/ 2962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ refuseError),
/* harmony export */   l: () => (/* binding */ openRegular)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);


const types = [
    [s => s.isDirectory(), 'a directory'],
    [s => s.isFIFO(), 'a named pipe'],
    [s => s.isSocket(), 'a socket'],
    [s => s.isCharacterDevice() || s.isBlockDevice(), 'a device'],
];
/**
 * Opens a file without ever waiting for a writer or touching a device: asks what it is first, opens without blocking,
 * and asks again what was opened.
 */
async function openRegular(path) {
    let handle = null;
    try {
        const before = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
        if (!before.isFile())
            return refuse(before);
        handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOCTTY);
        const stats = await handle.stat();
        if (stats.isFile())
            return { handle, stats };
        await handle.close();
        return refuse(stats);
    }
    catch (error) {
        await handle?.close();
        return refuseError(error);
    }
}
/** What the operating system says, in a sentence. */
function refuseError(error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reasons = {
        ENOENT: 'it does not exist',
        EACCES: 'permission was denied',
        EPERM: 'permission was denied',
        ELOOP: 'its symbolic links form a loop',
        ENOTDIR: 'a part of its path is no directory',
        EISDIR: 'it is a directory',
        EIO: 'the disk has an error there',
    };
    return { reason: reasons[code] ?? 'the operating system refused', evidence: code || String(error) };
}
function refuse(stats) {
    const name = types.find(([is]) => is(stats))?.[1] ?? 'no regular file';
    return { reason: `it is ${name}`, evidence: name };
}


/***/ }),

/***/ 468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ policyFor),
/* harmony export */   r: () => (/* binding */ anyPolicy)
/* harmony export */ });
/**
 * What a target promises its users, as demands on a file: static for musl and for programs without libc, dynamic with a
 * floor for glibc (the check accepts a static file there only if it provably uses no libc: pure Go).
 */
function policyFor(target, extra) {
    return {
        target: target.name,
        arch: target.arch,
        linkage: target.libc === 'glibc' ? ['dynamic-glibc'] : ['static', 'static-pie'],
        floor: { glibc: target.floor },
        allowLibraries: extra.allowLibraries,
        ...(extra.cpu ? { cpu: extra.cpu } : {}),
        ...(extra.commit ? { commit: extra.commit } : {}),
        ...(target.libc === 'none' ? { cgo: false } : {}),
    };
}
/** Demands nothing but integrity: the architecture comes from the file, its defaults apply, every library is allowed. */
function anyPolicy() {
    return { target: null, arch: null, linkage: null, floor: { glibc: null }, allowLibraries: ['*'] };
}


/***/ }),

/***/ 8175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/**
 * Text from a file, safe to show: control, formatting and undecodable characters escaped, at most `most` characters.
 * Bidirectional marks are among them: they could make a verdict read as another one.
 */
function printable(text, most) {
    const shown = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffd]/gu, c => `\\u{${c.codePointAt(0)?.toString(16)}}`);
    return shown.length <= most ? shown : `${shown.slice(0, most - 1)}…`;
}


/***/ }),

/***/ 1480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ maxVersion),
/* harmony export */   Z: () => (/* binding */ compareVersions)
/* harmony export */ });
/** Compares dotted numbers part by part (`2.9` < `2.17`); a missing part counts as 0. Returns <0, 0 or >0. */
function compareVersions(a, b) {
    const left = a.split('.').map(Number);
    const right = b.split('.').map(Number);
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const difference = (left[i] ?? 0) - (right[i] ?? 0);
        if (difference !== 0)
            return difference;
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
