/* CRC-32C (Castagnoli, RFC 3720 appendix B.4), eight bytes at a time by tables made at the first call of each thread. */
#include <stddef.h>
#include <stdint.h>

static _Thread_local uint32_t table[8][256];

static void fill(void) {
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t c = i;
    for (int bit = 0; bit < 8; bit++) c = (c >> 1) ^ (0x82f63b78u & (0u - (c & 1u)));
    table[0][i] = c;
  }
  for (int t = 1; t < 8; t++)
    for (int i = 0; i < 256; i++) table[t][i] = (table[t - 1][i] >> 8) ^ table[0][table[t - 1][i] & 255u];
}

/* Continues a checksum (0 for a new one) over `size` bytes at `data`. */
uint32_t treesum_crc32c(uint32_t crc, const uint8_t *data, size_t size) {
  if (table[0][1] == 0) fill();
  crc = ~crc;
  for (; size >= 8; data += 8, size -= 8) {
    uint32_t low = crc ^ (data[0] | (uint32_t)data[1] << 8 | (uint32_t)data[2] << 16 | (uint32_t)data[3] << 24);
    crc = table[7][low & 255u] ^ table[6][low >> 8 & 255u] ^ table[5][low >> 16 & 255u] ^ table[4][low >> 24] ^
          table[3][data[4]] ^ table[2][data[5]] ^ table[1][data[6]] ^ table[0][data[7]];
  }
  for (; size > 0; data++, size--) crc = (crc >> 8) ^ table[0][(crc ^ *data) & 255u];
  return ~crc;
}
