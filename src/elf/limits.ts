/** Hard caps: a file that asks for more is refused (`limit`), however large it is. */
export const limits = {
  /** The kernel refuses more than 64 KiB of program headers. */
  programHeaderBytes: 65_536,
  sections: 100_000,
  dynamicEntries: 100_000,
  /** Names of libraries in the dynamic table. */
  libraries: 4096,
  /** Version needs and their entries together. */
  versions: 10_000,
  symbols: 5_000_000,
  imports: 200_000,
  /** Relocations that are looked at for the number of symbols. */
  relocations: 20_000_000,
  /** Bytes of a name, its end included. */
  string: 4096,
  /** Bytes of all names that are read, so that many references to one long name do not fill the memory. */
  names: 16 << 20,
  /** Bytes of all notes together. */
  notes: 1 << 20,
  /** Bytes of the attributes of an object format (`.ARM.attributes`). */
  attributes: 1 << 16,
  goModuleInfo: 4 << 20,
  /** `.dep-v0` after inflating, bytes. */
  dependencies: 8 << 20,
  /** Milliseconds for the structures of one file. */
  time: 10_000,
} as const
