import type { FindingPage } from './page.ts'

/** What the file tells about how and where it was built. */
export const originPages = {
  'go-cgo': {
    means: [
      "The target is one without a C library (`x86_64-linux`), and Go's build information says that cgo was on. The file may be static by luck, and calls a libc all the same.",
    ],
    see: ['go version -m FILE | grep CGO_ENABLED'],
    fix: {
      Go: "CGO_ENABLED=0. If a dependency needs C (`go list -deps -f '{{if .CgoFiles}}{{.ImportPath}}{{end}}' ./...` names it), choose a target with a libc: `x86_64-linux-musl`.",
    },
  },
  'go-arch': {
    means: [
      "The header says one architecture, Go's build information another. No linker writes that: the file was put together or copied wrongly.",
    ],
    see: ['go version -m FILE | grep GOARCH', 'readelf -hW FILE | grep Machine'],
    fix: { Go: 'Delete the output directory and build again, one directory for each target.' },
  },
  'go-revision': {
    means: [
      'Go stamps the commit into the file, and it is not the one that is being released. A stale file of an earlier run was picked up, or the checkout moved during the build.',
    ],
    see: ['go version -m FILE | grep vcs.'],
    fix: { Go: 'Clean the output directory. In CI: check out the tag, build, verify, in one job.' },
  },
  'go-modified': {
    means: [
      'The working tree had changes when the file was built (`vcs.modified=true`): nobody can build the same file from the commit.',
    ],
    see: ['go version -m FILE | grep vcs.modified', 'git status --porcelain'],
    fix: {
      Go: 'Commit or ignore what the build writes: generated code, version files, the output directory. `git status --porcelain` must be empty right before `go build`.',
    },
  },
  'go-trimpath': {
    means: [
      'The file holds the directories of the machine that built it, in every panic and stack trace: user names, project names, and bytes that differ from machine to machine.',
    ],
    see: ['go version -m FILE | grep trimpath', 'strings FILE | grep "$HOME" | head'],
    fix: { Go: '`go build -trimpath` (`trimpath: true` here).' },
  },
  'auditable-corrupt': {
    means: [
      'The section `.dep-v0` should hold the list of crates (cargo-auditable), compressed JSON with one root. It cannot be read, so tools that look for vulnerable crates see nothing, and say that all is well.',
    ],
    see: ['readelf -SW FILE | grep dep-v0', 'rust-audit-info FILE'],
    fix: { Rust: '`cargo auditable build` again; a `strip` or `objcopy` afterwards may have cut the section.' },
  },
  'leaked-path': {
    means: [
      'The file holds paths of the machine that built it: the project, the work directory, the home directory, or what `forbid-paths` names. They tell strangers about users and machines, and make two builds differ.',
      "Not accused are paths that are the same everywhere: `/rustc/<hash>`, `/usr/…`, the build directory of somebody else's libc.",
    ],
    see: ['strings -t x FILE | grep "$PWD"'],
    fix: {
      'C and C++':
        '`-ffile-prefix-map=$PWD=.` (also for `__FILE__`), strip debug information. Autoconf puts the prefix into the program: `--prefix=/usr`.',
      Rust: '`RUSTFLAGS="--remap-path-prefix=$HOME/.cargo=/cargo --remap-path-prefix=$PWD=/src"`, or `trim-paths`. `env!("CARGO_MANIFEST_DIR")` puts it in on purpose.',
      Go: '`-trimpath`; C in it: `CGO_CFLAGS=-ffile-prefix-map=…`.',
      Python: 'Compiled modules have their source path: freeze from a neutral directory.',
    },
  },
  'not-stripped': {
    means: [
      'Symbols or debug information are in the file. Harmless, and useful for stack traces, but often most of the size.',
    ],
    see: ['readelf -SW FILE | grep -E "symtab|debug_"'],
    fix: {
      'C and C++':
        '`-s`, or `objcopy --only-keep-debug FILE FILE.debug && strip FILE && objcopy --add-gnu-debuglink=FILE.debug FILE`.',
      Rust: '`strip = true` in the profile.',
      Go: '`-ldflags="-s -w"`.',
      anything: '`forbid: not-stripped` makes it an error.',
    },
  },
  'build-id': {
    means: [
      'The build id is a number that the linker makes of the content. Crash reports and debug information find each other by it.',
    ],
    see: ['readelf -nW FILE | grep "Build ID"'],
    fix: { anything: 'Nothing has to be done. Keep the debug information under this number (debuginfod).' },
  },
  'no-build-id': {
    means: [
      'The file has no NT_GNU_BUILD_ID, so nothing connects it with its debug information or with a crash report. It is said only where a policy forbids it: zig writes none by default, nor did Go before 1.24, whose own build id is a note that debuggers do not know.',
    ],
    see: ['readelf -nW FILE'],
    fix: {
      'C and C++': '`-Wl,--build-id=sha1`.',
      Rust: '`-C link-arg=-Wl,--build-id=sha1`.',
      Go: '`-ldflags=-B=gobuildid` (default since Go 1.24).',
      anything: '`patchelf` and `strip` keep it; `objcopy -R .note.gnu.build-id` does not.',
    },
  },
  toolchain: {
    means: [
      "What the file says of the compilers that made it: `.comment`, Go's version and module, the distribution's package note. An old compiler in the list is a prebuilt object that went into the link.",
    ],
    see: ['readelf -p .comment FILE', 'go version -m FILE'],
    fix: { anything: 'Nothing has to be done.' },
  },
  secret: {
    means: [
      'The value of an environment variable that was named as a secret is in the file. Whoever downloads it has it. The report shows the name and the place, never the value, not even as a part of another text.',
      'Only the plain bytes are found: a value that was encoded or encrypted is not.',
    ],
    see: ['grep -cF "$NAME" FILE'],
    fix: {
      anything:
        'Rotate the secret first. Then find the way in: `-X main.token=…`, `env!("TOKEN")`, `-DTOKEN=…`, a `.env` file that was embedded.',
      Go: 'A token in `-ldflags=-X` is there twice without `-trimpath`: as the variable and in the build information.',
      Rust: '`env!` and `option_env!` put the value in when it is compiled: read it at run time with `std::env::var`.',
    },
  },
} as const satisfies Record<string, FindingPage>
