/**
 * What a Python must do before anything is frozen with it: the modules that need libraries, and the errno of a call that
 * failed, which zig before 0.12 lost for glibc before 2.33. Prints what is missing and may be.
 */
export const selfTest = `import errno, importlib.util, os, sys

for path in ('/portable-build/does/not/exist',):
    for call in (os.stat, os.lstat, os.listdir):
        try:
            call(path)
        except OSError as error:
            assert error.errno == errno.ENOENT, f'{call.__name__} of a missing file gives errno {error.errno}'
        else:
            raise AssertionError(f'{call.__name__} of a missing file succeeds')

wanted = 'ssl ctypes sqlite3 lzma bz2 zlib hashlib curses readline multiprocessing.synchronize decimal pyexpat select socket'
lost = {}
for name in wanted.split():
    try:
        importlib.import_module(name)
    except ImportError as error:
        lost[name] = str(error)
assert not lost, f'modules that do not load: {lost}'

import ctypes, hashlib, sqlite3, ssl, zlib, lzma, bz2
called = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda n: n + 1)
assert called(41) == 42, 'ctypes calls no callback'
assert ctypes.CDLL(None).getpid() == os.getpid(), 'ctypes calls no function of the C library'
assert sqlite3.connect(':memory:').execute('select sqlite_version()').fetchone()
assert ssl.create_default_context().minimum_version
assert hashlib.sha256(b'').hexdigest().startswith('e3b0c442')
for packer in (zlib, lzma, bz2):
    assert packer.decompress(packer.compress(b'x' * 1000)) == b'x' * 1000, packer.__name__

optional = [n for n in ('_uuid', '_tkinter', '_gdbm', '_crypt', 'nis') if importlib.util.find_spec(n) is None]
print(f'Python {sys.version.split()[0]} works: {ssl.OPENSSL_VERSION}, sqlite {sqlite3.sqlite_version}')
print('not in it:', ', '.join(optional) or 'nothing')
`
