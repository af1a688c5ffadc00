export const id = 777;
export const ids = [777];
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

/***/ 8777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  completion: () => (/* binding */ completion)
});

// EXTERNAL MODULE: ./.build/js/arch.js + 5 modules
var arch = __webpack_require__(3753);
// EXTERNAL MODULE: ./.build/js/tool.js
var tool = __webpack_require__(1688);
// EXTERNAL MODULE: ./.build/js/cli/commands.js + 1 modules
var commands = __webpack_require__(5393);
;// CONCATENATED MODULE: ./.build/js/cli/completion.js



/** The completion script for `bash`, `zsh` or `fish`, made from the same tables as the parser. */
function completionScript(shell) {
    if (shell === 'zsh')
        return zsh();
    return shell === 'fish' ? fish() : bash();
}
/** Values worth offering after a flag. */
function valuesOf(flag) {
    if (flag.name === 'targets')
        return arch/* archNames */.H.flatMap(a => [`${a}-linux-musl`, `${a}-linux-gnu`]);
    return flag.choices;
}
const takesPath = (flag) => flag.value === 'file' || /(^|-)dir(ectory)?$/.test(flag.name);
function offered(command) {
    const flags = (0,commands/* flagsOf */.Zo)(command).filter(f => !f.hidden);
    return [...flags.flatMap(f => (f.isSwitch ? [`--${f.name}`, `--no-${f.name}`] : [`--${f.name}`])), '--help'];
}
function bash() {
    const values = new Map();
    const paths = new Set();
    for (const flag of commands/* commandNames */.oQ.flatMap(commands/* flagsOf */.Zo).filter(f => !f.hidden && f.value !== null && !f.isSwitch)) {
        if (valuesOf(flag).length > 0)
            values.set(flag.name, valuesOf(flag));
        if (takesPath(flag))
            paths.add(flag.name);
    }
    const cases = [...values].map(([name, words]) => `    --${name}) COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$cur")); return ;;`);
    const perCommand = commands/* commandNames */.oQ.map(name => {
        const { argument } = commands/* commands */.Pi[name];
        const words = argument.kind === 'choice' ? (argument.choices ?? []).join(' ') : '';
        const kind = argument.kind === 'directory' ? '-d' : argument.kind === 'files' ? '-f' : `-W '${words}'`;
        return `    ${name}) flags='${offered(name).join(' ')}'; rest=(${kind}) ;;`;
    });
    return `# bash completion for ${tool/* tool */.z.name}
_portable_build() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= word flags
  local -a rest
  case $prev in
${cases.join('\n')}
    ${[...paths].map(p => `--${p}`).join('|')}) COMPREPLY=($(compgen -f -- "$cur")); return ;;
  esac
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${commands/* commandNames */.oQ.join('|')}) command=$word; break ;; esac
  done
  case $command in
${perCommand.join('\n')}
    *) COMPREPLY=($(compgen -W '${[...commands/* commandNames */.oQ, 'help', '--help', '--version'].join(' ')}' -- "$cur")); return ;;
  esac
  if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  else COMPREPLY=($(compgen "\${rest[@]}" -- "$cur")); fi
}
complete -o filenames -F _portable_build ${tool/* tool */.z.name}`;
}
/** A text in single quotes for sh-like shells. */
const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
function zsh() {
    const describe = (text) => text.replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', '\\:');
    const spec = (flag) => {
        const text = `[${describe(flag.description)}]`;
        const repeat = flag.join === null ? '' : '*';
        if (flag.isSwitch)
            return [quoted(`--${flag.name}${text}`), quoted(`--no-${flag.name}${text}`)];
        if (flag.value === null)
            return [quoted(`--${flag.name}${text}`)];
        const values = valuesOf(flag).length > 0 ? `(${valuesOf(flag).join(' ')})` : takesPath(flag) ? '_files' : '';
        return [quoted(`${repeat}--${flag.name}=${text}:${describe(flag.value)}:${values}`)];
    };
    const action = (name) => {
        const { argument } = commands/* commands */.Pi[name];
        if (argument.kind === 'choice')
            return quoted(`1:shell:(${(argument.choices ?? []).join(' ')})`);
        return argument.kind === 'directory' ? quoted('1:directory:_files -/') : quoted('*:file:_files');
    };
    const perCommand = commands/* commandNames */.oQ.map(name => {
        const flags = (0,commands/* flagsOf */.Zo)(name).filter(f => !f.hidden);
        return `    ${name}) _arguments ${[...flags.flatMap(spec), action(name)].join(' \\\n      ')} ;;`;
    });
    const names = commands/* commandNames */.oQ.map(n => quoted(`${n}:${describe(commands/* commands */.Pi[n].summary)}`)).join(' ');
    return `#compdef ${tool/* tool */.z.name}
_portable_build() {
  local -a names=(${names})
  if (( CURRENT == 2 )); then _describe command names; return; fi
  local command=$words[2]
  shift words; (( CURRENT-- ))
  case $command in
${perCommand.join('\n')}
  esac
}
compdef _portable_build ${tool/* tool */.z.name}`;
}
function fish() {
    const say = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
    const lines = commands/* commandNames */.oQ.flatMap(name => {
        const row = commands/* commands */.Pi[name];
        const here = `complete -c ${tool/* tool */.z.name} -n '__fish_seen_subcommand_from ${name}'`;
        const flags = (0,commands/* flagsOf */.Zo)(name)
            .filter(f => !f.hidden)
            .flatMap(f => {
            const values = valuesOf(f);
            const given = values.length > 0 ? ` -x -a ${say(values.join(' '))}` : takesPath(f) ? ' -r -F' : ' -x';
            if (!f.isSwitch)
                return [`${here} -l ${f.name}${f.value === null ? '' : given} -d ${say(f.description)}`];
            return [`${here} -l ${f.name} -d ${say(f.description)}`, `${here} -l no-${f.name} -d ${say(f.description)}`];
        });
        const { argument } = row;
        const words = argument.kind === 'choice' ? say((argument.choices ?? []).join(' ')) : "'(__fish_complete_directories)'";
        return [
            `complete -c ${tool/* tool */.z.name} -n __fish_use_subcommand -a ${name} -d ${say(row.summary)}`,
            argument.kind === 'files' ? `${here} -F` : `${here} -f -a ${words}`,
            ...flags,
        ];
    });
    return [`# fish completion for ${tool/* tool */.z.name}`, `complete -c ${tool/* tool */.z.name} -f`, ...lines].join('\n');
}

;// CONCATENATED MODULE: ./.build/js/cli/run/completion.js

/** `completion`: a script for the shell that was named. */
async function completion({ args }, output) {
    output.print(completionScript(args[0] ?? 'bash'));
    return 0;
}


/***/ })

};
