import { archOf, type Target } from '../../target.ts'
import { compareVersions } from '../../version.ts'
import { cleanStage, type Layout, linkFlags, type TargetRecipe, wantedBins } from './layout.ts'

/**
 * Checks that `configure` answers by running a program, which it cannot for another architecture: it then assumes a
 * broken C library and replaces parts of it. Source: Autoconf's manual, "Particular Functions"; true for musl and glibc.
 */
const runChecks: Readonly<Record<string, string>> = {
  ac_cv_func_malloc_0_nonnull: 'yes',
  ac_cv_func_calloc_0_nonnull: 'yes',
  ac_cv_func_realloc_0_nonnull: 'yes',
  ac_cv_func_memcmp_working: 'yes',
  ac_cv_func_strnlen_working: 'yes',
  ac_cv_func_strtod: 'yes',
  ac_cv_func_chown_works: 'yes',
  ac_cv_func_fork_works: 'yes',
  ac_cv_func_vfork_works: 'yes',
  ac_cv_func_mmap_fixed_mapped: 'yes',
  ac_cv_func_lstat_dereferences_slashed_symlink: 'yes',
  ac_cv_func_stat_empty_string_bug: 'no',
  ac_cv_func_lstat_empty_string_bug: 'no',
  ac_cv_func_utime_null: 'yes',
}

/** The first glibc of functions that programs look for. Source: glibc's NEWS. */
const firstGlibc: Readonly<Record<string, readonly string[]>> = {
  '2.25': ['explicit_bzero', 'getentropy', 'getrandom'],
  '2.26': ['preadv2', 'pwritev2', 'reallocarray'],
  '2.27': ['copy_file_range', 'memfd_create', 'mlock2'],
  '2.28': ['renameat2', 'statx', 'thrd_create'],
  '2.30': ['getdents64', 'gettid', 'tgkill'],
  '2.32': ['pthread_attr_setsigmask_np', 'sigabbrev_np', 'sigdescr_np', 'strerrorname_np'],
  '2.33': ['mallinfo2'],
  '2.34': ['_Fork', 'close_range', 'closefrom', 'execveat', 'timespec_getres'],
  '2.35': ['epoll_pwait2', 'posix_spawn_file_actions_addtcsetpgrp_np'],
  '2.36': ['arc4random', 'arc4random_buf', 'arc4random_uniform', 'pidfd_open', 'process_madvise'],
  '2.38': ['strlcat', 'strlcpy', 'wcslcat', 'wcslcpy'],
  '2.39': ['pidfd_spawn', 'stdc_leading_zeros'],
}

/** What `configure` is told instead of finding it out; one variable per check. */
function cacheVariables(target: Target): Readonly<Record<string, string>> {
  const { floor } = target
  const missing =
    floor === null ? [] : Object.entries(firstGlibc).filter(([version]) => compareVersions(version, floor) > 0)
  return {
    ...runChecks,
    ...Object.fromEntries(missing.flatMap(([, names]) => names.map(n => [`ac_cv_func_${n}`, 'no']))),
  }
}

/** `configure`, `make`, `make install` in a copy of the sources; what is installed is taken, else what was built. */
export function autotoolsRecipe(layout: Layout): TargetRecipe {
  const { context, target, compilers, copy, copiedSource: cwd, stage, empty } = layout
  const { project, inputs, cpus } = context
  const hasConfigure = project.c?.hasConfigure === true
  const env = { ...layout.env, ...cacheVariables(target) }
  const common = { cwd, env }
  const host = archOf(target).gnu[target.libc === 'glibc' ? 'glibc' : 'musl']
  const stale = { ...common, title: `make distclean for ${target.name}`, argv: ['make', 'distclean'], optional: true }
  return {
    inCopy: true,
    files: [],
    steps: [
      ...(project.c?.hasObjects ? [stale] : []),
      ...(hasConfigure ? [] : [{ ...common, title: `autoreconf for ${target.name}`, argv: ['autoreconf', '-fi'] }]),
      {
        ...common,
        title: `configure for ${target.name}`,
        argv: [
          // A checkout has no order of times: what is generated must not be generated again.
          ...['./configure', `--host=${host}`, '--config-cache', '--disable-shared', '--enable-static'],
          ...(hasConfigure ? ['ACLOCAL=:', 'AUTOCONF=:', 'AUTOHEADER=:', 'AUTOMAKE=:'] : []),
          `CC=${compilers.cc}`,
          `CXX=${compilers.cxx}`,
          `AR=${compilers.ar}`,
          `RANLIB=${compilers.ranlib}`,
          `STRIP=${compilers.strip ?? 'true'}`,
          ...linkFlags(target).map(flag => `LDFLAGS=${flag}`),
          ...inputs.args,
        ],
        mkdir: [empty],
      },
      { ...common, title: `make for ${target.name}`, argv: ['make', `-j${cpus}`, 'MAKEINFO=true'] },
      cleanStage(layout),
      {
        ...common,
        title: `make install for ${target.name}`,
        argv: ['make', 'install', 'MAKEINFO=true', `DESTDIR=${stage}`],
        // A project may have no rule for it: what it built is taken then.
        optional: true,
      },
    ],
    collect: { from: 'tree', target: target.name, dirs: [stage, copy], alternatives: true, bins: wantedBins(context) },
  }
}
