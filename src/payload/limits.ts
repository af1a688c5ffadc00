/** Hard caps on what is packed inside a file: whatever it claims, no more is unpacked. */
export const payloadLimits = {
  /** Members of a file and of everything packed in it. */
  members: 100_000,
  /** Bytes of one member. */
  member: 2 ** 30,
  /** Bytes that are unpacked in all. */
  total: 2 ** 32,
  /** Files inside of files: an archive in an archive in an archive. */
  depth: 3,
  /** Bytes unpacked for each byte packed, beyond {@link payloadLimits.free}: real programs stay below 20. */
  ratio: 256,
  free: 64 << 20,
  /** Bytes of a member that are kept in memory; a larger one goes to a temporary file without a name. */
  memory: 64 << 20,
  /** Bytes of a name or of an extended header. */
  name: 1 << 20,
  /** Bytes of a table of members (PyInstaller, squashfs). */
  table: 32 << 20,
  /** Bytes of the window that an xz stream may ask for (`xz -9` asks for 64 MiB). */
  window: 128 << 20,
  /** Milliseconds for everything that is packed in one file. */
  time: 120_000,
} as const
