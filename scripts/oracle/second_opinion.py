"""What pyelftools and LIEF say of ELF files, in the words of the verifier's report.

Reads paths from standard input, one a line; writes one JSON object a line:
{"path", "pyelftools": facts or {"error"}, "lief": facts or {"error"}, "provides": {...}}.
An argument N asks for the symbols behind each version of every Nth file only: that takes both readers longest.

Nothing here knows the verifier's code. Rules that both need (what counts as a version of glibc, which loader belongs to
which libc) are written a second time, from the ABI documents of each architecture.
"""

import json
import re
import sys

import lief
from elftools.elf.dynamic import DynamicSegment
from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerDefSection, GNUVerNeedSection, GNUVerSymSection

WEAK_VERSION = 2  # VER_FLG_WEAK
PIE = 0x08000000  # DF_1_PIE
EXECUTE = 1  # PF_X

# (class, little endian, e_machine): name, or a function of e_flags where the ABI is in them.
MACHINES = {
    (64, True, 62): lambda flags: "x86_64",
    (32, True, 3): lambda flags: "i686",
    (64, True, 183): lambda flags: "aarch64",
    (32, True, 40): lambda flags: "armel" if flags & 0x200 else "armv7" if flags & 0x400 else "arm",
    (64, True, 243): lambda flags: "riscv64" if flags & 6 == 4 else None,
    (64, True, 21): lambda flags: "ppc64le" if flags & 3 in (0, 2) else None,
    (64, False, 22): lambda flags: "s390x",
    (64, True, 258): lambda flags: "loongarch64" if flags & 7 == 3 else None,
    (32, True, 8): lambda flags: "mipsel" if flags & 0xF000 == 0x1000 else None,  # EF_MIPS_ABI_O32
    (64, True, 8): lambda flags: "mips64el" if not flags & 0x20 else None,  # EF_MIPS_ABI2 is n32
}

# Where each ABI has its loader. A multilib system has several of one name.
GLIBC_LOADERS = {
    "x86_64": "/lib64/ld-linux-x86-64.so.2",
    "i686": "/lib/ld-linux.so.2",
    "aarch64": "/lib/ld-linux-aarch64.so.1",
    "armv7": "/lib/ld-linux-armhf.so.3",
    "armel": "/lib/ld-linux.so.3",
    "riscv64": "/lib/ld-linux-riscv64-lp64d.so.1",
    "ppc64le": "/lib64/ld64.so.2",
    "s390x": "/lib/ld64.so.1",
    "loongarch64": "/lib64/ld-linux-loongarch-lp64d.so.1",
    "mipsel": "/lib/ld.so.1",
    "mips64el": "/lib64/ld.so.1",
}

# The parts of glibc, by the first part of their names: only their versions are versions of glibc.
GLIBC_PARTS = re.compile(
    r"^(libc|libm|libmvec|libdl|librt|libpthread|libresolv|libutil|libanl|libnsl|libcrypt|libBrokenLocale"
    r"|libthread_db|ld|ld64|ld-linux[a-z0-9_-]*)\.so\.[0-9]+$"
)
SERIES = {"glibc": "GLIBC", "glibcxx": "GLIBCXX", "cxxabi": "CXXABI", "gcc": "GCC"}
# Properties, not numbers: the release of glibc that introduced each (its NEWS).
GLIBC_PROPERTIES = {
    "GLIBC_ABI_DT_RELR": "2.36",
    "GLIBC_ABI_GNU_TLS": "2.43",
    "GLIBC_ABI_GNU2_TLS": "2.43",
    "GLIBC_ABI_DT_X86_64_PLT": "2.43",
}


def number(version):
    return tuple(int(part) for part in version.split("."))


def highest(versions):
    return max(versions, key=number, default=None)


def in_series(series, library, version):
    """The number that a version has in a series, or None."""
    if series == "glibc":
        if not GLIBC_PARTS.match(library):
            return None
        if version in GLIBC_PROPERTIES:
            return GLIBC_PROPERTIES[version]
    match = re.fullmatch(SERIES[series] + r"_(\d+(?:\.\d+)+)", version)
    return match[1] if match else None


def floors(needs):
    """The greatest number of each series. A need is (library, version, whether the loader can do without)."""
    hard = [(library, version) for library, version, soft in needs if not soft]
    return {s: highest([n for need in hard if (n := in_series(s, *need))]) for s in SERIES}


def arch_of(bits, little, machine, flags):
    known = MACHINES.get((bits, little, machine))
    return known(flags) if known else None


def linkage_of(kind, arch, interpreter, needed, soname, pie):
    if kind not in ("ET_EXEC", "ET_DYN"):
        return "not-elf"
    if kind == "ET_DYN" and (soname is not None or (interpreter is None and not pie)):
        return "shared-library"
    if interpreter is None:
        return "dynamic-other" if needed else "static" if kind == "ET_EXEC" else "static-pie"
    if "/ld-musl-" in interpreter:
        return "dynamic-musl"
    return "dynamic-glibc" if interpreter == GLIBC_LOADERS.get(arch) else "dynamic-other"


def facts(raw):
    """What both readers' raw answers mean; `raw` is what each took from the file in its own way."""
    arch = arch_of(raw["bits"], raw["little"], raw["machine"], raw["flags"])
    soft = lambda need: need["weak"] and not need["strong"]
    return {
        "arch": arch,
        "linkage": linkage_of(raw["kind"], arch, raw["interpreter"], raw["needed"], raw["soname"], raw["pie"]),
        "interpreter": raw["interpreter"],
        "needed": raw["needed"],
        "floor": floors([(n["library"], n["version"], soft(n)) for n in raw["needs"]]),
        "rpath": raw["rpath"],
        "runpath": raw["runpath"],
        "execStack": raw["stack"] is None or bool(raw["stack"] & EXECUTE),
        "pageSize": min(raw["aligns"], default=None),
        "symbols": raw["symbols"],
    }


def by_elftools(path, sampled):
    with open(path, "rb") as stream:
        elf = ELFFile(stream)
        raw = {
            "bits": elf.elfclass,
            "little": elf.little_endian,
            "machine": int.from_bytes(at(stream, 18, 2), "little" if elf.little_endian else "big"),
            "flags": elf["e_flags"],
            "kind": elf["e_type"],
            "interpreter": None,
            "needed": [],
            "soname": None,
            "rpath": None,
            "runpath": None,
            "pie": False,
            "stack": None,
            "aligns": [],
            "needs": [],
            "symbols": None,
        }
        provides = []
        for segment in elf.iter_segments():
            kind = segment["p_type"]
            if kind == "PT_INTERP":
                raw["interpreter"] = segment.get_interp_name()
            elif kind == "PT_LOAD":
                raw["aligns"].append(segment["p_align"])
            elif kind == "PT_GNU_STACK":
                raw["stack"] = segment["p_flags"]
            elif isinstance(segment, DynamicSegment):
                for tag in segment.iter_tags():
                    if tag.entry.d_tag == "DT_NEEDED":
                        raw["needed"].append(tag.needed)
                    elif tag.entry.d_tag in ("DT_SONAME", "DT_RPATH", "DT_RUNPATH"):
                        name = tag.entry.d_tag[3:].lower()
                        raw[name] = getattr(tag, name)
                    elif tag.entry.d_tag == "DT_FLAGS_1":
                        raw["pie"] = bool(tag.entry.d_val & PIE)
        versioned = [s for s in elf.iter_sections() if isinstance(s, (GNUVerNeedSection, GNUVerDefSection))]
        indexes = {}
        for section in versioned:
            for entry, auxiliaries in section.iter_versions():
                for aux in auxiliaries:
                    if isinstance(section, GNUVerDefSection):
                        provides.append(aux.name)
                        break
                    need = {"library": entry.name, "version": aux.name, "weak": bool(aux["vna_flags"] & WEAK_VERSION)}
                    need["strong"] = False
                    raw["needs"].append(need)
                    indexes[aux["vna_other"] & 0x7FFF] = need
        if sampled or any(need["weak"] for need in raw["needs"]):
            raw["symbols"] = symbols_by_elftools(elf, indexes)
        return facts(raw), provides


def at(stream, offset, length):
    stream.seek(offset)
    return stream.read(length)


def symbols_by_elftools(elf, indexes):
    versions = next((s for s in elf.iter_sections() if isinstance(s, GNUVerSymSection)), None)
    found = {}
    if versions is None:
        return found
    table = elf.get_section(versions["sh_link"])
    for i in range(versions.num_symbols()):
        index = versions.get_symbol(i)["ndx"]  # a name for 0 and 1
        need = indexes.get(index & 0x7FFF) if isinstance(index, int) else None
        symbol = table.get_symbol(i) if need else None
        if symbol is None or symbol["st_shndx"] != "SHN_UNDEF":
            continue
        if symbol["st_info"]["bind"] != "STB_WEAK":
            need["strong"] = True
        found.setdefault(f"{need['library']} {need['version']}", set()).add(symbol.name)
    return {key: sorted(names) for key, names in found.items()}


def by_lief(path, sampled):
    config = lief.ELF.ParserConfig()
    config.parse_relocations = False
    config.parse_symtab_symbols = False
    config.parse_notes = False
    config.parse_overlay = False
    elf = lief.ELF.parse(path, config)
    header = elf.header
    tags = lief.ELF.DynamicEntry.TAG
    entries = {}
    for entry in elf.dynamic_entries:
        entries[entry.tag] = entry
    text = lambda tag, field: getattr(entries[tag], field) if tag in entries else None
    needs = []
    known = {}
    for requirement in elf.symbols_version_requirement:
        for aux in requirement.get_auxiliary_symbols():
            need = {"library": requirement.name, "version": aux.name, "weak": bool(aux.flags & WEAK_VERSION)}
            need["strong"] = False
            needs.append(need)
            known[aux.other & 0x7FFF] = need
    symbols = None
    if sampled or any(need["weak"] for need in needs):
        found = {}
        for symbol, version in zip(elf.dynamic_symbols, elf.symbols_version):
            need = known.get(version.value & 0x7FFF)
            if need is None or symbol.shndx != 0:
                continue
            if symbol.binding != lief.ELF.Symbol.BINDING.WEAK:
                need["strong"] = True
            found.setdefault(f"{need['library']} {need['version']}", set()).add(symbol.name)
        symbols = {key: sorted(names) for key, names in found.items()}
    segments = list(elf.segments)
    kinds = lief.ELF.Segment.TYPE
    stacks = [s for s in segments if s.type == kinds.GNU_STACK]
    flags1 = entries.get(tags.FLAGS_1)
    return facts(
        {
            "bits": 64 if header.identity_class == lief.ELF.Header.CLASS.ELF64 else 32,
            "little": header.identity_data == lief.ELF.Header.ELF_DATA.LSB,
            "machine": int(header.machine_type),
            "flags": header.processor_flag,
            "kind": {2: "ET_EXEC", 3: "ET_DYN"}.get(int(header.file_type), "other"),
            "interpreter": elf.interpreter if elf.has_interpreter else None,
            "needed": list(elf.libraries),
            "soname": text(tags.SONAME, "name"),
            "rpath": text(tags.RPATH, "rpath"),
            "runpath": text(tags.RUNPATH, "runpath"),
            "pie": bool(flags1 and flags1.value & PIE),
            "stack": int(stacks[-1].flags) if stacks else None,
            "aligns": [s.alignment for s in segments if s.type == kinds.LOAD],
            "needs": needs,
            "symbols": symbols,
        }
    )


def attempt(reader, path, sampled):
    try:
        return reader(path, sampled)
    except Exception as error:  # a reader that fails says nothing; how often is printed
        return {"error": f"{type(error).__name__}: {error}"}


def main():
    every = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    lief.logging.disable()
    for i, line in enumerate(sys.stdin):
        path = line.rstrip("\n")
        first = attempt(by_elftools, path, i % every == 0)
        said, provides = first if isinstance(first, tuple) else (first, [])
        answer = {"path": path, "pyelftools": said, "lief": attempt(by_lief, path, i % every == 0)}
        # Numbers only: distributions give older releases some of the properties of newer ones.
        numbers = [v for v in provides if v not in GLIBC_PROPERTIES]
        answer["provides"] = {s: highest([n for v in numbers if (n := in_series(s, "libc.so.6", v))]) for s in SERIES}
        print(json.dumps(answer), flush=True)


main()
