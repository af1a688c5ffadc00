export const id = 840;
export const ids = [840];
export const modules = {

/***/ 840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  decompressXz: () => (/* binding */ decompressXz),
  decompressXzBlock: () => (/* binding */ decompressXzBlock)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(75);
// EXTERNAL MODULE: ./.build/js/payload/bytes.js
var payload_bytes = __webpack_require__(794);
// EXTERNAL MODULE: ./.build/js/payload/held.js
var payload_held = __webpack_require__(914);
// EXTERNAL MODULE: ./.build/js/payload/limits.js
var limits = __webpack_require__(401);
// EXTERNAL MODULE: ./.build/js/payload/problem.js
var problem = __webpack_require__(226);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(522);
;// CONCATENATED MODULE: ./.build/js/payload/xz-index.js



const xzHeaderSize = 12;
const footerSize = 12;
const mostStreams = 10_000;
const mostBlocks = 100_000;
const mostPadding = 1 << 16;
/** The error of xz data that makes no sense. */
function damagedXz(evidence) {
    return (0,problem/* unreadable */.O)('what is packed is damaged: its xz data cannot be decompressed', evidence);
}
/** The streams of a file, found from its end; between them may be padding of four NUL bytes each. */
function readStreams(source) {
    const streams = [];
    let padding = 0;
    for (let end = source.size; end > 0;) {
        if (end < xzHeaderSize + footerSize)
            throw damagedXz('the end is missing');
        if (end % 4 === 0 && (0,payload_bytes/* bytesAt */.L1)(source, end - 4, 4).readUInt32LE() === 0) {
            end -= 4;
            padding += 4;
            if (padding > mostPadding)
                throw damagedXz('nothing but zeros at the end');
            continue;
        }
        const stream = readStream(source, end);
        streams.push(stream);
        end = stream.from;
        if (streams.length > mostStreams)
            throw new problem/* PayloadError */.t('limit', 'xz data has more parts than any real one', `${streams.length}`);
    }
    return streams.reverse();
}
/** The stream that ends at `end`: footer, then the index before it, then the blocks that the index lists. */
function readStream(source, end) {
    const footer = (0,payload_bytes/* bytesAt */.L1)(source, end - footerSize, footerSize);
    if (footer.toString('latin1', 10) !== 'YZ')
        throw damagedXz('the end is missing');
    const indexSize = (footer.readUInt32LE(4) + 1) * 4;
    if (indexSize > limits/* payloadLimits */.P.table)
        throw damagedXz(`an index of ${indexSize} bytes`);
    const indexAt = end - footerSize - indexSize;
    const blocks = readIndex((0,payload_bytes/* bytesAt */.L1)(source, indexAt, indexSize));
    const packed = blocks.reduce((sum, b) => sum + b.size, 0);
    const from = indexAt - packed - xzHeaderSize;
    if (from < 0 || compareMagic(source, from) !== 0)
        throw damagedXz('the blocks are not where the index has them');
    let at = from + xzHeaderSize;
    for (const block of blocks) {
        checkWindow(source, at);
        at += block.size;
    }
    const content = blocks.reduce((sum, b) => sum + b.content, 0);
    return { from, size: end - from, content, blocks, check: (footer[9] ?? 0) & 0xf };
}
function compareMagic(source, at) {
    return Buffer.compare((0,payload_bytes/* bytesAt */.L1)(source, at, 6), Buffer.from('\xfd7zXZ\0', 'latin1'));
}
/** Sizes of the blocks, rounded to four bytes as they lie in the file (section 4 of the format). */
function readIndex(index) {
    if (index[0] !== 0)
        throw damagedXz('the index is missing');
    const cursor = { at: 1 };
    const count = readNumber(index, cursor);
    if (count > Math.min(mostBlocks, index.length / 2))
        throw damagedXz(`an index of ${count} blocks`);
    return Array.from({ length: count }, () => {
        const unpadded = readNumber(index, cursor);
        return { unpadded, size: Math.ceil(unpadded / 4) * 4, content: readNumber(index, cursor) };
    });
}
/** A number of 7-bit digits, lowest first (section 1.2); beyond 2^53 nothing is real. */
function readNumber(bytes, cursor) {
    let value = 0;
    for (let digit = 0; digit < 9; digit++) {
        const byte = bytes[cursor.at++];
        if (byte === undefined)
            break;
        value += (byte & 0x7f) * 2 ** (7 * digit);
        if (byte < 0x80 && value <= Number.MAX_SAFE_INTEGER)
            return value;
    }
    throw damagedXz('a number has no end');
}
const lzma2 = 0x21;
/** The memory that a block wants: the size of the LZMA2 window stands in its header (sections 3.1 and 5.3.1). */
function checkWindow(source, at) {
    const first = (0,payload_bytes/* bytesAt */.L1)(source, at, 2);
    const header = (0,payload_bytes/* bytesAt */.L1)(source, at, ((first[0] ?? 0) + 1) * 4);
    const cursor = { at: 2 };
    const flags = header[1] ?? 0;
    if (flags & 0x40)
        readNumber(header, cursor);
    if (flags & 0x80)
        readNumber(header, cursor);
    for (let filter = 0; filter <= (flags & 3); filter++) {
        const id = readNumber(header, cursor);
        const length = readNumber(header, cursor);
        const bits = header[cursor.at] ?? 0xff;
        cursor.at += length;
        if (id !== lzma2)
            throw (0,problem/* unreadable */.O)('xz data went through a filter for machine code (BCJ), which is not read', `filter ${id}`);
        const window = (2 | (bits & 1)) * 2 ** (Math.floor(bits / 2) + 11);
        if (bits > 40 || window > limits/* payloadLimits */.P.window) {
            throw new problem/* PayloadError */.t('limit', 'xz data asks for more memory than is given', `a window of ${window} bytes`);
        }
    }
}

;// CONCATENATED MODULE: ./.build/js/payload/xz-checks.js



/** The number of SHA-256 among the checksums of xz, and its size in bytes. */
const sha256Check = 10;
const sha256Size = 32;
/**
 * The same stream without checksums: the library refuses those by SHA-256, which RPM writes; we compare them ourselves. Flags of
 * header and footer say "none", the blocks lose their last 32 bytes, and the index has their new sizes.
 */
async function* withoutChecks(source, blocks) {
    const flags = Buffer.alloc(2);
    yield Buffer.concat([Buffer.from('\xfd7zXZ\0', 'latin1'), flags, checksum(flags)]);
    let at = xzHeaderSize;
    for (const { size } of blocks) {
        yield* (0,payload_bytes/* piecesOf */.Xe)((0,payload_bytes/* slice */.di)(source, at, size - sha256Size));
        at += size;
    }
    const records = blocks.flatMap(b => [numberOf(b.unpadded - sha256Size), numberOf(b.content)]);
    const list = Buffer.concat([Buffer.from([0]), numberOf(blocks.length), ...records]);
    const index = Buffer.concat([list, Buffer.alloc((4 - (list.length % 4)) % 4)]);
    yield Buffer.concat([index, checksum(index)]);
    const size = Buffer.alloc(4);
    size.writeUInt32LE((index.length + 4) / 4 - 1);
    const end = Buffer.concat([size, flags]);
    yield Buffer.concat([checksum(end), end, Buffer.from('YZ')]);
}
function checksum(bytes) {
    const out = Buffer.alloc(4);
    out.writeUInt32LE((0,external_node_zlib_.crc32)(bytes));
    return out;
}
/** A number of 7-bit digits, lowest first. */
function numberOf(value) {
    const digits = [];
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80))
        digits.push((rest % 0x80) | 0x80);
    return Buffer.from([...digits, rest]);
}

;// CONCATENATED MODULE: ./.build/js/payload/xz.js








/**
 * Decompresses xz. The index at its end says beforehand what comes out and its blocks how much memory they want, so both are
 * checked before anything is decompressed. The library keeps a lock while it works, so that a file inside of another would wait
 * for ever: each stream is decompressed as a whole before its bytes are given.
 * @throws PayloadError
 */
async function* decompressXz(source, meter) {
    const streams = readStreams(source);
    meter.promise(streams.reduce((sum, s) => sum + s.content, 0), limits/* payloadLimits */.P.total);
    for (const stream of streams) {
        const held = await holdStream((0,payload_bytes/* slice */.di)(source, stream.from, stream.size), stream, meter);
        try {
            yield* (0,payload_bytes/* piecesOf */.Xe)(held.source);
        }
        finally {
            held.close();
        }
    }
}
/** Decompresses one block of squashfs: a whole xz file of at most `most` bytes. @throws PayloadError */
async function decompressXzBlock(bytes, most, meter) {
    const source = { size: bytes.length, read: (target, at) => bytes.copy(target, 0, at) };
    const [stream, ...more] = readStreams(source);
    if (!stream || more.length > 0 || stream.content > most)
        throw damagedXz('a block is no single stream');
    const held = await holdStream(source, stream, meter);
    return (0,payload_bytes/* bytesAt */.L1)(held.source, 0, held.source.size);
}
async function holdStream(source, stream, meter) {
    const { XzReadableStream } = await library();
    const isSha256 = stream.check === sha256Check;
    const packed = isSha256 ? withoutChecks(source, stream.blocks) : (0,payload_bytes/* piecesOf */.Xe)(source);
    const input = external_node_stream_.Readable.toWeb(external_node_stream_.Readable.from(packed, { objectMode: false }));
    const output = new XzReadableStream(input);
    async function* pieces() {
        for await (const piece of output) {
            meter.spend(piece.length);
            yield Buffer.from(piece.buffer, piece.byteOffset, piece.length);
        }
    }
    let held;
    try {
        held = await (0,payload_held/* hold */._)(pieces(), stream.content);
    }
    catch (error) {
        throw error instanceof problem/* PayloadError */.t ? error : damagedXz(error instanceof Error ? error.message : String(error));
    }
    try {
        if (held.source.size !== stream.content)
            throw damagedXz(`${held.source.size} of ${stream.content} bytes`);
        if (isSha256)
            await compareSha256(source, stream, held.source);
        return held;
    }
    catch (error) {
        held.close();
        throw error;
    }
}
/** Compares what came out of each block with the sha256 at its end. */
async function compareSha256(source, { blocks }, content) {
    let [at, from] = [xzHeaderSize, 0];
    for (const block of blocks) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for await (const piece of (0,payload_bytes/* piecesOf */.Xe)((0,payload_bytes/* slice */.di)(content, from, block.content)))
            hash.update(piece);
        at += block.size;
        from += block.content;
        if (!hash.digest().equals((0,payload_bytes/* bytesAt */.L1)(source, at - sha256Size, sha256Size)))
            throw damagedXz('the sha256 of a block differs');
    }
}
/** The library is CommonJS: loaded by Node it is the default export, in a bundle it may be the module itself. */
async function library() {
    const module = await __webpack_require__.e(/* import() */ 642).then(__webpack_require__.t.bind(__webpack_require__, 642, 19));
    return ('default' in module ? module.default : module);
}


/***/ })

};
