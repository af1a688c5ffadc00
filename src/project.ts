import type { LanguageName } from './languages/language.ts'

/** A look at a directory: names and small files. Reading is the only effect; tests give a plain object. */
export interface Tree {
  /** Absolute path. */
  readonly root: string
  /** Relative paths of regular files, sorted, without VCS, dependency and output directories; links are not followed. */
  readonly files: readonly string[]
  /** What could not be looked at, and why: an unreadable directory, more files than the limit. */
  readonly notices?: readonly string[]
  /** The text of a file of `files`, or null where it is missing, unreadable, not UTF-8 or over 1 MiB. */
  read(path: string): string | null
}

/** Why we believe something: a line of a file of the project. */
export interface Evidence {
  readonly fact: string
  readonly file: string
  /** 1-based; null for the mere presence of the file. */
  readonly line: number | null
}

/** A build system of a C or C++ tree; `command`: the user's own `build-command`. */
export type BuildSystem = 'cmake' | 'meson' | 'autotools' | 'make' | 'command'

/** One executable that the project will give, as far as it can be known before building. */
export interface Executable {
  readonly name: string
  /** Cargo package, Go import path relative to the module (`./cmd/x`), Python entry (`pkg.cli:main`, `-m pkg`, `app.py`); null for C. */
  readonly source: string | null
}

/** A directory with something to build, and how we know. */
export interface Project {
  readonly name: string
  /** Absolute path of the directory that the build runs in. */
  readonly dir: string
  readonly language: LanguageName
  /** cargo, go, python, or the build system of a C tree. */
  readonly buildSystem: 'cargo' | 'go' | 'python' | 'dockerfile' | BuildSystem
  /** Empty: only the build itself can tell (make, autotools, a build command). */
  readonly executables: readonly Executable[]
  /** Version that the project pins (rust-toolchain.toml, go.mod), or null. */
  readonly toolchain: string | null
  readonly version: string | null
  readonly evidence: readonly Evidence[]
  /** What was found too and why it was not chosen (a Makefile beside go.mod). */
  readonly declined: readonly string[]
  /** Only for Rust. */
  readonly cargo?: CargoFacts
  /** Only for C. */
  readonly c?: CFacts
  /** Only for Python. */
  readonly python?: PythonFacts
}

/** What the files of a Python project say that its plan needs. */
export interface PythonFacts {
  /** It says how it is installed (pyproject.toml with a build system, setup.py, setup.cfg): pip does it. */
  readonly installable: boolean
  /** Directories of its modules, relative to the project (`.`, `src`). */
  readonly roots: readonly string[]
  /** Names of its own packages and modules. */
  readonly modules: readonly string[]
  /** Requirements that its manifest names. */
  readonly dependencies: readonly string[]
  /** Files with requirements, relative to the project. */
  readonly requirements: readonly string[]
  /** `requires-python`, or null. */
  readonly requires: string | null
}

/** What the manifests of a Cargo project say that its plan needs. */
interface CargoFacts {
  /** Packages to name with `--package`; empty: cargo's own choice is right. */
  readonly packages: readonly string[]
  /** Names of the profiles that the workspace's manifest has a table for. */
  readonly profiles: readonly string[]
  /** Profiles that settle `strip` themselves: it is the project's own decision then. */
  readonly stripSaid: readonly string[]
  /** Whether there is a Cargo.lock in the directory. */
  readonly locked: boolean
  /** Names of all executables and packages, also of those that are not built: for messages about a wrong `bin`. */
  readonly known: { readonly bins: readonly string[]; readonly packages: readonly string[] }
  /** Lines of build scripts that compile for the CPU of the building machine. */
  readonly nativeCpu: readonly Evidence[]
  /** Whether SOURCE_DATE_EPOCH has an effect on what it compiles. */
  readonly readsEpoch: boolean
}

/** What the tree of a C project says that its plan needs. */
export interface CFacts {
  /** The file that the build starts from, relative to the project (`build/cmake/CMakeLists.txt`); empty for a build command. */
  readonly buildFile: string
  /** Whether `configure` is there, so that no Autotools are needed. */
  readonly hasConfigure: boolean
  /** Whether the tree holds objects of an earlier build in place. */
  readonly hasObjects: boolean
}
