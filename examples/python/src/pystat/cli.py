import argparse
import ctypes
import multiprocessing
import os
import sqlite3
import ssl
import sys
from collections import Counter

import yaml
from pystat import __version__


def count(directory):
    """Number and size of the files of a directory, by their suffix."""
    found = Counter(), Counter()
    with os.scandir(directory) as entries:
        for entry in entries:
            if entry.is_file(follow_symlinks=False):
                suffix = os.path.splitext(entry.name)[1] or "none"
                found[0][suffix] += 1
                found[1][suffix] += entry.stat(follow_symlinks=False).st_size
    return found


def store(results):
    database = sqlite3.connect(":memory:")
    database.execute("create table files (suffix text, number integer, bytes integer)")
    for numbers, sizes in results:
        rows = [(suffix, number, sizes[suffix]) for suffix, number in numbers.items()]
        database.executemany("insert into files values (?, ?, ?)", rows)
    return database


def facts():
    """What of this machine and of the program itself the C library and the libraries inside say."""
    libc = ctypes.CDLL(None)
    return {
        "pid": libc.getpid() == os.getpid(),
        "openssl": ssl.OPENSSL_VERSION,
        "sqlite": sqlite3.sqlite_version,
        "libyaml": yaml.__with_libyaml__,
        "python": sys.version.split()[0],
        "certificates": ssl.get_default_verify_paths().openssl_cafile,
    }


def main():
    parser = argparse.ArgumentParser(prog="pystat", description=__doc__)
    parser.add_argument("--version", action="version", version=f"pystat {__version__}")
    parser.add_argument("--facts", action="store_true", help="say what the program is made of")
    parser.add_argument("directory", nargs="?", default=".")
    options = parser.parse_args()
    if options.facts:
        print(yaml.safe_dump(facts(), sort_keys=False), end="")
        return 0
    directories = [path for path, _, _ in os.walk(options.directory)]
    with multiprocessing.Pool() as pool:
        database = store(pool.map(count, directories, chunksize=64))
    query = "select suffix, sum(number), sum(bytes) from files group by suffix order by 3 desc, 1"
    for suffix, number, size in database.execute(query):
        print(f"{suffix:12} {number:8} {size:14}")
    return 0
