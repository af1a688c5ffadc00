export const id = 52;
export const ids = [52];
export const modules = {

/***/ 52:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

var node_zlib__WEBPACK_IMPORTED_MODULE_1___namespace_cache;
__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   crc32: () => (/* binding */ crc32),
/* harmony export */   decode: () => (/* binding */ decode),
/* harmony export */   decompressBlock: () => (/* binding */ decompressBlock)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(522);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(794);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(226);




/** The checksum of zip's members. */
const { crc32 } = /*#__PURE__*/ (node_zlib__WEBPACK_IMPORTED_MODULE_1___namespace_cache || (node_zlib__WEBPACK_IMPORTED_MODULE_1___namespace_cache = __webpack_require__.t(node_zlib__WEBPACK_IMPORTED_MODULE_1__, 2)));
/**
 * Bytes that come out at a time of what is read to its end: a piece of zlib's own 16 KiB costs more to hand over than to decompress.
 * Not for members (`zlib`, `deflate`): of most only the start is looked at, and the rest of a piece would be for nothing.
 */
const whole = { chunkSize: 1 << 17 };
const decoders = {
    gzip: () => node_zlib__WEBPACK_IMPORTED_MODULE_1__.createGunzip(whole),
    zlib: () => node_zlib__WEBPACK_IMPORTED_MODULE_1__.createInflate(),
    deflate: () => node_zlib__WEBPACK_IMPORTED_MODULE_1__.createInflateRaw(),
    // Node has it since 22.15; a window above 128 MiB is refused (its default).
    zstd: () => (typeof node_zlib__WEBPACK_IMPORTED_MODULE_1__.createZstdDecompress === 'function' ? node_zlib__WEBPACK_IMPORTED_MODULE_1__.createZstdDecompress(whole) : null),
};
/**
 * The decompressed bytes of one stream (zstd: one frame), piece by piece.
 * @throws PayloadError `payload-unreadable` for damaged data, `limit`
 */
async function* decode(name, source, meter) {
    const decoder = decoders[name]();
    if (decoder === null)
        throw (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O)(`what is packed is compressed with ${name}, which this Node cannot read`, name);
    // Errors of both ends come out of the decoder.
    (0,node_stream__WEBPACK_IMPORTED_MODULE_0__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from((0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .piecesOf */ .Xe)(source), { objectMode: false }), decoder, () => { });
    try {
        for await (const piece of decoder) {
            meter.spend(piece.length);
            yield piece;
        }
    }
    catch (error) {
        throw error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_3__/* .PayloadError */ .t ? error : damaged(name, error);
    }
    finally {
        decoder.destroy();
    }
}
/** Decompresses one small block whose size is bounded. @throws PayloadError */
function decompressBlock(name, bytes, most) {
    const options = { maxOutputLength: most };
    try {
        if (name === 'zlib')
            return node_zlib__WEBPACK_IMPORTED_MODULE_1__.inflateSync(bytes, options);
        return node_zlib__WEBPACK_IMPORTED_MODULE_1__.zstdDecompressSync(bytes, options);
    }
    catch (error) {
        throw damaged(name, error);
    }
}
function damaged(name, error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O)(`what is packed is damaged: its ${name} data cannot be decompressed`, code);
}


/***/ })

};
