import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 75:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 774:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream/web");

/***/ }),

/***/ 794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L1: () => (/* binding */ bytesAt),
/* harmony export */   Xe: () => (/* binding */ piecesOf),
/* harmony export */   di: () => (/* binding */ slice)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(226);

const pieceSize = 1 << 16;
/** A part of a source as a source of its own; the part must lie inside. @throws PayloadError */
function slice(source, from, size) {
    checkRange(source, from, size);
    return {
        size,
        read: (target, at) => {
            const room = Math.max(0, Math.min(target.length, size - at));
            return room === 0 ? 0 : source.read(target.subarray(0, room), from + at);
        },
    };
}
/** `length` bytes at `from`; the caller has bounded the length. @throws PayloadError when they are not there */
function bytesAt(source, from, length) {
    checkRange(source, from, length);
    const bytes = Buffer.allocUnsafe(length);
    if (length > 0 && source.read(bytes, from) !== length)
        throw (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O)('the file became shorter while it was read', String(from));
    return bytes;
}
/** The whole source in pieces of 64 KiB. @throws PayloadError when the file changes meanwhile */
async function* piecesOf(source) {
    for (let at = 0; at < source.size; at += pieceSize) {
        yield bytesAt(source, at, Math.min(pieceSize, source.size - at));
    }
}
function checkRange(source, from, length) {
    if (from >= 0 && length >= 0 && from + length <= source.size)
        return;
    throw (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O)('what is packed ends before it is complete', `${from}+${length} of ${source.size} bytes`);
}


/***/ }),

/***/ 914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ hold)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(760);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(401);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(226);





const blockSize = 1 << 20;
/**
 * Keeps what comes, in memory up to 64 MiB and beyond that in a temporary file whose name is gone before anything is
 * written to it.
 * @param most bytes, at most {@link payloadLimits.member}
 * @throws PayloadError `limit`, `payload-unreadable` when there is no room; whatever the pieces throw
 */
async function hold(pieces, most = _limits_js__WEBPACK_IMPORTED_MODULE_3__/* .payloadLimits */ .P.member) {
    const blocks = [];
    let file = null;
    let size = 0;
    try {
        for await (const piece of pieces) {
            if (size + piece.length > most) {
                throw new _problem_js__WEBPACK_IMPORTED_MODULE_4__/* .PayloadError */ .t('limit', 'a packed file is larger than any real one', `more than ${most} bytes`);
            }
            if (file === null && size + piece.length > _limits_js__WEBPACK_IMPORTED_MODULE_3__/* .payloadLimits */ .P.memory) {
                file = openNameless();
                for (const [i, block] of blocks.entries()) {
                    write(file, block.subarray(0, Math.min(blockSize, size - i * blockSize)), i * blockSize);
                }
                blocks.length = 0;
            }
            if (file === null)
                append(blocks, size, piece);
            else
                write(file, piece, size);
            size += piece.length;
        }
    }
    catch (error) {
        if (file !== null)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
        throw error;
    }
    const fd = file;
    if (fd === null)
        return { source: { size, read: (target, at) => readBlocks(blocks, size, target, at) }, close: () => { } };
    return {
        source: { size, read: (target, at) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, target, 0, target.length, at) },
        close: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd),
    };
}
/** A file of our own that nobody else can open and that is gone when we are. */
function openNameless() {
    try {
        const dir = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'portable-build-'));
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dir, 'member'), 'wx+', 0o600);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(dir, { recursive: true, force: true });
        }
    }
    catch (error) {
        throw noRoom(error);
    }
}
function write(fd, bytes, at) {
    try {
        for (let done = 0; done < bytes.length;)
            done += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(fd, bytes, done, bytes.length - done, at + done);
    }
    catch (error) {
        throw noRoom(error);
    }
}
function noRoom(error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .unreadable */ .O)('there is no room to unpack a large file in the directory for temporary files', code);
}
function append(blocks, size, piece) {
    for (let done = 0; done < piece.length;) {
        const at = (size + done) % blockSize;
        if (at === 0)
            blocks.push(Buffer.allocUnsafe(blockSize));
        done += piece.copy(blocks.at(-1) ?? piece, at, done);
    }
}
function readBlocks(blocks, size, target, from) {
    const length = Math.max(0, Math.min(target.length, size - from));
    for (let done = 0; done < length;) {
        const at = from + done;
        const block = blocks[Math.floor(at / blockSize)];
        const start = at % blockSize;
        done += block?.copy(target, done, start, Math.min(blockSize, start + length - done)) ?? length;
    }
    return length;
}


/***/ }),

/***/ 401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ payloadLimits)
/* harmony export */ });
/** Hard caps on what is packed inside a file: whatever it claims, no more is unpacked. */
const payloadLimits = {
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
};


/***/ }),

/***/ 226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ unreadable),
/* harmony export */   t: () => (/* binding */ PayloadError)
/* harmony export */ });
/** Thrown by the readers of payloads; the judge turns it into a finding. */
class PayloadError extends Error {
    id;
    evidence;
    constructor(id, message, evidence) {
        super(message);
        this.name = 'PayloadError';
        this.id = id;
        this.evidence = evidence;
    }
}
/** The error of a payload whose bytes make no sense. */
function unreadable(message, evidence) {
    return new PayloadError('payload-unreadable', message, evidence);
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O1: () => (/* binding */ isVerifyError),
  CZ: () => (/* binding */ schemaVersion),
  MX: () => (/* binding */ verify),
  RV: () => (/* binding */ verifyBytes),
  FY: () => (/* binding */ whatGotWorse)
});

;// CONCATENATED MODULE: ./.build/js/errors.js
/** What a failed run means to the caller; the values are the process's exit codes (design: 0 done, 130 interrupted). */
const exitCodes = { done: 0, failed: 1, usage: 2, environment: 3, interrupted: 130 };
/**
 * Every error that a user can cause, by its stable code. `docs/troubleshooting.md` is generated from this table:
 * `title` says what happened, `remedy` what to do in general; the message of an instance has the particulars.
 */
const errorTable = {
    // usage: nothing was started
    'unknown-flag': {
        kind: 'usage',
        title: 'A flag, command or input name is not known',
        remedy: 'Use the suggested name, or `portable-build <command> --help` for all of them.',
    },
    'bad-input': {
        kind: 'usage',
        title: 'An input has a value that it cannot have',
        remedy: 'The message names each input, where its value came from and what it accepts.',
    },
    'bad-config': {
        kind: 'usage',
        title: 'portable-build.yml cannot be used',
        remedy: 'The message names the line; `schema/portable-build.schema.json` describes the file for editors.',
    },
    'unknown-target': {
        kind: 'usage',
        title: 'A target is not known',
        remedy: 'Use a canonical name (`x86_64-linux-musl`, `aarch64-linux-gnu.2.17`), a Rust triple or `linux/arm64`.',
    },
    'duplicate-target': {
        kind: 'usage',
        title: 'Two spellings name the same target',
        remedy: 'Remove one of the two.',
    },
    'unknown-glibc': {
        kind: 'usage',
        title: 'A glibc version does not exist',
        remedy: 'Use the nearest version that the message names: a compiler asked for an unknown one silently takes another.',
    },
    'impossible-floor': {
        kind: 'usage',
        title: 'A floor is older than the first glibc of its architecture',
        remedy: 'Use the floor that the message names, or give the floor for all targets with `glibc:`, which is raised where needed.',
    },
    'no-project': {
        kind: 'usage',
        title: 'The directory holds nothing that can be built',
        remedy: 'Run it in the directory of Cargo.toml, go.mod, CMakeLists.txt, meson.build, configure or Makefile, or set `build-command`.',
    },
    'ambiguous-project': {
        kind: 'usage',
        title: 'The directory can be built in more than one way',
        remedy: 'Settle it with the input that the message names (`language`, `build-system`, `bin`).',
    },
    'unreadable-project': {
        kind: 'usage',
        title: 'The project directory cannot be read',
        remedy: 'Check that the directory exists and that this user may read it.',
    },
    'no-backend': {
        kind: 'usage',
        title: 'No backend can build a target',
        remedy: 'The message has the reason of each backend; change the target, the floor or `backend`.',
    },
    'wrong-machine': {
        kind: 'usage',
        title: 'A target cannot be built on a machine of another architecture',
        remedy: 'Let a runner of the architecture build it: `plan --matrix` gives it a leg of its own.',
    },
    'native-cpu': {
        kind: 'usage',
        title: "The build asks for this machine's own CPU",
        remedy: 'Remove `-march=native` / `target-cpu=native`, or name the CPU that users have with `cpu`.',
    },
    'same-artifact': {
        kind: 'usage',
        title: 'Two artifacts of a run would have the same name',
        remedy: 'Put the placeholder that the message names into `artifact-name`.',
    },
    'file-exists': {
        kind: 'usage',
        title: 'A file that would be written is there already',
        remedy: 'Nothing was changed. Move the file away, or take over by hand what you want of the new one.',
    },
    'nothing-matched': {
        kind: 'usage',
        title: 'An argument matched no file',
        remedy: 'Check the path or the pattern: a check of nothing is a failed check.',
    },
    // failed: the build or the verification
    'step-failed': {
        kind: 'failed',
        title: 'A build command failed',
        remedy: 'The last lines of its output are shown with the exact command to run by hand.',
    },
    'no-wheel': {
        kind: 'failed',
        title: 'A Python package has no wheel that fits',
        remedy: 'Take the version that the message names, another Python with `python-version`, or a newer floor with `glibc`.',
    },
    'wheel-refused': {
        kind: 'failed',
        title: 'A Python wheel needs a newer system than it promises',
        remedy: 'Ask for another version of the package, or for a newer floor with `glibc`.',
    },
    'no-executable': {
        kind: 'failed',
        title: 'The build produced no executable',
        remedy: 'Check `bin`, `package` and `build-command`; libraries alone give nothing to ship.',
    },
    'same-name': {
        kind: 'failed',
        title: 'Two executables of one target have the same name',
        remedy: 'Choose with `bin` or `package`, or rename one of them.',
    },
    'artifact-exists': {
        kind: 'failed',
        title: 'The workflow run has an artifact with this name already',
        remedy: 'Put the placeholder that the message names into `artifact-name`: every job uploads under names of its own.',
    },
    'limit-exceeded': {
        kind: 'failed',
        title: 'A build needed more than its limits allow',
        remedy: 'Raise the limit that the message names with `limits`, or let the build do less at a time.',
    },
    'missing-leg': {
        kind: 'failed',
        title: 'A leg of the matrix gave no report',
        remedy: 'Look at the log of its job: it ended before it could say anything, or its artifacts have expired. Run it again.',
    },
    'wrong-leg': {
        kind: 'failed',
        title: 'A report cannot be used, or contradicts the others',
        remedy: 'Collect the reports of one run only: one commit, one version of portable-build, each leg once.',
    },
    'missing-artifact': {
        kind: 'failed',
        title: 'A file that a report names is not there',
        remedy: 'Download what the legs uploaded into the directory too.',
    },
    'changed-artifact': {
        kind: 'failed',
        title: 'A file is not the one that was judged',
        remedy: 'Nothing was collected. Build again, and find out who writes to the artifacts in between.',
    },
    // environment: something is missing here
    'artifact-failed': {
        kind: 'environment',
        title: 'The artifact service of the CI host did not take or give a file',
        remedy: 'Run the job again; https://www.githubstatus.com says whether the service is well.',
    },
    'tool-missing': {
        kind: 'environment',
        title: 'A program that the build needs is not installed',
        remedy: 'Install it as the message says; `portable-build doctor` lists all of them.',
    },
    'engine-missing': {
        kind: 'environment',
        title: 'There is no container engine that can be used',
        remedy: 'Three ways out: install Docker (https://docs.docker.com/engine/install) or podman on this machine; let DOCKER_HOST name an engine elsewhere (for `dockerfile`); or leave `image` and `dockerfile` out, because most targets need no container.',
    },
    'engine-failed': {
        kind: 'environment',
        title: 'The container engine did not do what it should',
        remedy: 'Look at its log (`journalctl -u docker`), then start the run again.',
    },
    'image-unavailable': {
        kind: 'environment',
        title: 'A builder image cannot be had',
        remedy: 'Check its name, the registry and the login; `docker pull IMAGE` says the same by hand.',
    },
    'image-unfit': {
        kind: 'environment',
        title: 'A builder image cannot do the build',
        remedy: 'Use an image for this platform that has a shell and the compilers.',
    },
    'download-failed': {
        kind: 'environment',
        title: 'A toolchain could not be downloaded from any of its sources',
        remedy: 'Check the network and the proxy, or point `mirrors` to a directory or URL that holds the file.',
    },
    'digest-mismatch': {
        kind: 'environment',
        title: 'A downloaded file is not the one that is pinned',
        remedy: 'Nothing of it was used. Check the mirror or proxy that served it.',
    },
    'unsafe-archive': {
        kind: 'environment',
        title: 'An archive has members that must not be unpacked',
        remedy: 'Nothing of it was used. Report it to whoever serves the archive.',
    },
    'toolchain-refused': {
        kind: 'environment',
        title: 'A toolchain failed its self-test or is known to build wrong programs',
        remedy: 'Use the pinned version (leave the version input empty).',
    },
    'disk-full': {
        kind: 'environment',
        title: 'The disk is full',
        remedy: 'Free space, or move the caches with PORTABLE_BUILD_CACHE_DIR and PORTABLE_BUILD_TOOLS_DIR.',
    },
    'cannot-write': {
        kind: 'environment',
        title: 'A directory cannot be written',
        remedy: 'Check the owner and the mount, or choose another place with `output-dir`.',
    },
    interrupted: {
        kind: 'interrupted',
        title: 'The run was interrupted',
        remedy: 'Start it again: finished downloads and compiled objects are kept.',
    },
};
/** An error that a user can cause or cure: a stable code, one sentence, what to do. */
class errors_BuildError extends Error {
    code;
    hint;
    lines;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = 'BuildError';
        this.code = code;
        this.hint = details.hint ?? errorTable[code].remedy;
        this.lines = details.lines ?? [];
    }
    /** The exit code of a run that ends with this error. */
    get exitCode() {
        return exitCodes[errorTable[this.code].kind];
    }
}

;// CONCATENATED MODULE: ./.build/js/verify/findings/hardening.js
/** How the kernel and the loader map the file. */
const hardening = {
    'exec-stack': {
        severity: 'error',
        title: 'The stack is executable',
        hint: 'Link with -z noexecstack; an assembler file lacks `.section .note.GNU-stack,"",%progbits`.',
    },
    'rwx-segment': {
        severity: 'error',
        title: 'Memory is writable and executable at once',
        hint: 'Remove -N (omagic) or the linker script that puts code and data together.',
    },
    textrel: {
        severity: 'warning',
        title: 'Code is changed while it is loaded',
        hint: 'Compile everything with -fPIC; musl and SELinux refuse it.',
    },
    relro: { severity: 'warning', title: 'Tables of the loader stay writable', hint: 'Link with -z relro -z now.' },
    'bind-now': { severity: 'warning', title: 'Functions are bound late', hint: 'Link with -z now.' },
    'no-pie': { severity: 'warning', title: 'The file always loads at the same address', hint: 'Link with -pie.' },
};

;// CONCATENATED MODULE: ./.build/js/version.js
const dot = 0x2e;
const zero = 0x30;
/**
 * Compares dotted numbers part by part (`2.9` < `2.17`); a missing part counts as 0. Returns <0, 0 or >0. It makes nothing:
 * one file is held against every release of every distribution.
 */
function compareVersions(a, b) {
    for (let i = 0, j = 0; i < a.length || j < b.length; i++, j++) {
        let left = 0;
        let right = 0;
        for (; i < a.length && a.charCodeAt(i) !== dot; i++)
            left = left * 10 + a.charCodeAt(i) - zero;
        for (; j < b.length && b.charCodeAt(j) !== dot; j++)
            right = right * 10 + b.charCodeAt(j) - zero;
        if (left !== right)
            return left - right;
    }
    return 0;
}
/** The greater of two dotted versions; null is less than everything. */
function maxVersion(a, b) {
    if (a === null || b === null)
        return a ?? b;
    return compareVersions(a, b) >= 0 ? a : b;
}

;// CONCATENATED MODULE: ./.build/js/report/match-files.js
/** A name without its directory and without what looks like a version: `tool-1.2.3-linux` is `tool-linux`. */
function withoutVersion(path) {
    const name = path.split(/[/!]/).at(-1) ?? path;
    return name.replace(/[-_.]?v?[0-9]+(\.[0-9]+)+([-+.](alpha|beta|rc|pre)[.0-9]*)?/gi, '');
}
const nameOf = (file) => file.path.split(/[/!]/).at(-1) ?? file.path;
/** What makes two files the same, surest first: directories, version numbers and floors change between releases. */
const keys = [
    f => [f.path, f.target, f.arch].join('\0'),
    f => [f.path, f.arch].join('\0'),
    f => (f.target === null ? null : [nameOf(f), f.target].join('\0')),
    f => (f.arch === null ? null : [nameOf(f), f.arch].join('\0')),
    f => (f.arch === null ? null : [withoutVersion(f.path), f.arch].join('\0')),
    f => f.path, // the same place, now for another architecture or not readable any more
];
/** Every file and everything that is packed in it; a packed file is named `package!member`. */
function allFiles(files) {
    return files.flatMap(file => {
        const inside = file.payload.map(member => ({ ...member, path: memberPath(file.path, member.path) }));
        return [file, ...allFiles(inside)];
    });
}
/** The name of a packed file for those who do not see its package beside it. */
function memberPath(outer, member) {
    return member.startsWith(`${outer}!`) ? member : `${outer}!${member}`;
}
/** Finds each file's earlier self. A key that fits several files on one side decides nothing: nothing is guessed. */
function matchFiles(before, after) {
    let [old, now] = [allFiles(before), allFiles(after)];
    const pairs = [];
    for (const key of keys) {
        const olds = single(old, key);
        const found = [...single(now, key)].flatMap(([k, file]) => {
            const earlier = olds.get(k);
            return earlier ? [{ before: earlier, after: file }] : [];
        });
        pairs.push(...found);
        const taken = new Set(found.flatMap(p => [p.before, p.after]));
        old = old.filter(f => !taken.has(f));
        now = now.filter(f => !taken.has(f));
    }
    return { pairs, lost: old };
}
/** The files that are alone with their key. */
function single(files, key) {
    const found = new Map();
    for (const file of files) {
        const k = key(file);
        if (k !== null)
            found.set(k, found.has(k) ? null : file);
    }
    return new Map([...found].flatMap(([k, file]) => (file ? [[k, file]] : [])));
}

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./.build/js/report/text.js

/** Takes two columns: East Asian wide and full-width forms, emoji (Unicode, EastAsianWidth.txt, rounded to blocks). */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
/** Takes none: marks on the letter before, formatting characters. */
const empty = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** Columns that a text takes on a terminal; escape codes of colours take none. */
function displayWidth(text) {
    let width = 0;
    for (const char of stripVTControlCharacters(text))
        width += empty.test(char) ? 0 : wide.test(char) ? 2 : 1;
    return width;
}
/** A text without escape codes, cut to so many columns; what was cut shows as `…`. */
function shorten(text, width) {
    if (displayWidth(text) <= width)
        return text;
    let kept = '';
    let used = 1; // the ellipsis
    for (const char of text) {
        used += displayWidth(char);
        if (used > width)
            break;
        kept += char;
    }
    return width < 1 ? '' : `${kept}…`;
}
/** Fills a text (that may have colours) with spaces to so many columns. */
function pad(text, width, side = 'right') {
    const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
    return side === 'right' ? text + space : space + text;
}
/** Bytes as people read them: `812 B`, `1.4 MB` (decimal units, as file managers and package sites do). */
function humanSize(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = bytes;
    let unit = 0;
    for (; value >= 999.5 && unit < units.length - 1; unit++)
        value /= 1000;
    return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
/** Milliseconds as people read them: `0.4s`, `12s`, `3m05s`, `1h02m`. */
function humanTime(ms) {
    const seconds = ms / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)}s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole}s`;
    if (whole < 3600)
        return `${Math.floor(whole / 60)}m${String(whole % 60).padStart(2, '0')}s`;
    return `${Math.floor(whole / 3600)}h${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')}m`;
}
/** How long ago something was, in the largest unit: `just now`, `5 min ago`, `3 h ago`, `12 days ago`. */
function humanAge(ms) {
    const minutes = Math.floor(ms / 60_000);
    if (minutes < 1)
        return 'just now';
    if (minutes < 60)
        return `${minutes} min ago`;
    if (minutes < 48 * 60)
        return `${Math.floor(minutes / 60)} h ago`;
    return `${Math.floor(minutes / 60 / 24)} days ago`;
}
/** `1 file`, `2 files`; `1 entry`, `2 entries`. */
function count(n, noun) {
    return `${n} ${n === 1 ? noun : `${noun.replace(/(?<=[^aeiou])y$/, 'ie')}s`}`;
}

;// CONCATENATED MODULE: ./.build/js/report/baseline.js




/**
 * What got worse between two reports, worst kinds first; an improvement and a new file are no news. Pure.
 * @param growth percent that a file may grow before it is told; so small a file that nobody minds may grow more
 */
function compareReports(before, after, growth) {
    const { pairs, lost } = matchFiles(before.files, after.files);
    const archs = new Set(allFiles(after.files).map(f => f.arch));
    const gone = lost.map(file => lostFile(file, file.arch !== null && !archs.has(file.arch)));
    const worse = [...gone, ...pairs.flatMap(pair => comparisons.flatMap(compare => compare(pair, growth)))];
    const rank = (c) => order.indexOf(c.kind);
    return {
        files: pairs.length,
        worse: worse.sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    };
}
const order = [
    ...['lost-arch', 'lost-file', 'not-verified', 'arch', 'linkage', 'floor', 'library'],
    ...['cpu', 'kernel', 'hardening', 'finding', 'size'],
];
function lostFile(file, wholeArch) {
    const message = wholeArch ? `nothing is there for ${file.arch} any more` : 'the file is not there any more';
    return { path: file.path, kind: wholeArch ? 'lost-arch' : 'lost-file', message, before: file.arch, after: null };
}
/** Every comparison of two reports of one file. */
const comparisons = [
    verification,
    architecture,
    linkage,
    floors,
    libraries,
    findings,
    size,
];
function verification({ before, after }) {
    if (!before.verified || after.verified)
        return [];
    const change = { path: after.path, kind: 'not-verified', before: 'verified', after: 'not verified' };
    return [{ ...change, message: 'it was verified and is not any more' }];
}
function architecture({ before, after }) {
    if (before.arch === null || before.arch === after.arch)
        return [];
    const message = `it is for ${after.arch ?? 'nothing known'}, it was for ${before.arch}`;
    return [{ path: after.path, kind: 'arch', message, before: before.arch, after: after.arch }];
}
/** From least to most that a file expects of the system that it runs on. */
const dependence = ['static-pie', 'static', 'dynamic-musl', 'dynamic-glibc'];
function linkage({ before, after }) {
    const expects = (file) => (file.linkage.startsWith('static') ? 0 : dependence.indexOf(file.linkage));
    if (before.linkage === after.linkage)
        return [];
    if (expects(after) >= 0 && expects(before) >= expects(after))
        return [];
    const message = `it is linked ${after.linkage}, it was ${before.linkage}`;
    return [{ path: after.path, kind: 'linkage', message, before: before.linkage, after: after.linkage }];
}
const series = {
    glibc: 'glibc',
    musl: 'musl',
    glibcxx: 'libstdc++ (GLIBCXX)',
    cxxabi: 'libstdc++ (CXXABI)',
    gcc: 'libgcc (GCC)',
};
function floors({ before, after }) {
    return Object.entries(series).flatMap(([key, name]) => {
        const [was, is] = [before.floor[key], after.floor[key]];
        if (is === null || (was !== null && compareVersions(is, was) <= 0))
            return [];
        const message = `${name} ${is} is needed, it was ${was ?? 'none'}${because(after, is)}`;
        return [{ path: after.path, kind: 'floor', message, before: was, after: is }];
    });
}
/** The symbols that are behind a version, where the report says. */
function because(file, version) {
    const symbols = file.explanations.find(e => e.version.endsWith(`_${version}`))?.symbols ?? [];
    return symbols.length === 0 ? '' : `, because of ${symbols.slice(0, 3).join(', ')}`;
}
function libraries({ before, after }) {
    return after.needed
        .filter(name => !before.needed.includes(name))
        .map(name => ({ path: after.path, kind: 'library', message: `${name} is needed now`, before: null, after: name }));
}
const kinds = {
    ...Object.fromEntries(Object.keys(hardening).map(id => [id, 'hardening'])),
    'isa-baseline': 'cpu',
    'kernel-floor': 'kernel',
};
const weights = { info: 0, warning: 1, error: 2 };
/** Findings that are told by a comparison of their own, with the numbers. */
const told = /^floor-|^linkage-mismatch$|^arch-mismatch$|^needed-not-allowed$/;
function findings({ before, after }) {
    const weight = (file, id) => Math.max(0, ...file.findings.filter(f => f.id === id).map(f => weights[f.severity]));
    const ids = [...new Set(after.findings.map(f => f.id))].filter(id => !told.test(id));
    return ids
        .filter(id => weight(after, id) > weight(before, id))
        .map(id => {
        const worst = after.findings.find(f => f.id === id && weights[f.severity] === weight(after, id));
        const message = `${id}: ${worst?.message ?? ''}`;
        const severity = (file) => file.findings.find(f => f.id === id)?.severity ?? null;
        const kind = kinds[id] ?? 'finding';
        return { path: after.path, kind, message, before: severity(before), after: worst?.severity ?? null };
    });
}
/** Bytes that a file may always grow by. */
const unnoticed = 65_536;
function size({ before, after }, growth) {
    if (before.size === null || after.size === null)
        return [];
    const more = after.size - before.size;
    if (more <= unnoticed || more <= (before.size * growth) / 100)
        return [];
    const percent = Math.round((more / Math.max(1, before.size)) * 100);
    const message = `${humanSize(after.size)}, it was ${humanSize(before.size)} (+${percent} %)`;
    return [{ path: after.path, kind: 'size', message, before: String(before.size), after: String(after.size) }];
}

;// CONCATENATED MODULE: ./.build/js/arch/row.js
/** Every value of `e_flags` is right: the architecture defines none that matter. */
const anyFlags = [];
/** `e_flags` must be one of these. */
function onlyFlags(...values) {
    return [{ mask: 0xffffffff, values }];
}

;// CONCATENATED MODULE: ./.build/js/arch/arm.js

const armEabi5 = { mask: 0xff000000, values: [0x05000000] };
/** ARM: the ELF for the ARM Architecture (EABI5: `e_flags` 0x05000000, 0x400 hard float, 0x200 soft float) and AArch64. */
const arm = {
    aarch64: {
        aliases: ['arm64', 'arm64/v8', 'armv8'],
        rust: { glibc: 'aarch64-unknown-linux-gnu', musl: 'aarch64-unknown-linux-musl' },
        go: { goarch: 'arm64', env: { GOARM64: 'v8.0' } },
        zig: { arch: 'aarch64', abi: '' },
        docker: 'linux/arm64',
        debian: 'arm64',
        gnu: { glibc: 'aarch64-linux-gnu', musl: 'aarch64-linux-musl' },
        cpu: { cmake: 'aarch64', family: 'aarch64' },
        qemu: { name: 'aarch64', baseline: 'cortex-a53' },
        elf: {
            class: 64,
            data: 'LE',
            machine: 183,
            flags: anyFlags,
            glibcInterpreter: '/lib/ld-linux-aarch64.so.1',
            muslInterpreter: ['/lib/ld-musl-aarch64.so.1'],
            pageSize: 0x10000,
        },
        firstGlibc: '2.17',
        defaultFloor: '2.17',
    },
    armv7: {
        aliases: ['armv7l', 'armhf', 'arm/v7', 'armv7hf'],
        rust: { glibc: 'armv7-unknown-linux-gnueabihf', musl: 'armv7-unknown-linux-musleabihf' },
        go: { goarch: 'arm', env: { GOARM: '7' } },
        zig: { arch: 'arm', abi: 'eabihf' },
        docker: 'linux/arm/v7',
        debian: 'armhf',
        gnu: { glibc: 'arm-linux-gnueabihf', musl: 'arm-linux-musleabihf' },
        cpu: { cmake: 'armv7-a', family: 'arm' },
        qemu: { name: 'arm', baseline: 'cortex-a7' },
        elf: {
            class: 32,
            data: 'LE',
            machine: 40,
            flags: [armEabi5, { mask: 0x400, values: [0x400], dynamicOnly: true }],
            glibcInterpreter: '/lib/ld-linux-armhf.so.3',
            muslInterpreter: ['/lib/ld-musl-armhf.so.1'],
            pageSize: 0x1000,
        },
        firstGlibc: '2.4',
        defaultFloor: '2.17',
    },
    armv6: {
        aliases: ['armv6l', 'arm', 'arm/v6', 'armv6hf'],
        rust: { glibc: 'arm-unknown-linux-gnueabihf', musl: 'arm-unknown-linux-musleabihf' },
        go: { goarch: 'arm', env: { GOARM: '6' } },
        zig: { arch: 'arm', abi: 'eabihf', cpu: 'arm1176jzf_s' },
        docker: 'linux/arm/v6',
        debian: null,
        gnu: { glibc: 'arm-linux-gnueabihf', musl: 'arm-linux-musleabihf' },
        cpu: { cmake: 'armv6', family: 'arm' },
        qemu: { name: 'arm', baseline: 'arm1176' },
        elf: {
            class: 32,
            data: 'LE',
            machine: 40,
            flags: [armEabi5, { mask: 0x400, values: [0x400], dynamicOnly: true }],
            glibcInterpreter: '/lib/ld-linux-armhf.so.3',
            muslInterpreter: ['/lib/ld-musl-armhf.so.1'],
            pageSize: 0x1000,
        },
        firstGlibc: '2.4',
        defaultFloor: '2.17',
    },
    armel: {
        aliases: ['armv5te', 'armv5', 'armv5tel', 'arm/v5'],
        rust: { glibc: 'arm-unknown-linux-gnueabi', musl: 'arm-unknown-linux-musleabi' },
        go: { goarch: 'arm', env: { GOARM: '5' } },
        zig: { arch: 'arm', abi: 'eabi', cpu: 'arm926ej_s' },
        docker: 'linux/arm/v5',
        debian: 'armel',
        gnu: { glibc: 'arm-linux-gnueabi', musl: 'arm-linux-musleabi' },
        cpu: { cmake: 'armv5', family: 'arm' },
        qemu: { name: 'arm', baseline: 'arm926' },
        elf: {
            class: 32,
            data: 'LE',
            machine: 40,
            flags: [armEabi5, { mask: 0x200, values: [0x200], dynamicOnly: true }],
            glibcInterpreter: '/lib/ld-linux.so.3',
            muslInterpreter: ['/lib/ld-musl-arm.so.1'],
            pageSize: 0x1000,
        },
        firstGlibc: '2.4',
        defaultFloor: '2.17',
    },
};

;// CONCATENATED MODULE: ./.build/js/arch/mips.js
const abi2 = 0x20;
const nan2008 = 0x400;
const abiMask = 0xf000;
const abiO32 = 0x1000;
/** o32 with the old encoding of NaN: nan2008 has a loader of its own and another CPU. */
const o32 = [{ mask: abiMask | abi2 | nan2008, values: [abiO32] }];
/** n64 says nothing: neither o32 nor n32 (ABI2). */
const n64 = [{ mask: abiMask | abi2 | nan2008, values: [0] }];
/** MIPS: o32 and n64; `e_flags` of the MIPS ABI supplement (the top four bits are the instruction set). */
const mips = {
    mips: {
        aliases: ['mips32'],
        rust: { glibc: 'mips-unknown-linux-gnu', musl: 'mips-unknown-linux-musl' },
        go: { goarch: 'mips', env: { GOMIPS: 'hardfloat' } },
        zig: { arch: 'mips', abi: 'eabihf' },
        docker: null,
        debian: 'mips',
        gnu: { glibc: 'mips-linux-gnu', musl: 'mips-linux-musl' },
        cpu: { cmake: 'mips', family: 'mips' },
        qemu: { name: 'mips', baseline: '24Kf' },
        elf: {
            class: 32,
            data: 'BE',
            machine: 8,
            flags: o32,
            glibcInterpreter: '/lib/ld.so.1',
            muslInterpreter: ['/lib/ld-musl-mips.so.1'],
            pageSize: 0x10000,
        },
        firstGlibc: '2.0',
        defaultFloor: '2.17',
    },
    mipsel: {
        aliases: ['mipsle', 'mips32el'],
        rust: { glibc: 'mipsel-unknown-linux-gnu', musl: 'mipsel-unknown-linux-musl' },
        go: { goarch: 'mipsle', env: { GOMIPS: 'hardfloat' } },
        zig: { arch: 'mipsel', abi: 'eabihf' },
        docker: null,
        debian: 'mipsel',
        gnu: { glibc: 'mipsel-linux-gnu', musl: 'mipsel-linux-musl' },
        cpu: { cmake: 'mipsel', family: 'mips' },
        qemu: { name: 'mipsel', baseline: '24Kf' },
        elf: {
            class: 32,
            data: 'LE',
            machine: 8,
            flags: o32,
            glibcInterpreter: '/lib/ld.so.1',
            muslInterpreter: ['/lib/ld-musl-mipsel.so.1'],
            pageSize: 0x10000,
        },
        firstGlibc: '2.0',
        defaultFloor: '2.17',
    },
    mips64: {
        aliases: [],
        rust: { glibc: 'mips64-unknown-linux-gnuabi64', musl: 'mips64-unknown-linux-muslabi64' },
        go: { goarch: 'mips64', env: { GOMIPS64: 'hardfloat' } },
        zig: { arch: 'mips64', abi: 'abi64' },
        docker: null,
        debian: 'mips64',
        gnu: { glibc: 'mips64-linux-gnuabi64', musl: 'mips64-linux-muslabi64' },
        cpu: { cmake: 'mips64', family: 'mips64' },
        qemu: { name: 'mips64', baseline: 'MIPS64R2-generic' },
        elf: {
            class: 64,
            data: 'BE',
            machine: 8,
            flags: n64,
            glibcInterpreter: '/lib64/ld.so.1',
            muslInterpreter: ['/lib/ld-musl-mips64.so.1'],
            pageSize: 0x10000,
        },
        firstGlibc: '2.3',
        defaultFloor: '2.17',
    },
    mips64el: {
        aliases: ['mips64le'],
        rust: { glibc: 'mips64el-unknown-linux-gnuabi64', musl: 'mips64el-unknown-linux-muslabi64' },
        go: { goarch: 'mips64le', env: { GOMIPS64: 'hardfloat' } },
        zig: { arch: 'mips64el', abi: 'abi64' },
        docker: 'linux/mips64le',
        debian: 'mips64el',
        gnu: { glibc: 'mips64el-linux-gnuabi64', musl: 'mips64el-linux-muslabi64' },
        cpu: { cmake: 'mips64el', family: 'mips64' },
        qemu: { name: 'mips64el', baseline: 'MIPS64R2-generic' },
        elf: {
            class: 64,
            data: 'LE',
            machine: 8,
            flags: n64,
            glibcInterpreter: '/lib64/ld.so.1',
            muslInterpreter: ['/lib/ld-musl-mips64el.so.1'],
            pageSize: 0x10000,
        },
        firstGlibc: '2.3',
        defaultFloor: '2.17',
    },
};

;// CONCATENATED MODULE: ./.build/js/arch/server.js

/** RISC-V, POWER, IBM Z and LoongArch: the psABI of each and the loaders' own paths. */
const server = {
    riscv64: {
        aliases: ['riscv64gc'],
        rust: { glibc: 'riscv64gc-unknown-linux-gnu', musl: 'riscv64gc-unknown-linux-musl' },
        go: { goarch: 'riscv64', env: { GORISCV64: 'rva20u64' } },
        zig: { arch: 'riscv64', abi: '' },
        docker: 'linux/riscv64',
        debian: 'riscv64',
        gnu: { glibc: 'riscv64-linux-gnu', musl: 'riscv64-linux-musl' },
        cpu: { cmake: 'riscv64', family: 'riscv64' },
        qemu: { name: 'riscv64', baseline: 'rv64,v=false' },
        elf: {
            class: 64,
            data: 'LE',
            machine: 243,
            flags: [{ mask: 0xe, values: [4] }],
            glibcInterpreter: '/lib/ld-linux-riscv64-lp64d.so.1',
            muslInterpreter: ['/lib/ld-musl-riscv64.so.1'],
            pageSize: 0x1000,
        },
        firstGlibc: '2.27',
        defaultFloor: '2.31',
    },
    ppc64le: {
        aliases: ['powerpc64le', 'ppc64el'],
        rust: { glibc: 'powerpc64le-unknown-linux-gnu', musl: 'powerpc64le-unknown-linux-musl' },
        go: { goarch: 'ppc64le', env: { GOPPC64: 'power8' } },
        zig: { arch: 'powerpc64le', abi: '' },
        docker: 'linux/ppc64le',
        debian: 'ppc64el',
        gnu: { glibc: 'powerpc64le-linux-gnu', musl: 'powerpc64le-linux-musl' },
        cpu: { cmake: 'ppc64le', family: 'ppc64' },
        qemu: { name: 'ppc64le', baseline: 'power8' },
        elf: {
            class: 64,
            data: 'LE',
            machine: 21,
            flags: [{ mask: 3, values: [2, 0] }],
            glibcInterpreter: '/lib64/ld64.so.2',
            muslInterpreter: ['/lib/ld-musl-powerpc64le.so.1'],
            pageSize: 0x10000,
        },
        firstGlibc: '2.17',
        // The oldest that zig has files for.
        defaultFloor: '2.19',
    },
    ppc64: {
        aliases: ['powerpc64'],
        rust: { glibc: 'powerpc64-unknown-linux-gnu', musl: 'powerpc64-unknown-linux-musl' },
        go: { goarch: 'ppc64', env: { GOPPC64: 'power8' } },
        zig: { arch: 'powerpc64', abi: '' },
        docker: null,
        debian: 'ppc64',
        gnu: { glibc: 'powerpc64-linux-gnu', musl: 'powerpc64-linux-musl' },
        cpu: { cmake: 'ppc64', family: 'ppc64' },
        qemu: { name: 'ppc64', baseline: 'power8' },
        elf: {
            class: 64,
            data: 'BE',
            machine: 21,
            flags: [{ mask: 3, values: [1, 2] }],
            glibcInterpreter: '/lib64/ld64.so.1',
            muslInterpreter: ['/lib/ld-musl-powerpc64.so.1'],
            pageSize: 0x10000,
        },
        firstGlibc: '2.3',
        defaultFloor: '2.17',
    },
    s390x: {
        aliases: [],
        rust: { glibc: 's390x-unknown-linux-gnu', musl: 's390x-unknown-linux-musl' },
        go: { goarch: 's390x', env: {} },
        zig: { arch: 's390x', abi: '' },
        docker: 'linux/s390x',
        debian: 's390x',
        gnu: { glibc: 's390x-linux-gnu', musl: 's390x-linux-musl' },
        cpu: { cmake: 's390x', family: 's390x' },
        // the named models have decimal floating point and ciphers, which QEMU does not emulate
        qemu: { name: 's390x', baseline: 'qemu' },
        elf: {
            class: 64,
            data: 'BE',
            machine: 22,
            flags: onlyFlags(0, 1),
            glibcInterpreter: '/lib/ld64.so.1',
            muslInterpreter: ['/lib/ld-musl-s390x.so.1'],
            pageSize: 0x1000,
        },
        firstGlibc: '2.2',
        defaultFloor: '2.17',
    },
    loongarch64: {
        aliases: ['loong64'],
        rust: { glibc: 'loongarch64-unknown-linux-gnu', musl: 'loongarch64-unknown-linux-musl' },
        go: { goarch: 'loong64', env: {} },
        zig: { arch: 'loongarch64', abi: '' },
        docker: 'linux/loong64',
        debian: 'loong64',
        gnu: { glibc: 'loongarch64-linux-gnu', musl: 'loongarch64-linux-musl' },
        cpu: { cmake: 'loongarch64', family: 'loongarch64' },
        qemu: { name: 'loongarch64', baseline: 'la464' },
        elf: {
            class: 64,
            data: 'LE',
            machine: 258,
            flags: [{ mask: 7, values: [3] }],
            glibcInterpreter: '/lib64/ld-linux-loongarch-lp64d.so.1',
            muslInterpreter: ['/lib/ld-musl-loongarch64.so.1'],
            pageSize: 0x4000,
        },
        firstGlibc: '2.36',
        defaultFloor: '2.36',
    },
};

;// CONCATENATED MODULE: ./.build/js/arch/x86.js

/** x86: the i386 and x86-64 psABI; loaders of glibc (`sysdeps/unix/sysv/linux/<arch>/shlib-versions`) and musl. */
const x86 = {
    x86_64: {
        aliases: ['amd64', 'x64', 'x86-64'],
        rust: { glibc: 'x86_64-unknown-linux-gnu', musl: 'x86_64-unknown-linux-musl' },
        go: { goarch: 'amd64', env: { GOAMD64: 'v1' } },
        zig: { arch: 'x86_64', abi: '' },
        docker: 'linux/amd64',
        debian: 'amd64',
        gnu: { glibc: 'x86_64-linux-gnu', musl: 'x86_64-linux-musl' },
        cpu: { cmake: 'x86_64', family: 'x86_64' },
        qemu: { name: 'x86_64', baseline: 'qemu64' },
        elf: {
            class: 64,
            data: 'LE',
            machine: 62,
            flags: onlyFlags(0),
            glibcInterpreter: '/lib64/ld-linux-x86-64.so.2',
            muslInterpreter: ['/lib/ld-musl-x86_64.so.1'],
            pageSize: 0x1000,
        },
        firstGlibc: '2.2.5',
        defaultFloor: '2.17',
    },
    i686: {
        aliases: ['i386', 'i586', '386', 'x86'],
        rust: { glibc: 'i686-unknown-linux-gnu', musl: 'i686-unknown-linux-musl' },
        go: { goarch: '386', env: { GO386: 'sse2' } },
        zig: { arch: 'x86', abi: '' },
        docker: 'linux/386',
        debian: 'i386',
        gnu: { glibc: 'i686-linux-gnu', musl: 'i686-linux-musl' },
        cpu: { cmake: 'i686', family: 'x86' },
        qemu: { name: 'i386', baseline: 'qemu32' },
        elf: {
            class: 32,
            data: 'LE',
            machine: 3,
            flags: onlyFlags(0),
            glibcInterpreter: '/lib/ld-linux.so.2',
            muslInterpreter: ['/lib/ld-musl-i386.so.1'],
            pageSize: 0x1000,
        },
        firstGlibc: '2.0',
        defaultFloor: '2.17',
    },
};

;// CONCATENATED MODULE: ./.build/js/arch.js




const rows = { ...x86, ...arm, ...server, ...mips };
/** The architecture table: a row in one of the files of `arch/` is all that a new architecture needs. */
const arch_archs = rows;
/** The names of all architectures, in the order of the table. */
const archNames = Object.keys(rows);

;// CONCATENATED MODULE: ./.build/js/glibc.js

/**
 * Every release of glibc that is a sensible floor, from the first one of the oldest port that can be built here.
 * Source: the project's release announcements. A release is added when the pinned zig knows it.
 */
const releases = [
    ...['2.0', '2.1', '2.2', '2.2.5', '2.3', '2.3.2', '2.3.3', '2.3.4'],
    ...Array.from({ length: 40 }, (_, i) => `2.${i + 4}`),
];
/** Whether this version of glibc was released (`2.17`; a compiler given an unknown one silently takes another). */
function isKnownGlibc(version) {
    return releases.includes(version);
}
/** The released version closest to what was written: the greatest that is not newer, else the oldest. */
function nearestGlibc(version) {
    const numbers = /^[0-9]+(\.[0-9]+)*$/.test(version) ? version : '2.17';
    return releases.filter(r => compareVersions(r, numbers) <= 0).at(-1) ?? '2.0';
}

;// CONCATENATED MODULE: ./.build/js/nearest.js
/**
 * The known name that a mistyped one is most like, or null when none is close (at most a third of it differs).
 * Optimal string alignment distance; two swapped letters cost less than a wrong one, so `amr64` is `arm64`, not `amd64`.
 */
function nearest(text, known) {
    let best = null;
    let least = Math.max(1, Math.floor(text.length / 3)) + 1;
    for (const name of known) {
        const d = distance(text.toLowerCase(), name.toLowerCase(), least);
        if (d < least)
            [best, least] = [name, d];
    }
    return best;
}
const swapCost = 0.9;
function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) >= limit)
        return limit;
    let before = [];
    let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let d = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                d = Math.min(d, (before[j - 2] ?? 0) + swapCost);
            row.push(d);
        }
        before = previous;
        previous = row;
    }
    return previous[b.length] ?? limit;
}

;// CONCATENATED MODULE: ./.build/js/target.js





const manylinuxFloors = { '1': '2.5', '2010': '2.12', '2014': '2.17' };
/** A floor as people write it: `2.17`, and the names of manylinux (`2014`, `manylinux2014`, `2_28`, `manylinux_2_28`). */
function readFloor(text) {
    const name = text.trim().replace(/^manylinux_?/, '');
    return manylinuxFloors[name] ?? name.replace(/^([0-9]+)_([0-9]+)$/, '$1.$2');
}
const linuxPlatform = /^linux[/_]([a-z0-9_]+?)(?:\/(v[0-9]))?$/;
const manylinux = /^manylinux(?:(1|2010|2014)|_([0-9]+)_([0-9]+))_([a-z0-9_]+)$/;
const musllinux = /^musllinux_[0-9]+_[0-9]+_([a-z0-9_]+)$/;
const triple = /^([a-z0-9_]+)(?:-(?:unknown|pc|alpine))?-linux(?:-(?:(gnu|glibc)|(musl))(eabihf|eabi|abi64|f32|sf|x32)?(?:\.([0-9][0-9.]*))?)?$/;
/**
 * Reads one spelling of a target: canonical name, Rust triple (with or without `.2.17`), `linux/arm64[/v7]`, `arm64`,
 * `linux_arm64`, `manylinux2014_x86_64`, `manylinux_2_28_aarch64`.
 * @throws BuildError `unknown-target` with the nearest known spelling
 */
function parseTarget(text) {
    const name = text.trim().toLowerCase();
    const found = readManylinux(name) ?? readTriple(name) ?? readPlatform(name);
    if (found)
        return { text: text.trim(), ...found };
    const known = [
        ...archNames.flatMap(a => [`${a}-linux-musl`, `${a}-linux-gnu`, a]),
        ...archNames.flatMap(a => arch_archs[a].aliases),
        ...archNames.flatMap(a => arch_archs[a].docker ?? []),
    ];
    const guess = nearest(name, known);
    throw new errors_BuildError('unknown-target', `unknown target ${JSON.stringify(text)}`, {
        hint: guess ? `Did you mean ${guess}?` : `Known architectures: ${archNames.join(', ')}.`,
    });
}
function readManylinux(name) {
    const m = manylinux.exec(name);
    if (m) {
        const arch = findArch(m[4] ?? '');
        const floor = m[1] ? (manylinuxFloors[m[1]] ?? null) : `${m[2]}.${m[3]}`;
        return arch && { arch, libc: 'glibc', floor };
    }
    const arch = findArch(musllinux.exec(name)?.[1] ?? '');
    return arch && { arch, libc: 'musl', floor: null };
}
function readTriple(name) {
    const m = triple.exec(name);
    if (!m)
        return null;
    const [, cpu = '', glibc, musl, abi = '', floor] = m;
    if (abi === 'x32' || (musl && floor))
        return null;
    const arch = findArch(cpu, abi);
    if (!arch)
        return null;
    return { arch, libc: glibc ? 'glibc' : musl ? 'musl' : null, floor: floor?.replace(/\.$/, '') ?? null };
}
function readPlatform(name) {
    const m = linuxPlatform.exec(name);
    const arch = m ? findArch(m[2] ? `${m[1]}/${m[2]}` : (m[1] ?? '')) : findArch(name);
    return arch && { arch, libc: null, floor: null };
}
/** The architecture of a CPU name and the ABI suffix of a triple (`eabi` on ARM means soft float). */
function findArch(cpu, abi = '') {
    const match = archNames.find(a => a === cpu || arch_archs[a].aliases.includes(cpu));
    if (!match)
        return null;
    if (match === 'armv6' || match === 'armv7')
        return abi === 'eabi' ? 'armel' : match;
    return match;
}
/**
 * Settles libc and floor of each target and refuses what cannot be.
 * A floor for all targets that an architecture cannot have is raised, with a notice; one written on the target is an error.
 * @throws BuildError `unknown-glibc`, `impossible-floor`, `duplicate-target`
 */
function settleTargets(written, defaults) {
    const notices = [];
    const spelled = new Map();
    const targets = written.map(w => {
        const target = settle(w, defaults, notices);
        const other = spelled.get(target.name);
        if (other !== undefined) {
            throw new errors_BuildError('duplicate-target', `targets ${other} and ${w.text} are the same: ${target.name}`);
        }
        spelled.set(target.name, w.text);
        return target;
    });
    return { targets, notices };
}
function settle(w, defaults, notices) {
    const arch = arch_archs[w.arch];
    const libc = w.libc ?? (w.floor ? 'glibc' : defaults.libc);
    if (libc !== 'glibc')
        return makeTarget(w.arch, libc, null);
    const asked = w.floor ?? defaults.glibc;
    if (asked === null)
        return makeTarget(w.arch, libc, arch.defaultFloor);
    if (!isKnownGlibc(asked)) {
        throw new errors_BuildError('unknown-glibc', `glibc ${asked} (target ${w.text}) does not exist`, {
            hint: `The nearest version is ${nearestGlibc(asked)}.`,
        });
    }
    if (compareVersions(asked, arch.firstGlibc) >= 0)
        return makeTarget(w.arch, libc, asked);
    if (w.floor !== null) {
        throw new errors_BuildError('impossible-floor', `${w.text}: glibc has supported ${w.arch} only since ${arch.firstGlibc}`, {
            hint: `Use ${makeTarget(w.arch, libc, arch.firstGlibc).name}.`,
        });
    }
    notices.push(`${w.text}: the floor ${asked} is raised to ${arch.firstGlibc}, the first glibc for ${w.arch}`);
    return makeTarget(w.arch, libc, arch.firstGlibc);
}
/** Makes a target from its parts; the only place that spells canonical names. */
function makeTarget(arch, libc, floor) {
    const suffix = libc === 'none' ? '' : libc === 'musl' ? '-musl' : `-gnu${floor === null ? '' : `.${floor}`}`;
    return { name: `${arch}-linux${suffix}`, arch, libc, floor };
}
/** The row of a target's architecture. */
function archOf(target) {
    return archs[target.arch];
}
/** The Rust triple, or null where Rust has none for this architecture and libc. */
function rustTriple(target) {
    return archs[target.arch].rust[target.libc === 'glibc' ? 'glibc' : 'musl'];
}
/** What `zig cc -target` takes (`aarch64-linux-gnu.2.17`), or null where zig cannot build it. */
function zigTarget(target) {
    const zig = archs[target.arch].zig;
    if (!zig)
        return null;
    if (target.libc === 'glibc')
        return `${zig.arch}-linux-gnu${zig.abi}${target.floor ? `.${target.floor}` : ''}`;
    return `${zig.arch}-linux-musl${zig.abi}`;
}

;// CONCATENATED MODULE: ./.build/js/elf/limits.js
/** Hard caps: a file that asks for more is refused (`limit`), however large it is. */
const limits = {
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
};

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
;// CONCATENATED MODULE: ./.build/js/elf/problem.js
/** Thrown inside the reader when it cannot go on; `readElf` turns it into a {@link Problem}. */
class ElfError extends Error {
    kind;
    evidence;
    constructor(kind, message, evidence) {
        super(message);
        this.name = 'ElfError';
        this.kind = kind;
        this.evidence = evidence;
    }
}
/** A number as ELF tools print it. */
function hex(value) {
    return `0x${value.toString(16)}`;
}

;// CONCATENATED MODULE: ./.build/js/elf/reader.js




const isLittleEndian = (0,external_node_os_.endianness)() === 'LE';
const blockSize = 1 << 14;
const blockCount = 256;
/** Room for a table: a piece of any that is walked, all of most. */
const scratch = Buffer.allocUnsafeSlow(1 << 16);
/** Blocks of readers that are done: a thousand files are read with the memory of one. */
const spare = [];
function blockOf(bytes) {
    return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}
/**
 * Reads ranges of a file, never the whole: every access is checked against the file's size, and blocks that were read
 * are kept (4 MiB at most), because tables and their names lie close together.
 */
class Reader {
    size;
    #source;
    #blocks = new Map();
    #deadline;
    #names = 0;
    #lastIndex = -1;
    #last = null;
    /** @param deadline `performance.now()` after which the file has had its time */
    constructor(source, deadline) {
        this.#source = source;
        this.#deadline = deadline;
        this.size = source.size;
    }
    /** `length` bytes at `offset`; not to be changed or kept. @throws ElfError `truncated` outside of the file, `limit` */
    bytes(offset, length) {
        this.#check(offset, length);
        const first = Math.floor(offset / blockSize);
        const at = offset - first * blockSize;
        return at + length <= blockSize ? this.#block(first).bytes.subarray(at, at + length) : this.#copy(offset, length);
    }
    /** The same bytes as numbers. @throws ElfError `truncated` outside of the file, `limit` */
    table(offset, length, layout) {
        this.#check(offset, length);
        const first = Math.floor(offset / blockSize);
        const at = offset - first * blockSize;
        if (at + length <= blockSize)
            return new Table(this.#block(first), at, length, layout);
        return tableOf(this.#copy(offset, length), layout);
    }
    /**
     * Numbers of 16 bits, one after the other: long tables are walked, and nothing is called for each of them. To be looked at
     * before the next ones are asked for.
     * @throws ElfError `truncated` outside of the file, `limit`
     */
    halves(offset, count, layout) {
        const bytes = this.#passing(offset, count * 2);
        if (layout.littleEndian !== isLittleEndian)
            bytes.swap16();
        return new Uint16Array(bytes.buffer, bytes.byteOffset, count);
    }
    /** The same of 32 bits. @throws ElfError `truncated` outside of the file, `limit` */
    words(offset, count, layout) {
        const bytes = this.#passing(offset, count * 4);
        if (layout.littleEndian !== isLittleEndian)
            bytes.swap32();
        return new Uint32Array(bytes.buffer, bytes.byteOffset, count);
    }
    /** A copy that starts where numbers may; in the same room as the last one, because to make room takes longer than to fill it. */
    #passing(offset, length) {
        this.#check(offset, length);
        const bytes = length <= scratch.length ? scratch.subarray(0, length) : Buffer.allocUnsafeSlow(length);
        const first = Math.floor(offset / blockSize);
        const at = offset - first * blockSize;
        if (at + length <= blockSize)
            this.#block(first).bytes.copy(bytes, 0, at, at + length);
        else
            this.#fill(bytes, offset);
        return bytes;
    }
    /** A table of names, for {@link name}. What of it lies outside of the file is only missed by whoever asks for it. @throws ElfError `limit` */
    names(offset, length) {
        if (length > scratch.length || !(offset >= 0) || offset + length > this.size)
            return { offset, length, text: '' };
        const bytes = this.#passing(offset, length);
        return { offset, length, text: (0,external_node_buffer_namespaceObject.isAscii)(bytes) ? bytes.toString('latin1') : '' };
    }
    /** The name at an index of its table. To cut it out of a text is much faster than to read it. @throws as {@link text} */
    name({ offset, length, text }, index) {
        const end = text.indexOf('\0', index);
        if (end < 0 || end - index >= limits.string)
            return this.text(offset + index, offset + length);
        this.#spend(end - index, offset + index);
        return text.slice(index, end);
    }
    /**
     * The text at `offset`, which must end in NUL before `end` and within 4096 bytes.
     * @throws ElfError `malformed`, `truncated`, `limit`
     */
    text(offset, end) {
        const room = Math.min(end, this.size, offset + limits.string);
        if (!(offset >= 0) || offset >= room)
            throw new ElfError('malformed', 'a name lies outside its table', hex(offset));
        let text = '';
        for (let at = offset; at < room;) {
            const index = Math.floor(at / blockSize);
            const { bytes } = this.#block(index);
            const from = at - index * blockSize;
            const until = Math.min(blockSize, room - index * blockSize);
            const nul = bytes.indexOf(0, from);
            const end = nul < 0 || nul > until ? until : nul;
            this.#spend(end - from, offset);
            text += bytes.toString('utf8', from, end);
            if (end < until)
                return text;
            at += until - from;
        }
        throw new ElfError('malformed', 'a name has no end', hex(offset));
    }
    /** Gives the blocks back: what {@link bytes} has returned must not be looked at any more. */
    release() {
        for (const block of this.#blocks.values())
            if (spare.length < blockCount)
                spare.push(block);
        this.#blocks.clear();
        this.#last = null;
    }
    #spend(length, offset) {
        this.#names += length;
        if (this.#names > limits.names)
            throw new ElfError('limit', 'the names of the file are too long', hex(offset));
    }
    #check(offset, length) {
        if (!(offset >= 0) || !(length >= 0) || offset + length > this.size) {
            throw new ElfError('truncated', 'the file ends before its own tables do', `${hex(offset)}+${hex(length)}`);
        }
    }
    /** What lies in more than one block. */
    #copy(offset, length) {
        const target = Buffer.allocUnsafe(length);
        this.#fill(target, offset);
        return target;
    }
    #block(index) {
        if (index === this.#lastIndex && this.#last)
            return this.#last;
        const block = this.#blocks.get(index) ?? this.#load(index);
        this.#lastIndex = index;
        this.#last = block;
        return block;
    }
    #load(index) {
        const start = index * blockSize;
        const block = spare.pop() ?? blockOf(Buffer.allocUnsafeSlow(blockSize));
        const length = Math.min(blockSize, this.size - start);
        this.#fill(length === blockSize ? block.bytes : block.bytes.subarray(0, length), start);
        if (this.#blocks.size >= blockCount) {
            const [oldest] = this.#blocks.keys();
            if (oldest !== undefined)
                this.#blocks.delete(oldest);
        }
        this.#blocks.set(index, block);
        return block;
    }
    #fill(target, offset) {
        if (performance.now() > this.#deadline) {
            throw new ElfError('limit', `the file took more than ${limits.time} ms to read`, hex(offset));
        }
        if (this.#source.read(target, offset) !== target.length) {
            throw new ElfError('truncated', 'the file became shorter while it was read', hex(offset));
        }
    }
}
/** Numbers in bytes of their own. */
function tableOf(bytes, layout) {
    return new Table(blockOf(bytes), 0, bytes.length, layout);
}
/** Numbers in a piece of a file, by the file's layout. Offsets are the caller's: they lie inside by construction. */
class Table {
    #view;
    #from;
    #length;
    #is64;
    #little;
    constructor({ view }, from, length, layout) {
        this.#view = view;
        this.#from = from;
        this.#length = length;
        this.#is64 = layout.is64;
        this.#little = layout.littleEndian;
    }
    u8(at) {
        return this.#view.getUint8(this.#place(at, 1));
    }
    u16(at) {
        return this.#view.getUint16(this.#place(at, 2), this.#little);
    }
    u32(at) {
        return this.#view.getUint32(this.#place(at, 4), this.#little);
    }
    /** The block goes on behind the piece: a mistake must not read there. @throws RangeError */
    #place(at, width) {
        if (!(at >= 0) || at + width > this.#length)
            throw new RangeError(`${at} lies outside of ${this.#length} bytes`);
        return this.#from + at;
    }
    /** A 64-bit number. @throws ElfError `malformed` above 2^53: no file has such an address or size */
    u64(at) {
        const value = this.u64OrInfinity(at);
        if (value === Number.POSITIVE_INFINITY) {
            const bytes = Array.from({ length: 8 }, (_, i) => this.u8(at + i)
                .toString(16)
                .padStart(2, '0'));
            throw new ElfError('malformed', 'an address or size is above 2^53', bytes.join(''));
        }
        return value;
    }
    /** A 64-bit number, or Infinity above 2^53: for values that may never be used. */
    u64OrInfinity(at) {
        const place = this.#place(at, 8);
        const high = this.#view.getUint32(this.#little ? place + 4 : place, this.#little);
        const low = this.#view.getUint32(this.#little ? place : place + 4, this.#little);
        return high >= 0x200000 ? Number.POSITIVE_INFINITY : high * 0x1_0000_0000 + low;
    }
    /** An address or size as wide as the file's class. */
    word(at) {
        return this.#is64 ? this.u64(at) : this.u32(at);
    }
}

;// CONCATENATED MODULE: ./.build/js/elf/header.js

/** `e_type` of the kinds of ELF that there are. */
const elfTypes = { relocatable: 1, executable: 2, dynamic: 3, core: 4 };
/** Bytes of the fixed structures, by class. */
function sizesOf(layout) {
    return layout.is64
        ? { header: 64, segment: 56, section: 64, symbol: 24 }
        : { header: 52, segment: 32, section: 40, symbol: 16 };
}
/** Whether the file starts as an ELF file does. */
function hasMagic(start) {
    return start[0] === 0x7f && start[1] === 0x45 && start[2] === 0x4c && start[3] === 0x46;
}
/** Reads the header of a file that has the magic. @throws ElfError */
function readHeader(reader) {
    const ident = reader.bytes(0, 16);
    const layout = readLayout(ident);
    const sizes = sizesOf(layout);
    const t = reader.table(0, sizes.header, layout);
    const word = layout.is64 ? 8 : 4;
    // After e_ident, e_type, e_machine, e_version come three words: entry, phoff, shoff.
    const rest = 24 + 3 * word;
    expect(t.u32(20) === 1 && ident[6] === 1, 'the ELF version is not 1', `${ident[6]}, ${t.u32(20)}`);
    expect(t.u16(rest + 4) === sizes.header, 'the header has a wrong size of its own', String(t.u16(rest + 4)));
    const phnum = t.u16(rest + 8);
    const header = {
        ...layout,
        osAbi: t.u8(7),
        abiVersion: t.u8(8),
        type: t.u16(16),
        machine: t.u16(18),
        entry: t.word(24),
        phoff: t.word(24 + word),
        shoff: t.word(24 + 2 * word),
        flags: t.u32(rest),
        phnum,
        extended: phnum === 0xffff,
        shentsize: t.u16(rest + 10),
        shnum: t.u16(rest + 12),
        shstrndx: t.u16(rest + 14),
    };
    if (phnum > 0)
        expect(t.u16(rest + 6) === sizes.segment, 'program headers have a wrong size', String(t.u16(rest + 6)));
    return extended(reader, header);
}
function readLayout(ident) {
    const [, , , , cls = 0, data = 0] = ident;
    expect(cls === 1 || cls === 2, 'the class is neither 32 nor 64 bit', `EI_CLASS ${cls}`);
    expect(data === 1 || data === 2, 'the byte order is unknown', `EI_DATA ${data}`);
    return { is64: cls === 2, littleEndian: data === 1 };
}
/** Counts that do not fit into 16 bits are in section 0 (gABI: PN_XNUM, SHN_XINDEX). */
function extended(reader, header) {
    if (header.shoff === 0)
        return header;
    const sizes = sizesOf(header);
    const many = header.extended;
    if (!many && (header.shentsize !== sizes.section || header.shoff + sizes.section > reader.size))
        return header;
    const t = reader.table(header.shoff, sizes.section, header);
    const [size, link, info] = header.is64 ? [32, 40, 44] : [20, 24, 28];
    return {
        ...header,
        phnum: many ? t.u32(info) : header.phnum,
        shnum: header.shnum === 0 ? Math.min(header.is64 ? t.u64OrInfinity(size) : t.u32(size), 0xffffffff) : header.shnum,
        shstrndx: header.shstrndx === 0xffff ? t.u32(link) : header.shstrndx,
    };
}
function expect(right, message, evidence) {
    if (!right)
        throw new ElfError('malformed', message, evidence);
}
/** Short name of the class and machine, for messages about files that no row describes. */
function describeMachine(header) {
    return `ELF${header.is64 ? 64 : 32} ${header.littleEndian ? 'LE' : 'BE'} machine ${header.machine} flags ${hex(header.flags)}`;
}

;// CONCATENATED MODULE: ./.build/js/elf/sections.js



/** `sh_type` values that say something about a finished program. */
const sectionTypes = { nothing: 0, symbols: 2, noBits: 8 };
/**
 * Whether the file is shorter than the section table that its header promises: nothing needs the table to run the
 * program, but a file that was cut off within it is not the file that was built.
 */
function checkSections(header, size) {
    const end = header.shoff + header.shnum * header.shentsize;
    if (header.shoff === 0 || header.shentsize !== sizesOf(header).section || end <= size)
        return [];
    const evidence = `section headers need ${end} of ${size} bytes`;
    return [{ kind: 'truncated', severity: 'error', message: 'the file is cut off', evidence }];
}
/** The sections of a file; empty when it has none or when their table makes no sense (the loader never looks). */
function readSections(reader, header) {
    try {
        return read(reader, header);
    }
    catch (error) {
        if (error instanceof ElfError && error.kind !== 'limit')
            return [];
        throw error;
    }
}
function read(reader, header) {
    const { section: size } = sizesOf(header);
    if (header.shoff === 0 || header.shentsize !== size || header.shnum > limits.sections)
        return [];
    const t = reader.table(header.shoff, header.shnum * size, header);
    const [offset, length] = header.is64 ? [24, 32] : [16, 20];
    const nameRow = header.shstrndx * size;
    if (header.shstrndx >= header.shnum)
        return [];
    const names = reader.names(t.word(nameRow + offset), t.word(nameRow + length));
    const sections = [];
    for (let at = 0; at < header.shnum * size; at += size) {
        sections.push({
            name: reader.name(names, t.u32(at)),
            type: t.u32(at + 4),
            offset: t.word(at + offset),
            size: t.word(at + length),
        });
    }
    return sections;
}
/** The bytes of a section, at most `most` of them; null when there is no such section or it has no bytes. */
function sectionBytes(reader, sections, name, most) {
    const found = sections.find(s => s.name === name && s.type !== sectionTypes.noBits && s.type !== sectionTypes.nothing);
    if (!found || found.size === 0 || found.offset >= reader.size)
        return null;
    return reader.bytes(found.offset, Math.min(found.size, most, reader.size - found.offset));
}

;// CONCATENATED MODULE: ./.build/js/elf/attributes.js



/** Tags that are read: CPU_arch, FP_arch, Advanced_SIMD_arch, ABI_VFP_args of ARM; the instruction set of RISC-V. */
const attributeTags = { armCpu: 6, armFloat: 10, armSimd: 12, armFloatArguments: 28, riscvIsa: 5 };
const fileScope = 1;
const armCompatibility = 32;
const formats = [
    {
        section: '.ARM.attributes',
        vendor: 'aeabi',
        isText: (tag) => tag === 4 || tag === 5 || (tag > 32 && tag % 2 === 1),
    },
    { section: '.riscv.attributes', vendor: 'riscv', isText: (tag) => tag % 2 === 1 },
];
/** The attributes of the whole file; empty when there are none or when they make no sense: they are only evidence. */
function readAttributes(reader, header, sections) {
    for (const format of formats) {
        const bytes = sectionBytes(reader, sections, format.section, limits.attributes);
        if (bytes && bytes[0] === 0x41)
            return parse(bytes, header, format);
    }
    return new Map();
}
function parse(bytes, header, format) {
    const t = tableOf(bytes, header);
    const attributes = new Map();
    // 'A', then per vendor: length, name, and blocks of a scope: tag, length, attributes.
    for (let at = 1; at + 5 <= bytes.length;) {
        const end = Math.min(at + t.u32(at), bytes.length);
        const name = textAt(bytes, at + 4, end);
        if (end <= at + 4)
            break;
        let block = at + 4 + name.length + 1;
        while (name === format.vendor && block + 5 <= end) {
            const size = t.u32(block + 1);
            if (size < 5)
                break;
            if (bytes[block] === fileScope)
                readBlock(bytes, block + 5, Math.min(block + size, end), format, attributes);
            block += size;
        }
        at = end;
    }
    return attributes;
}
function readBlock(bytes, from, end, format, attributes) {
    for (let at = from; at < end;) {
        const tag = uleb(bytes, at, end);
        at = tag.next;
        if (format.vendor === 'aeabi' && tag.value === armCompatibility) {
            at = uleb(bytes, at, end).next;
            at += textAt(bytes, at, end).length + 1;
        }
        else if (format.isText(tag.value)) {
            const text = textAt(bytes, at, end);
            attributes.set(tag.value, text);
            at += text.length + 1;
        }
        else {
            const number = uleb(bytes, at, end);
            attributes.set(tag.value, number.value);
            at = number.next;
        }
    }
}
/** One byte a character, so that its length is that in the file. */
function textAt(bytes, at, end) {
    const nul = bytes.indexOf(0, at);
    return bytes.toString('latin1', at, nul < 0 || nul > end ? end : nul);
}
/** A number in groups of 7 bits, lowest first; what is above 2^53 only has to end. */
function uleb(bytes, at, end) {
    let value = 0;
    for (let i = at, scale = 1; i < end; i++, scale *= 128) {
        const byte = bytes[i] ?? 0;
        value += (byte & 0x7f) * scale;
        if (byte < 0x80)
            return { value, next: i + 1 };
    }
    return { value, next: end };
}

;// CONCATENATED MODULE: ./.build/js/elf/kept.js
/** Names that reports hold, each once: files need the same few libraries, versions and functions. */
const names = new Map();
const most = 8192;
/**
 * The same name, to be held for longer than the file is read. A name that was cut out of a table keeps all of the table in memory,
 * and names that are the same object are found faster in tables of ours.
 */
function kept(name) {
    const known = names.get(name);
    if (known !== undefined)
        return known;
    const copy = Buffer.from(name).toString();
    if (names.size >= most)
        names.clear();
    names.set(copy, copy);
    return copy;
}

;// CONCATENATED MODULE: ./.build/js/elf/segments.js



/** `p_type` (gABI "Program Header", GNU and processor extensions). */
const segmentTypes = {
    load: 1,
    dynamic: 2,
    interpreter: 3,
    note: 4,
    /** PT_PHDR: where the program headers themselves are. */
    programHeaders: 6,
    tls: 7,
    gnuStack: 0x6474e551,
    gnuRelro: 0x6474e552,
    gnuProperty: 0x6474e553,
    /** MIPS only: other processors use the number for something else (RISC-V for its attributes). */
    mipsAbiFlags: 0x70000003,
};
/** `p_flags`. */
const segmentFlags = { execute: 1, write: 2, read: 4 };
/** Where the fields of a program header are, bytes; `p_type` is the first. */
const fields64 = { flags: 4, offset: 8, vaddr: 16, filesz: 32, memsz: 40, align: 48 };
const fields32 = { flags: 24, offset: 4, vaddr: 8, filesz: 16, memsz: 20, align: 28 };
/** Reads all program headers. @throws ElfError */
function readSegments(reader, header) {
    const { segment: size } = sizesOf(header);
    const length = header.phnum * size;
    if (length > limits.programHeaderBytes) {
        throw new ElfError('limit', 'more program headers than the kernel accepts (64 KiB)', String(header.phnum));
    }
    const t = reader.table(header.phoff, length, header);
    const fields = header.is64 ? fields64 : fields32;
    const segments = [];
    for (let at = 0; at < length; at += size) {
        segments.push({
            type: t.u32(at),
            flags: t.u32(at + fields.flags),
            offset: t.word(at + fields.offset),
            vaddr: t.word(at + fields.vaddr),
            filesz: t.word(at + fields.filesz),
            memsz: t.word(at + fields.memsz),
            align: t.word(at + fields.align),
        });
    }
    return segments;
}
/**
 * The loaded parts of a file that can hold constants. Linkers put those into a segment that is read only where there is
 * one (`-z separate-code`, lld, Go), and beside the code only where there is none.
 */
function constantSegments(segments) {
    const loaded = segments.filter(s => s.type === segmentTypes.load && s.filesz > 0);
    return hasSeparateCode(segments) ? loaded.filter(s => (s.flags & segmentFlags.execute) === 0) : loaded;
}
/** Bytes of the file that are only code, or null where constants lie among it. */
function codeSize(segments) {
    if (!hasSeparateCode(segments))
        return null;
    const code = segments.filter(s => s.type === segmentTypes.load && (s.flags & segmentFlags.execute) !== 0);
    return code.reduce((sum, s) => sum + s.filesz, 0);
}
function hasSeparateCode(segments) {
    const other = segmentFlags.execute | segmentFlags.write;
    return segments.some(s => s.type === segmentTypes.load && s.filesz > 0 && (s.flags & other) === 0);
}
/**
 * Where the bytes at an address are in the file, and how many of the same segment follow. Zero fill is not in the file.
 * Where segments overlap the later one wins, as in memory.
 * @throws ElfError `malformed` when no segment has them
 */
function locate(segments, address) {
    const segment = segments.findLast(s => s.type === segmentTypes.load && address >= s.vaddr && address < s.vaddr + s.filesz);
    if (!segment)
        throw new ElfError('malformed', 'a table lies outside of what the file loads', hex(address));
    if ((segment.flags & segmentFlags.read) === 0) {
        throw new ElfError('malformed', 'a table is in memory that nobody may read', hex(address));
    }
    const skip = address - segment.vaddr;
    return { offset: segment.offset + skip, room: segment.filesz - skip };
}
/** The path in PT_INTERP, or null. The kernel reads it by offset and wants it to end in NUL. @throws ElfError */
function readInterpreter(reader, segments) {
    const segment = segments.find(s => s.type === segmentTypes.interpreter);
    if (!segment)
        return null;
    const { offset, filesz } = segment;
    if (filesz < 2 || filesz > limits.string)
        throw new ElfError('malformed', 'the interpreter has no sensible length', String(filesz));
    if (reader.bytes(offset + filesz - 1, 1)[0] !== 0) {
        throw new ElfError('malformed', 'the interpreter does not end in NUL', hex(offset));
    }
    return reader.text(offset, offset + filesz);
}

;// CONCATENATED MODULE: ./.build/js/elf/dynamic.js




/** `d_tag` (gABI "Dynamic Section", GNU and MIPS extensions). */
const tags = {
    needed: 1,
    pltRelSize: 2,
    hash: 4,
    strtab: 5,
    symtab: 6,
    rela: 7,
    relaSize: 8,
    relaRow: 9,
    strsz: 10,
    init: 12,
    fini: 13,
    soname: 14,
    rpath: 15,
    rel: 17,
    relSize: 18,
    relRow: 19,
    pltRel: 20,
    textrel: 22,
    jmprel: 23,
    bindNow: 24,
    initArray: 25,
    finiArray: 26,
    initArraySize: 27,
    finiArraySize: 28,
    runpath: 29,
    flags: 30,
    preinitArray: 32,
    preinitArraySize: 33,
    relrSize: 35,
    relr: 36,
    relrRow: 37,
    gnuHash: 0x6ffffef5,
    depAudit: 0x6ffffefb,
    audit: 0x6ffffefc,
    versym: 0x6ffffff0,
    relaCount: 0x6ffffff9,
    relCount: 0x6ffffffa,
    flags1: 0x6ffffffb,
    verdef: 0x6ffffffc,
    verneed: 0x6ffffffe,
    verneednum: 0x6fffffff,
    mipsSymbolCount: 0x70000011,
    mipsXhash: 0x70000036,
    auxiliary: 0x7ffffffd,
    filter: 0x7fffffff,
};
/** Tags that bring a library in, each of them, beside DT_NEEDED. */
const auditTags = new Set([tags.auxiliary, tags.filter, tags.audit, tags.depAudit]);
/** Loaders look at these only once, and the last one counts. */
const singleTags = new Set(Object.values(tags).filter(tag => tag !== tags.needed && !auditTags.has(tag)));
/** Reads PT_DYNAMIC; null for a file without one. Adds to `problems` what the loader tolerates. @throws ElfError */
function readDynamic(reader, header, segments, problems) {
    const segment = segments.find(s => s.type === segmentTypes.dynamic);
    if (!segment)
        return null;
    const { offset, room } = locate(segments, segment.vaddr);
    if (offset !== segment.offset) {
        const evidence = `${hex(segment.offset)}, ${hex(offset)}`;
        problems.push({
            kind: 'malformed',
            severity: 'warning',
            message: 'offset and address of the dynamic table differ',
            evidence,
        });
    }
    const { values, needed, audit, repeated } = readEntries(reader, header, offset, Math.min(room, segment.filesz));
    for (const tag of repeated) {
        problems.push({
            kind: 'malformed',
            severity: 'warning',
            message: 'a dynamic tag is there twice',
            evidence: hex(tag),
        });
    }
    const strings = readStrings(reader, values, segments);
    const all = (places) => {
        if (places.length > limits.libraries)
            throw new ElfError('limit', 'too many libraries', String(places.length));
        return places.map(at => kept(nameAt(reader, strings, at)));
    };
    const last = (tag) => {
        const at = values.get(tag);
        return at === undefined ? null : nameAt(reader, strings, at);
    };
    return {
        values,
        strings,
        needed: all(needed),
        soname: last(tags.soname),
        rpath: last(tags.rpath),
        runpath: last(tags.runpath),
        audit: all(audit),
    };
}
function readEntries(reader, header, offset, length) {
    const size = header.is64 ? 16 : 8;
    const count = Math.min(Math.floor(length / size), limits.dynamicEntries + 1);
    const t = reader.table(offset, count * size, header);
    const entries = { values: new Map(), needed: [], audit: [], repeated: new Set() };
    for (let i = 0; i < count; i++) {
        const at = i * size;
        const tag = header.is64 ? t.u64OrInfinity(at) : t.u32(at);
        if (tag === 0)
            return entries;
        if (i === limits.dynamicEntries)
            throw new ElfError('limit', 'too many dynamic entries', String(count));
        const value = header.is64 ? t.u64OrInfinity(at + 8) : t.u32(at + 4);
        if (tag === tags.needed)
            entries.needed.push(value);
        else if (auditTags.has(tag))
            entries.audit.push(value);
        const known = entries.values.size;
        entries.values.set(tag, value);
        if (entries.values.size === known && singleTags.has(tag))
            entries.repeated.add(tag);
    }
    throw new ElfError('malformed', 'the dynamic table has no end', hex(offset));
}
function readStrings(reader, values, segments) {
    const address = values.get(tags.strtab);
    const length = values.get(tags.strsz);
    if (address === undefined)
        throw new ElfError('malformed', 'the dynamic table names no string table', 'DT_STRTAB');
    if (length === undefined)
        throw new ElfError('malformed', 'the string table has no size', 'DT_STRSZ');
    const { offset, room } = locate(segments, address);
    if (length > room)
        throw new ElfError('malformed', 'the string table is larger than its segment', hex(length));
    return reader.names(offset, length);
}
/** The name at an index of the loaded table of names. @throws ElfError `malformed` outside of it */
function nameAt(reader, strings, index) {
    if (index >= strings.length)
        throw new ElfError('malformed', 'a name lies outside the string table', hex(index));
    return reader.name(strings, index);
}

;// CONCATENATED MODULE: ./.build/js/elf/machines.js
/** `e_machine` (gABI, "Machine") of what this reader treats in a way of its own. */
const machines = {
    i386: 3,
    mips: 8,
    ppc64: 21,
    s390: 22,
    arm: 40,
    x86_64: 62,
    aarch64: 183,
    riscv: 243,
    loongarch: 258,
};
const rela = 7;
const rel = 17;
const tib = 2 ** 40;
const table = {
    [machines.i386]: { addressSpace: 0xffffe000, instruction: 1, relocations: rel },
    [machines.ppc64]: { addressSpace: 4096 * tib, instruction: 4, relocations: rela },
    [machines.s390]: { addressSpace: 2 ** 53, instruction: 2, relocations: rela },
    [machines.arm]: { addressSpace: 2 ** 32, instruction: 4, relocations: rel },
    [machines.x86_64]: { addressSpace: 128 * tib - 4096, instruction: 1, relocations: rela },
    [machines.aarch64]: { addressSpace: 256 * tib, instruction: 4, relocations: rela },
    [machines.riscv]: { addressSpace: 128 * tib, instruction: 2, relocations: rela },
    [machines.loongarch]: { addressSpace: 128 * tib, instruction: 4, relocations: rela },
};
const mips32 = { addressSpace: 0x7fff8000, instruction: 4, relocations: rel };
const mips64 = { addressSpace: 256 * tib, instruction: 4, relocations: rel };
/** The traits of a file's processor; of an unknown one nothing is demanded. */
function traitsOf(header) {
    if (header.machine === machines.mips)
        return header.is64 ? mips64 : mips32;
    const row = table[header.machine] ?? { addressSpace: 2 ** 53, instruction: 1, relocations: null };
    const narrow = header.is64 ? row : { ...row, addressSpace: Math.min(row.addressSpace, 2 ** 32) };
    return header.machine === machines.ppc64 && !header.littleEndian ? { ...narrow, descriptors: true } : narrow;
}

;// CONCATENATED MODULE: ./.build/js/elf/check-dynamic.js




const loadedTables = [
    { name: 'DT_RELA', at: tags.rela, length: tags.relaSize, row: tags.relaRow, sizes: [24, 12] },
    { name: 'DT_REL', at: tags.rel, length: tags.relSize, row: tags.relRow, sizes: [16, 8] },
    { name: 'DT_RELR', at: tags.relr, length: tags.relrSize, row: tags.relrRow, sizes: [8, 4] },
    { name: 'DT_JMPREL', at: tags.jmprel, length: tags.pltRelSize },
    { name: 'DT_PREINIT_ARRAY', at: tags.preinitArray, length: tags.preinitArraySize },
    { name: 'DT_INIT_ARRAY', at: tags.initArray, length: tags.initArraySize },
    { name: 'DT_FINI_ARRAY', at: tags.finiArray, length: tags.finiArraySize },
];
const functions = [
    { name: 'DT_INIT', at: tags.init },
    { name: 'DT_FINI', at: tags.fini },
];
const hashTables = [tags.hash, tags.gnuHash, tags.mipsXhash];
/**
 * What the loaders demand of a dynamic table: glibc stops with an assertion or crashes on the rest (`elf_get_dynamic_info`,
 * `_dl_relocate_object`, `_dl_init`), and musl on a program without a hash table.
 */
function checkDynamic(header, segments, dynamic, interpreter) {
    const { values } = dynamic;
    const problems = [];
    const say = (message, evidence, severity = 'error') => problems.push({ kind: 'malformed', severity, message, evidence });
    if (dynamic.needed.includes(''))
        say('a library is needed that has no name', 'DT_NEEDED');
    if (!values.has(tags.symtab))
        say('the dynamic table names no symbol table', 'DT_SYMTAB');
    if (values.has(tags.verneed) && !values.has(tags.versym))
        say('versions are needed, but of no symbol', 'DT_VERSYM');
    if (interpreter !== null && !hashTables.some(tag => values.has(tag))) {
        const severity = interpreter.includes('ld-musl') ? 'error' : 'warning';
        say('symbols have no hash table', 'DT_HASH, DT_GNU_HASH', severity);
    }
    for (const table of loadedTables) {
        const wrong = problemOf(table, header, segments, values);
        if (wrong !== null)
            say(wrong, table.name);
    }
    const kind = values.get(tags.pltRel);
    const { relocations, descriptors } = traitsOf(header);
    const named = (values.get(tags.pltRelSize) ?? 0) > 0;
    if (named && relocations !== null && kind !== relocations) {
        say('relocations of functions have a layout that the loader does not take', `DT_PLTREL ${kind ?? 'missing'}`);
    }
    for (const { name, at } of functions) {
        const address = values.get(at);
        if (address === undefined || descriptors)
            continue;
        if (!isCode(segments, address))
            say('a function to call is not in an executable segment', `${name} ${hex(address)}`);
    }
    return problems;
}
function problemOf({ at, length, row, sizes }, header, segments, values) {
    const address = values.get(at);
    const bytes = length === undefined ? 0 : values.get(length);
    if (address === undefined)
        return (bytes ?? 0) > 0 ? 'a table has a size but no address' : null;
    if (bytes === undefined)
        return 'a table has no size';
    const expected = sizes?.[header.is64 ? 0 : 1];
    if (row !== undefined && values.get(row) !== expected)
        return 'rows of a table have a wrong size';
    if (bytes === 0)
        return null;
    if (expected !== undefined && bytes % expected !== 0)
        return 'a table ends within a row';
    try {
        return bytes > locate(segments, address).room ? 'a table is larger than its segment' : null;
    }
    catch (error) {
        if (error instanceof ElfError)
            return error.message;
        throw error;
    }
}
/** The lowest bit of an address may say which instructions follow (Thumb). */
function isCode(segments, address) {
    return segments.some(s => s.type === segmentTypes.load &&
        (s.flags & segmentFlags.execute) !== 0 &&
        address >= s.vaddr &&
        address < s.vaddr + s.filesz);
}

;// CONCATENATED MODULE: ./.build/js/elf/check-segments.js




/**
 * The kernel maps ET_EXEC where it says, and no user may map the lowest pages (`vm.mmap_min_addr`, at least 32 KiB in
 * every distribution's kernel).
 */
const lowestAddress = 0x8000;
/** Bytes of memory that no program asks for in its headers: 1 TiB. */
const mostMemory = 2 ** 40;
/** Kernels of some architectures have pages of this size; linkers round protected ranges up to it. */
const largestPage = 0x10000;
const smallestPage = 0x1000;
const rules = [
    check_segments_count,
    sizes,
    alignments,
    addresses,
    check_segments_order,
    check_segments_single,
    entry,
    programHeaders,
    tls,
    relro,
];
/**
 * What the kernel (`fs/binfmt_elf.c`) and the loaders (glibc `elf/rtld.c`, `elf/dl-load.c`) demand of program headers.
 * @param size of the file, bytes
 */
function checkSegments(segments, header, size) {
    const loads = segments.filter(s => s.type === segmentTypes.load);
    return rules.flatMap(rule => rule({ header, segments, loads, size }));
}
function malformed(message, evidence, severity = 'error') {
    return { kind: 'malformed', severity, message, evidence };
}
function placeOf(s) {
    return `segment ${hex(s.type)} at ${hex(s.offset)}`;
}
/** Neither the kernel nor the loader knows the extended count of gABI (PN_XNUM): that is for core dumps. */
function check_segments_count({ header, segments, loads }) {
    const problems = loads.length === 0 ? [malformed('no segment is loaded', `${segments.length} program headers`)] : [];
    if (header.extended)
        problems.push(malformed('no kernel starts a file with an extended count of headers', 'PN_XNUM'));
    return problems;
}
function sizes({ segments, size }) {
    const problems = [];
    for (const s of segments) {
        const end = lastByte(s);
        if (end > size) {
            const evidence = `${placeOf(s)} needs ${end} of ${size} bytes`;
            problems.push({ kind: 'truncated', severity: 'error', message: 'the file is cut off', evidence });
        }
        const mapped = s.type === segmentTypes.load || s.type === segmentTypes.tls;
        if (mapped && s.filesz > s.memsz) {
            problems.push(malformed('a segment is larger in the file than in memory', placeOf(s)));
        }
    }
    return problems;
}
/**
 * How much of the file a segment needs, bytes. Without bytes of its own, one that starts within a page still maps that
 * page of the file; the page may begin before the end of the file and the segment after it (klibc's `cat` for arm64).
 */
function lastByte(s) {
    if (s.filesz > 0)
        return s.offset + s.filesz;
    const within = s.type === segmentTypes.load && s.memsz > 0 && s.vaddr % smallestPage !== 0;
    return within ? s.offset - (s.offset % smallestPage) + 1 : 0;
}
function alignments({ segments }) {
    const problems = [];
    for (const s of segments) {
        if (s.type !== segmentTypes.load && s.type !== segmentTypes.tls)
            continue;
        if (s.align !== 0 && 2 ** Math.floor(Math.log2(s.align)) !== s.align) {
            problems.push(malformed('an alignment is not a power of two', placeOf(s)));
        }
        else if (s.type === segmentTypes.load && s.vaddr % Math.max(s.align, 1) !== s.offset % Math.max(s.align, 1)) {
            const evidence = `${placeOf(s)}, address ${hex(s.vaddr)}, alignment ${hex(s.align)}`;
            problems.push(malformed('a segment is not aligned as it says', evidence));
        }
    }
    return problems;
}
function addresses({ header, loads }) {
    const most = traitsOf(header).addressSpace;
    const problems = loads
        .filter(s => s.vaddr + s.memsz > most)
        .map(s => malformed('a segment lies outside of the address space', `${placeOf(s)}, address ${hex(s.vaddr)}`));
    for (const s of loads) {
        if (header.type === elfTypes.executable && s.vaddr < lowestAddress) {
            problems.push(malformed('a segment lies where nothing may be mapped', `${placeOf(s)}, address ${hex(s.vaddr)}`));
        }
    }
    const memory = loads.reduce((sum, s) => sum + s.memsz, 0);
    if (problems.length > 0 || memory <= mostMemory)
        return problems;
    return [
        { kind: 'limit', severity: 'error', message: 'the file asks for more than 1 TiB of memory', evidence: hex(memory) },
    ];
}
/** Ascending addresses are gABI's rule; kernels before 5.18 took the last segment for the highest. */
function check_segments_order({ loads }) {
    const after = (i) => loads[i + 1];
    if (loads.some((s, i) => s.vaddr > (after(i)?.vaddr ?? Number.POSITIVE_INFINITY))) {
        return [malformed('loaded segments are not in the order of their addresses', '')];
    }
    const overlap = loads.find((s, i) => s.vaddr + s.memsz > (after(i)?.vaddr ?? Number.POSITIVE_INFINITY));
    return overlap ? [malformed('loaded segments overlap', placeOf(overlap), 'warning')] : [];
}
function check_segments_single({ segments }) {
    const { interpreter, dynamic, programHeaders: self } = segmentTypes;
    const many = (type) => segments.filter(s => s.type === type).length;
    return [
        { type: interpreter, name: 'interpreters' },
        { type: dynamic, name: 'dynamic tables' },
        { type: self, name: 'descriptions of its program headers' },
        { type: segmentTypes.tls, name: 'templates of thread-local storage' },
    ].flatMap(({ type, name }) => (many(type) > 1 ? [malformed(`the file has several ${name}`, String(many(type)))] : []));
}
/** Where the program starts must be code from the file. Old POWER names a descriptor among its data instead. */
function entry({ header, segments, loads }) {
    const traits = traitsOf(header);
    const starts = header.type === elfTypes.executable || segments.some(s => s.type === segmentTypes.interpreter);
    if (!starts && header.entry === 0)
        return [];
    const holder = loads.findLast(s => header.entry >= s.vaddr && header.entry < s.vaddr + s.memsz);
    if (!holder)
        return [malformed('the entry point is not in a loaded segment', hex(header.entry))];
    if (header.entry >= holder.vaddr + holder.filesz) {
        return [malformed('the entry point is not in the file', hex(header.entry))];
    }
    if (!traits.descriptors && (holder.flags & segmentFlags.execute) === 0) {
        return [malformed('the entry point is not in an executable segment', hex(header.entry))];
    }
    if (!isInstruction(header, traits))
        return [malformed('the entry point is not at an instruction', hex(header.entry))];
    return [];
}
/** The lowest bit tells the short instructions of ARM (Thumb) and MIPS. */
function isInstruction({ entry: at, machine }, { instruction }) {
    const short = (machine === machines.arm || machine === machines.mips) && at % 2 === 1;
    return short || at % instruction === 0;
}
/**
 * Start files and loaders find the program headers in memory, and the loader takes from PT_PHDR where a
 * position-independent program came to lie: before it reads PT_DYNAMIC, and only if it is there.
 */
function programHeaders({ header, segments, loads }) {
    const has = (type) => segments.some(s => s.type === type);
    const dynamic = has(segmentTypes.interpreter);
    if (!dynamic && !has(segmentTypes.tls))
        return [];
    const end = header.phoff + header.phnum * sizesOf(header).segment;
    const holder = loads.find(s => s.offset <= header.phoff && end <= s.offset + s.filesz);
    if (!holder)
        return [malformed('the program headers are not in a loaded segment', hex(header.phoff))];
    const self = segments.findIndex(s => s.type === segmentTypes.programHeaders);
    const address = segments[self]?.vaddr;
    if (address !== undefined && address !== header.phoff - holder.offset + holder.vaddr) {
        return [malformed('PT_PHDR is not where the program headers are', hex(address))];
    }
    const late = self < 0 || self > segments.findIndex(s => s.type === segmentTypes.dynamic);
    if (!dynamic || header.type !== elfTypes.dynamic || !late)
        return [];
    return [malformed('PT_PHDR is missing or behind PT_DYNAMIC: the loader cannot tell where the program is', '')];
}
function tls({ segments, loads }) {
    const outside = segments.filter(s => s.type === segmentTypes.tls &&
        s.filesz > 0 &&
        !loads.some(l => s.vaddr >= l.vaddr && s.vaddr + s.filesz <= l.vaddr + l.filesz));
    return outside.map(s => malformed('thread-local storage is not in a loaded segment', placeOf(s)));
}
/** The loader protects the range when it has relocated; it gives up when there is nothing to protect. */
function relro({ segments, loads }) {
    const end = (s) => Math.ceil((s.vaddr + s.memsz) / largestPage) * largestPage;
    const outside = segments.filter(s => s.type === segmentTypes.gnuRelro &&
        s.memsz > 0 &&
        !loads.some(l => s.vaddr >= l.vaddr && s.vaddr < l.vaddr + l.memsz && s.vaddr + s.memsz <= end(l)));
    return outside.map(s => malformed('the range to protect (PT_GNU_RELRO) is not in a loaded segment', placeOf(s)));
}

;// CONCATENATED MODULE: ./.build/js/elf/go.js





const magic = Buffer.from('\xff Go buildinf:', 'latin1');
const go_window = 1 << 16;
const alignment = 16;
const inlineStrings = 2;
const bigEndian = 1;
/**
 * Go's build information, or null for a file without it.
 * Source: golang/go `src/debug/buildinfo/buildinfo.go`: `.go.buildinfo`, else the first writable segment, 64 KiB of it.
 */
function readGoBuild(reader, segments, sections) {
    try {
        return go_read(reader, segments, sections);
    }
    catch (error) {
        // Evidence only: what cannot be read is not there. Time is over for the whole file.
        if (error instanceof ElfError && error.kind !== 'limit')
            return null;
        throw error;
    }
}
function go_read(reader, segments, sections) {
    const place = go_placeOf(reader, segments, sections);
    if (place === null)
        return null;
    const { start, length } = place;
    const bytes = reader.bytes(start, length);
    let at = bytes.indexOf(magic);
    while (at >= 0 && at % alignment !== 0)
        at = bytes.indexOf(magic, at + 1);
    if (at < 0 || at + 32 > length)
        return null;
    const flags = bytes[at + 15] ?? 0;
    const [version, info] = flags & inlineStrings ? inline(reader, start + at + 32) : pointed(reader, segments, bytes.subarray(at, at + 32));
    return version === '' ? null : go_parse(version, info);
}
/** Where to look and how far, in bytes: not behind the end of a segment, as Go's own reader. */
function go_placeOf(reader, segments, sections) {
    const within = (start, size) => ({ start, length: Math.min(go_window, size, reader.size - start) });
    const section = sections.find(s => s.name === '.go.buildinfo');
    if (section && sectionBytes(reader, sections, section.name, 1))
        return within(section.offset, go_window);
    // Where sections are, two of the Go linker's have names of their own (`.got` is everybody's).
    if (sections.length > 0 && !sections.some(isOfGo))
        return null;
    const both = segmentFlags.execute | segmentFlags.write;
    const data = segments.find(s => s.type === segmentTypes.load && (s.flags & both) === segmentFlags.write);
    return data && data.offset < reader.size ? within(data.offset, data.filesz) : null;
}
function isOfGo({ name }) {
    return name.endsWith('.gopclntab') || name.startsWith('.note.go.');
}
/** Since Go 1.18: two strings, each after its length. */
function inline(reader, offset) {
    const version = counted(reader, offset);
    return [version.text, counted(reader, version.next).text];
}
function counted(reader, offset) {
    const bytes = reader.bytes(offset, Math.min(10, reader.size - offset));
    let length = 0;
    let width = 0;
    for (let scale = 1; width < bytes.length; scale *= 128) {
        const byte = bytes[width++] ?? 0;
        length += (byte & 0x7f) * scale;
        if (byte < 0x80)
            break;
    }
    const from = offset + width;
    return { text: goText(reader, from, length), next: from + length };
}
/** Before Go 1.18: two pointers to string headers (pointer and length), in the byte order that the flags say. */
function pointed(reader, segments, head) {
    const width = head[14] === 8 ? 8 : 4;
    const layout = { is64: width === 8, littleEndian: ((head[15] ?? 0) & bigEndian) === 0 };
    const pointers = tableOf(head, layout);
    const follow = (pointer) => {
        if (pointer === 0)
            return '';
        const t = reader.table(locate(segments, pointer).offset, 2 * width, layout);
        const length = t.word(width);
        return length === 0 ? '' : goText(reader, locate(segments, t.word(0)).offset, length);
    };
    return [follow(pointers.word(16)), follow(pointers.word(16 + width))];
}
function goText(reader, offset, length) {
    if (length > limits.goModuleInfo)
        throw new ElfError('malformed', "Go's build information is too large", String(length));
    return reader.bytes(offset, length).toString('utf8');
}
function go_parse(version, info) {
    // 16 bytes before and after mark the text in memory.
    const marked = info.length >= 33 && info.at(-17) === '\n';
    const lines = (marked ? info.slice(16, -16) : '').split('\n').map(line => line.split('\t'));
    const settings = {};
    for (const [word, text = ''] of lines) {
        const split = text.indexOf('=');
        if (word === 'build' && split > 0)
            settings[text.slice(0, split)] = unquote(text.slice(split + 1));
    }
    return {
        version,
        path: lines.find(l => l[0] === 'path')?.[1] ?? null,
        mainVersion: lines.find(l => l[0] === 'mod')?.[2] ?? null,
        settings,
    };
}
/** Values with unusual characters are quoted as in Go source; what is not plain text stays as it is. */
function unquote(text) {
    if (!text.startsWith('"'))
        return text;
    try {
        return String(JSON.parse(text));
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./.build/js/elf/linked.js



/** Functions of libdl that say whether a static program loads libraries itself. */
const wanted = ['dlopen', 'dlinfo'];
/**
 * Which functions of libdl are linked into the file: defined symbols of `.symtab`; a stripped file says nothing.
 * @throws ElfError what cannot be read
 */
function readLinked(reader, header, sections) {
    const symbols = sections.find(s => s.type === sectionTypes.symbols);
    const names = sections.find(s => s.name === '.strtab');
    if (!symbols || !names || names.size > limits.names || names.offset + names.size > reader.size)
        return [];
    const places = placesOf(reader.bytes(names.offset, names.size));
    const { symbol } = sizesOf(header);
    const count = Math.floor(symbols.size / symbol);
    if (places.size === 0 || count > limits.symbols || symbols.offset + symbols.size > reader.size)
        return [];
    const t = reader.table(symbols.offset, count * symbol, header);
    const found = new Set();
    for (let i = 0; i < count; i++) {
        const name = places.get(t.u32(i * symbol));
        // Of an undefined symbol st_shndx is 0.
        if (name !== undefined && t.u16(i * symbol + (header.is64 ? 6 : 14)) !== 0)
            found.add(name);
    }
    return [...found].sort();
}
/** Where the names stand: linkers let one be the end of another (`__libc_dlopen`). */
function placesOf(strings) {
    const places = new Map();
    for (const name of wanted) {
        const text = Buffer.from(`${name}\0`);
        for (let at = strings.indexOf(text); at >= 0; at = strings.indexOf(text, at + 1))
            places.set(at, name);
    }
    return places;
}

;// CONCATENATED MODULE: ./.build/js/elf/mips.js



/** Bytes of Elf_MIPS_ABIFlags_v0 (MIPS O32 "FP ABI Extensions"). */
const mips_size = 24;
/**
 * Whether PT_MIPS_ABIFLAGS can be read, where a MIPS program has it: its layout is version 0. The instruction set that it
 * names is in `e_flags` too, which is what is judged.
 * @throws ElfError `malformed`, `truncated`
 */
function checkMipsAbi(reader, header, segments) {
    if (header.machine !== machines.mips)
        return;
    const segment = segments.find(s => s.type === segmentTypes.mipsAbiFlags);
    if (!segment)
        return;
    if (segment.filesz < mips_size)
        throw new ElfError('malformed', 'the MIPS ABI flags are cut off', hex(segment.offset));
    const version = reader.table(segment.offset, mips_size, header).u16(0);
    if (version !== 0)
        throw new ElfError('malformed', 'the MIPS ABI flags have an unknown layout', String(version));
}

;// CONCATENATED MODULE: ./.build/js/elf/notes.js



const noteTypes = { abiTag: 1, buildId: 3, property: 5, goBuildId: 4, package: 0xcafe1a7e };
/** GNU_PROPERTY_X86_ISA_1_NEEDED (x86-64 psABI): bits baseline, v2, v3, v4. */
const x86IsaNeeded = 0xc0008002;
/** Reads the notes of all PT_NOTE and PT_GNU_PROPERTY segments. @throws ElfError `limit` */
function readNotes(reader, header, segments, problems) {
    const { note, gnuProperty } = segmentTypes;
    // PT_GNU_PROPERTY repeats a part that PT_NOTE has too. Of the same place the last description counts.
    const places = [];
    for (const s of segments) {
        if (s.type !== note && s.type !== gnuProperty)
            continue;
        const same = places.findIndex(p => p.offset === s.offset && p.filesz === s.filesz);
        if (same >= 0)
            places[same] = s;
        else
            places.push(s);
    }
    const total = places.reduce((sum, s) => sum + s.filesz, 0);
    if (total > limits.notes)
        throw new ElfError('limit', 'the notes are too large', String(total));
    const notes = places.flatMap(s => readSegmentNotes(reader, header, s, problems));
    const text = (owner, type, encoding) => {
        const note = notes.find(n => n.owner === owner && n.type === type);
        return note ? reader.bytes(note.offset, note.size).toString(encoding) : null;
    };
    const levels = notes
        .filter(n => n.owner === 'GNU' && n.type === noteTypes.property)
        .flatMap(n => x86Levels(reader, n, header));
    const abi = notes.find(n => n.owner === 'GNU' && n.type === noteTypes.abiTag);
    return {
        buildId: text('GNU', noteTypes.buildId, 'hex'),
        goBuildId: text('Go', noteTypes.goBuildId, 'utf8'),
        kernel: abi ? kernelOf(reader, abi, header) : null,
        isaLevel: levels.length > 0 ? Math.max(...levels) : null,
        package: text('FDO', noteTypes.package, 'utf8')?.replace(/\0+$/, '') ?? null,
    };
}
/** Names and descriptors are padded to 4 bytes, to 8 where the segment says so (GNU properties on 64 bit). */
function readSegmentNotes(reader, header, segment, problems) {
    if (segment.offset + segment.filesz > reader.size)
        return [];
    const padding = segment.align === 8 ? 8 : 4;
    const pad = (n) => Math.ceil(n / padding) * padding;
    const bytes = reader.bytes(segment.offset, segment.filesz);
    const t = reader.table(segment.offset, segment.filesz, header);
    const notes = [];
    for (let at = 0; at + 12 <= bytes.length;) {
        const [nameSize, size, type] = [t.u32(at), t.u32(at + 4), t.u32(at + 8)];
        const from = pad(at + 12 + nameSize);
        if (from + size > bytes.length) {
            const evidence = hex(segment.offset + at);
            problems.push({ kind: 'malformed', severity: 'warning', message: 'a note is larger than its segment', evidence });
            break;
        }
        notes.push({ owner: ownerOf(bytes, at + 12, nameSize), type, offset: segment.offset + from, size });
        at = pad(from + size);
    }
    return notes;
}
/** The name up to the zeros that pad it; almost always the same one. */
function ownerOf(bytes, at, size) {
    const isGnu = size === 4 && bytes[at] === 0x47 && bytes[at + 1] === 0x4e && bytes[at + 2] === 0x55;
    if (isGnu && bytes[at + 3] === 0)
        return 'GNU';
    return bytes.toString('latin1', at, at + size).replace(/\0+$/, '');
}
/** NT_GNU_ABI_TAG: operating system (0 Linux) and three numbers. */
function kernelOf(reader, { offset, size }, header) {
    if (size < 16)
        return null;
    const t = reader.table(offset, size, header);
    return t.u32(0) === 0 ? `${t.u32(4)}.${t.u32(8)}.${t.u32(12)}` : null;
}
function x86Levels(reader, { offset, size: length }, header) {
    const t = reader.table(offset, length, header);
    const step = header.is64 ? 8 : 4;
    const levels = [];
    for (let at = 0; at + 8 <= length;) {
        const [type, size] = [t.u32(at), t.u32(at + 4)];
        if (at + 8 + size > length)
            break;
        // The highest bit is the level: bit 0 is the baseline.
        if (type === x86IsaNeeded && size === 4 && t.u32(at + 8) !== 0)
            levels.push(32 - Math.clz32(t.u32(at + 8)));
        at += 8 + Math.ceil(size / step) * step;
    }
    return levels;
}

;// CONCATENATED MODULE: ./.build/js/elf/rust.js


/**
 * Reads `.dep-v0` (zlib over JSON; source: cargo-auditable PARSING.md); null for a file without it.
 * @throws ElfError `limit`
 */
function readDependencies(reader, sections) {
    const bytes = sectionBytes(reader, sections, '.dep-v0', limits.dependencies);
    if (!bytes)
        return null;
    // Not imported above: few files have the list, and the module takes as long to load as several files to judge.
    const { inflateSync } = process.getBuiltinModule('node:zlib');
    try {
        const list = JSON.parse(inflateSync(bytes, { maxOutputLength: limits.dependencies }).toString('utf8'));
        const packages = typeof list === 'object' && list !== null && 'packages' in list ? list.packages : null;
        if (!Array.isArray(packages))
            return { corrupt: 'no list of packages' };
        const roots = packages.filter(p => typeof p === 'object' && p !== null && 'root' in p && p.root === true).length;
        if (roots !== 1)
            return { corrupt: `${roots} root packages` };
        const wrong = wrongEdge(packages);
        return wrong === null ? { packages: packages.length } : { corrupt: wrong };
    }
    catch (error) {
        return { corrupt: error instanceof Error ? error.message : String(error) };
    }
}
/** Dependencies are indices of the list and form no circle: null, or what is wrong. */
function wrongEdge(packages) {
    const edges = packages.map((p) => typeof p === 'object' && p !== null && 'dependencies' in p && Array.isArray(p.dependencies) ? p.dependencies : []);
    const isIndex = (to) => typeof to === 'number' && Number.isInteger(to) && to in packages;
    const stray = edges.flat().find(to => !isIndex(to));
    if (stray !== undefined)
        return `a dependency on package ${String(stray)} of ${packages.length}`;
    // Packages that wait for nothing are taken away, until none is left or a circle is.
    const waiting = edges.map(to => new Set(to.filter(isIndex)));
    const users = packages.map(() => []);
    for (const [from, to] of waiting.entries())
        for (const index of to)
            users[index]?.push(from);
    const ready = [...waiting.entries()].filter(([, to]) => to.size === 0).map(([index]) => index);
    for (const done of ready) {
        for (const user of users[done] ?? []) {
            waiting[user]?.delete(done);
            if (waiting[user]?.size === 0)
                ready.push(user);
        }
    }
    return ready.length === packages.length ? null : 'dependencies in a circle';
}

;// CONCATENATED MODULE: ./.build/js/elf/symbol-count.js





/** Bytes that are read at once of a long table. */
const piece = 1 << 16;
/** Symbols of a chain that are read at first: few have more than ten. */
const usualChain = 32;
/**
 * DT_SYMTAB has no length. The greatest number that another table knows is taken: DT_HASH, DT_MIPS_SYMTABNO,
 * DT_GNU_HASH (only defined symbols: useless when there are none), relocations.
 * @param thorough also read the relocations, which takes longer; it is done anyway where no other table knows
 * @throws ElfError also for hash tables that would lead a loader out of them
 */
function countSymbols(image, thorough) {
    const { values } = image.dynamic;
    const hash = values.get(tags.hash);
    const gnuHash = values.get(tags.gnuHash);
    const mips = image.header.machine === machines.mips ? (values.get(tags.mipsSymbolCount) ?? 0) : 0;
    const defined = gnuHash === undefined ? 0 : gnuHashCount(image, gnuHash);
    // lld gives s390x words of 32 bits, which glibc would misread; it looks at DT_GNU_HASH alone where that is.
    const isRead = hash !== undefined && !(hasWideWords(image.header) && gnuHash !== undefined);
    const chained = isRead ? chainCount(image, hash) : 0;
    const known = Math.max(chained, mips, defined);
    return known > 0 && !thorough ? known : Math.max(known, relocatedCount(image));
}
/** The numbers of a table that is not read as a whole; `least` of them at first. */
function* wordsOf({ reader, header }, offset, count, least) {
    for (let done = 0, next = least; done < count; done += next, next = piece / 4) {
        yield reader.words(offset + done * 4, Math.min(next, count - done), header);
    }
}
const hasWideWords = (header) => header.machine === machines.s390 && header.is64;
/** `nchain` of DT_HASH is the number of symbols; its words have 64 bits on s390x. */
function chainCount({ reader, header, segments }, address) {
    const width = hasWideWords(header) ? 8 : 4;
    const { offset, room } = locate(segments, address);
    const cutOff = () => new ElfError('malformed', 'the hash table is cut off', hex(address));
    if (room < 2 * width)
        throw cutOff();
    const t = reader.table(offset, 2 * width, header);
    const [buckets, chains] = width === 8 ? [t.u64(0), t.u64(8)] : [t.u32(0), t.u32(4)];
    if ((2 + buckets + chains) * width > room)
        throw cutOff();
    return chains;
}
/** The last symbol of the chain of the highest bucket, plus one; 0 when no symbol is in the table. */
function gnuHashCount(image, address) {
    const { reader, header, segments } = image;
    const { offset, room } = locate(segments, address);
    const within = (end) => {
        if (end > room)
            throw new ElfError('malformed', 'the hash table is cut off', hex(address + end));
    };
    within(16);
    const head = reader.table(offset, 16, header);
    const [buckets, first, bloomWords] = [head.u32(0), head.u32(4), head.u32(8)];
    // The loader takes the number as a mask.
    if (bloomWords === 0 || (bloomWords & (bloomWords - 1)) !== 0) {
        throw new ElfError('malformed', 'the filter of the hash table has no power of two', String(bloomWords));
    }
    const bucketsAt = 16 + bloomWords * (header.is64 ? 8 : 4);
    const chainsAt = bucketsAt + buckets * 4;
    within(chainsAt);
    let highest = 0;
    for (const words of wordsOf(image, offset + bucketsAt, buckets, piece / 4)) {
        highest = Math.max(highest, highestIn(words, first));
    }
    return highest === 0 ? 0 : chainEnd(image, address, chainsAt, highest, first);
}
/** The highest symbol that buckets name; 0 stands for an empty bucket. @throws ElfError for a symbol before the first */
function highestIn(buckets, first) {
    let highest = 0;
    for (let i = 0; i < buckets.length; i++) {
        const symbol = buckets[i] ?? 0;
        if (symbol > highest)
            highest = symbol;
        if (symbol < first && symbol !== 0) {
            throw new ElfError('malformed', 'the hash table names a symbol before its first', `${symbol}, ${first}`);
        }
    }
    return highest;
}
/** The symbol after the end of a chain: the lowest bit of its hash is set. */
function chainEnd(image, address, chainsAt, from, first) {
    const { offset, room } = locate(image.segments, address);
    const most = Math.min(Math.floor((room - chainsAt) / 4) + first, limits.symbols);
    let symbol = from;
    for (const words of wordsOf(image, offset + chainsAt + (from - first) * 4, most - from, usualChain)) {
        for (let i = 0; i < words.length; i++) {
            symbol++;
            if (((words[i] ?? 0) & 1) === 1)
                return symbol;
        }
    }
    if (most === limits.symbols)
        throw new ElfError('limit', 'too many dynamic symbols', hex(address));
    throw new ElfError('malformed', 'the hash table is cut off', hex(address));
}
/**
 * The highest symbol that a relocation names, plus one. MIPS has other relocations, and a count of its own. The first
 * rows name none where DT_RELACOUNT says how many are relative: the loader does not look at their symbols either.
 */
function relocatedCount(image) {
    const { values } = image.dynamic;
    if (image.header.machine === machines.mips)
        return 0;
    const [rel, rela] = image.header.is64 ? [16, 24] : [8, 12];
    const tables = [
        [values.get(tags.rela), values.get(tags.relaSize), rela, values.get(tags.relaCount)],
        [values.get(tags.rel), values.get(tags.relSize), rel, values.get(tags.relCount)],
        [values.get(tags.jmprel), values.get(tags.pltRelSize), values.get(tags.pltRel) === tags.rela ? rela : rel, 0],
    ];
    return Math.max(0, ...tables.map(([at, length = 0, size, relative = 0]) => at && length ? highestOf(image, at, length, size, relative) : 0));
}
function highestOf({ reader, header, segments }, address, length, size, relative) {
    const { offset, room } = locate(segments, address);
    if (length > room)
        throw new ElfError('malformed', 'a relocation table is larger than its segment', hex(length));
    const count = Math.floor(length / size);
    if (count > limits.relocations)
        throw new ElfError('limit', 'too many relocations', String(count));
    const perPiece = Math.floor(piece / size);
    let highest = -1;
    for (let first = relative; first < count; first += perPiece) {
        const n = Math.min(perPiece, count - first);
        const t = reader.table(offset + first * size, n * size, header);
        for (let i = 0; i < n; i++) {
            // r_info: the symbol is its upper half with 64 bits, its upper 24 bits with 32.
            const at = i * size;
            const symbol = header.is64 ? t.u32(at + (header.littleEndian ? 12 : 8)) : t.u32(at + 4) >>> 8;
            if (symbol > highest)
                highest = symbol;
        }
    }
    return highest + 1;
}

;// CONCATENATED MODULE: ./.build/js/elf/symbols.js






const weakBinding = 2;
/** VER_NDX_GLOBAL: no version of its own. */
const unversioned = 1;
/** The highest bit marks versions that are not the default. */
const versionMask = 0x7fff;
const chunk = 1 << 16;
/** Exports that are passed over at once, and their versions: a large program has tens of thousands of them in a row. */
const passed = 256;
const stretch = Buffer.from(new Uint16Array(passed).fill(unversioned).buffer);
/** Of a file that expects nothing. */
const noImports = { all: [], byVersion: new Map() };
/**
 * The undefined dynamic symbols with their versions; where a file has versions, only those that have one.
 * @param thorough also read the relocations for the number of symbols, which takes longer; it is done anyway where no
 *   hash table knows the number
 * @throws ElfError
 */
function readImports(image, thorough) {
    const { reader, header, segments, dynamic } = image;
    const address = dynamic.values.get(tags.symtab);
    if (address === undefined)
        return noImports;
    const { symbol: size } = sizesOf(header);
    const { offset, room } = locate(segments, address);
    const count = countSymbols(image, thorough);
    if (count > Math.floor(room / size)) {
        throw new ElfError('malformed', 'the symbol table is larger than its segment', String(count));
    }
    if (count > limits.symbols)
        throw new ElfError('limit', 'too many dynamic symbols', String(count));
    const versions = versionsOf(image, count);
    const all = [];
    const byVersion = new Map();
    const perChunk = Math.floor(chunk / size);
    let t = null;
    let first = 0;
    let past = 0;
    // Symbol 0 is the empty one.
    for (let i = nextVersioned(versions, 1, count); i < count; i = nextVersioned(versions, i + 1, count)) {
        if (t === null || i >= past) {
            first = i - (i % perChunk);
            past = Math.min(first + perChunk, count);
            t = reader.table(offset + first * size, (past - first) * size, header);
        }
        const at = (i - first) * size;
        // st_shndx 0 is "undefined".
        if (t.u16(at + (header.is64 ? 6 : 14)) !== 0)
            continue;
        if (all.length === limits.imports)
            throw new ElfError('limit', 'too many imported symbols', String(count));
        const name = nameAt(reader, dynamic.strings, t.u32(at));
        const version = versions === null ? unversioned : (versions.numbers[i] ?? 0) & versionMask;
        const entry = { name, weak: t.u8(at + (header.is64 ? 4 : 12)) >> 4 === weakBinding, version };
        all.push(entry);
        const group = byVersion.get(version);
        if (group)
            group.push(entry);
        else
            byVersion.set(version, [entry]);
    }
    return { all, byVersion };
}
/** The next symbol that has a version; most of a large program are its own exports, and are not even read. */
function nextVersioned(versions, from, count) {
    if (versions === null)
        return from;
    const { numbers, bytes } = versions;
    let i = from;
    while (i < count && ((numbers[i] ?? 0) & versionMask) <= unversioned) {
        const isPassed = i % 64 === 0 && i + passed <= count && stretch.compare(bytes, i * 2, (i + passed) * 2) === 0;
        i += isPassed ? passed : 1;
    }
    return i;
}
function versionsOf({ reader, header, segments, dynamic }, count) {
    const address = dynamic.values.get(tags.versym);
    if (address === undefined)
        return null;
    const { offset, room } = locate(segments, address);
    if (count * 2 > room)
        throw new ElfError('malformed', 'the table of symbol versions is too short', hex(address));
    const numbers = reader.halves(offset, count, header);
    return { numbers, bytes: Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength) };
}

;// CONCATENATED MODULE: ./.build/js/elf/versions.js





/** `vna_flags`: the loader only warns when such a version is missing. */
const weakFlag = 2;
/**
 * Walks the version needs as the loader does: by the links, not by the counts (glibc `_dl_check_map_versions`), and with
 * its demands: version 1, a hash that is the name's, a library that is in DT_NEEDED.
 * @throws ElfError
 */
function readVersionNeeds(reader, header, segments, dynamic, problems) {
    const address = dynamic.values.get(tags.verneed);
    if (address === undefined)
        return [];
    const { offset, room } = locate(segments, address);
    const end = offset + room;
    const record = (at) => {
        if (at + 16 > end)
            throw new ElfError('malformed', 'a version record lies outside its segment', hex(at));
        return reader.table(at, 16, header);
    };
    const needs = [];
    const indexes = new Set();
    let records = 0;
    const warn = (evidence) => problems.push({ kind: 'malformed', severity: 'warning', message: 'a count of versions is wrong', evidence });
    const count = (at) => {
        if (++records > limits.versions)
            throw new ElfError('limit', 'too many version needs', hex(at));
    };
    let files = 0;
    const libraries = new Set(dynamic.needed);
    // Links are unsigned and added to the position: the walk only goes forward, so it ends at the segment's end.
    for (let at = offset, next = -1; next !== 0; at += next) {
        count(at);
        files++;
        const need = record(at);
        if (need.u16(0) !== 1)
            throw new ElfError('malformed', 'a version need has an unknown layout', String(need.u16(0)));
        const library = kept(nameAt(reader, dynamic.strings, need.u32(4)));
        if (!libraries.has(library)) {
            throw new ElfError('malformed', 'versions are needed of a library that is not', library);
        }
        let versions = 0;
        for (let aux = at + need.u32(8), link = -1; link !== 0; aux += link) {
            count(aux);
            versions++;
            const t = record(aux);
            const version = kept(nameAt(reader, dynamic.strings, t.u32(8)));
            if (t.u32(0) !== elfHash(version))
                throw new ElfError('malformed', 'the hash of a version is wrong', version);
            const index = t.u16(6) & 0x7fff;
            // The loader would keep only one of them.
            if (indexes.has(index))
                throw new ElfError('malformed', 'two versions have one number', `${version} ${index}`);
            indexes.add(index);
            needs.push({ library, version, weak: (t.u16(4) & weakFlag) !== 0, index });
            link = t.u32(12);
        }
        if (versions !== need.u16(2))
            warn(`${library}: vn_cnt ${need.u16(2)}, ${versions} found`);
        next = need.u32(12);
    }
    const said = dynamic.values.get(tags.verneednum);
    if (said !== files)
        warn(`DT_VERNEEDNUM ${said ?? 'missing'}, ${files} found`);
    return needs;
}
/**
 * The numbers of the versions that a library defines itself (Elf_Verdef), walked by the links as the loader does.
 * @throws ElfError
 */
function readVersionDefinitions(reader, header, segments, dynamic) {
    const defined = new Set();
    const address = dynamic.values.get(tags.verdef);
    if (address === undefined)
        return defined;
    const { offset, room } = locate(segments, address);
    for (let at = offset, next = -1, records = 1; next !== 0; at += next, records++) {
        if (records > limits.versions)
            throw new ElfError('limit', 'too many versions', hex(at));
        if (at + 20 > offset + room)
            throw new ElfError('malformed', 'a version lies outside its segment', hex(at));
        const t = reader.table(at, 20, header);
        if (t.u16(0) !== 1)
            throw new ElfError('malformed', 'a version has an unknown layout', String(t.u16(0)));
        defined.add(t.u16(4) & 0x7fff);
        next = t.u32(16);
    }
    return defined;
}
/** Whether every import's version is one that a library must supply or the file itself has: the loader does not ask. */
function checkImports({ byVersion }, needs, defined) {
    const known = new Set(needs.map(n => n.index));
    for (const [version, imports] of byVersion) {
        if (version <= 1 || known.has(version) || defined.has(version))
            continue;
        const message = 'a symbol has a version that nothing describes';
        return [{ kind: 'malformed', severity: 'error', message, evidence: `${imports[0]?.name} ${version}` }];
    }
    return [];
}
/** The hash of the gABI ("Hash Table"), over the bytes of the name. */
function elfHash(name) {
    let h = 0;
    for (let i = 0; i < name.length; i++) {
        const byte = name.charCodeAt(i);
        if (byte > 0x7f)
            return hashBytes(Buffer.from(name));
        h = step(h, byte);
    }
    return h >>> 0;
}
function hashBytes(bytes) {
    return bytes.reduce(step, 0) >>> 0;
}
function step(before, byte) {
    const h = (before << 4) + byte;
    const high = h & 0xf0000000;
    return (high === 0 ? h : h ^ (high >>> 24)) & ~high;
}

;// CONCATENATED MODULE: ./.build/js/elf/elf.js

















const noNotes = { buildId: null, goBuildId: null, kernel: null, isaLevel: null, package: null };
/**
 * Reads everything that a file with the ELF magic says, in the order that the kernel and the loader do: header,
 * segments, dynamic table; sections only as extra evidence.
 * @throws ElfError only when not even the header can be read; all else is in `problems`
 */
function readElf(source) {
    const reader = new Reader(source, performance.now() + limits.time);
    try {
        return readAll(reader);
    }
    finally {
        reader.release();
    }
}
function readAll(reader) {
    const header = readHeader(reader);
    const problems = [];
    // A part that cannot be read is a problem of its own; the others still say what they can.
    const attempt = (part, otherwise) => {
        try {
            return part();
        }
        catch (error) {
            if (!(error instanceof ElfError))
                throw error;
            problems.push({ kind: error.kind, severity: 'error', message: error.message, evidence: error.evidence });
            return otherwise;
        }
    };
    const finished = header.type === elfTypes.executable || header.type === elfTypes.dynamic;
    const segments = attempt(() => readSegments(reader, header), []);
    if (finished)
        problems.push(...checkSegments(segments, header, reader.size));
    problems.push(...checkSections(header, reader.size));
    const sections = attempt(() => readSections(reader, header), []);
    const interpreter = attempt(() => readInterpreter(reader, segments), null);
    const dynamic = attempt(() => readDynamic(reader, header, segments, problems), null);
    const walked = dynamic ? attempt(() => readVersionNeeds(reader, header, segments, dynamic, problems), null) : null;
    const needs = walked ?? [];
    const thorough = needs.some(n => n.weak);
    const imports = dynamic
        ? attempt(() => readImports({ reader, header, segments, dynamic }, thorough), noImports)
        : noImports;
    if (dynamic && finished) {
        const defined = attempt(() => readVersionDefinitions(reader, header, segments, dynamic), new Set());
        problems.push(...checkDynamic(header, segments, dynamic, interpreter));
        if (walked)
            problems.push(...checkImports(imports, walked, defined));
    }
    attempt(() => checkMipsAbi(reader, header, segments), undefined);
    return {
        header,
        segments,
        sections,
        linked: interpreter === null ? attempt(() => readLinked(reader, header, sections), []) : [],
        dynamic,
        needs,
        interpreter,
        imports,
        notes: attempt(() => readNotes(reader, header, segments, problems), noNotes),
        attributes: attempt(() => readAttributes(reader, header, sections), new Map()),
        go: attempt(() => readGoBuild(reader, segments, sections), null),
        dependencies: attempt(() => readDependencies(reader, sections), null),
        comment: attempt(() => readComment(reader, sections), null),
        problems,
    };
}
/** Texts one after the other, each with an end. */
function readComment(reader, sections) {
    const bytes = sectionBytes(reader, sections, '.comment', limits.string);
    const texts = bytes
        ?.toString('utf8')
        .split('\0')
        .filter(text => text !== '');
    return texts && texts.length > 0 ? [...new Set(texts)].join(', ') : null;
}
/** Whether the file says that it is a position-independent executable (DF_1_PIE). */
function isPie(elf) {
    return hasBit(elf.dynamic?.values.get(tags.flags1), 0x08000000);
}
/** Whether all symbols are bound at the start: DT_BIND_NOW, DF_BIND_NOW or DF_1_NOW. */
function isBoundNow(elf) {
    const values = elf.dynamic?.values;
    return values?.has(tags.bindNow) === true || hasBit(values?.get(tags.flags), 8) || hasBit(values?.get(tags.flags1), 1);
}
/** Whether code is changed while it is loaded: DT_TEXTREL or DF_TEXTREL. */
function hasTextRelocations(elf) {
    return elf.dynamic?.values.has(tags.textrel) === true || hasBit(elf.dynamic?.values.get(tags.flags), 4);
}
function hasBit(value, bit) {
    return value !== undefined && Number.isFinite(value) && Math.floor(value / bit) % 2 === 1;
}

// EXTERNAL MODULE: ./.build/js/payload/limits.js
var payload_limits = __nccwpck_require__(401);
// EXTERNAL MODULE: ./.build/js/payload/problem.js
var problem = __nccwpck_require__(226);
;// CONCATENATED MODULE: ./.build/js/payload/budget.js


/** What one named file may cost with everything that is packed in it, however deep. */
class Budget {
    deadline;
    #members = 0;
    #bytes = 0;
    /** @param deadline `performance.now()` after which nothing more is unpacked */
    constructor(deadline = performance.now() + payload_limits/* payloadLimits */.P.time) {
        this.deadline = deadline;
    }
    /** Counts a member. @throws PayloadError `limit` */
    member() {
        this.#members++;
        if (this.#members > payload_limits/* payloadLimits */.P.members) {
            throw new problem/* PayloadError */.t('limit', 'more files are packed than any real program has', `${this.#members} files`);
        }
        this.#checkTime();
    }
    /** Counts unpacked bytes. @throws PayloadError `limit` */
    spend(bytes) {
        this.#bytes += bytes;
        if (this.#bytes > payload_limits/* payloadLimits */.P.total) {
            throw new problem/* PayloadError */.t('limit', 'more is packed than any real program holds', `${this.#bytes} bytes`);
        }
        this.#checkTime();
    }
    #checkTime() {
        if (performance.now() <= this.deadline)
            return;
        throw new problem/* PayloadError */.t('limit', 'unpacking takes too long', `${payload_limits/* payloadLimits */.P.time} ms`);
    }
}
/** Watches one packed file: what comes out of it must be in proportion to its size. */
class Meter {
    #budget;
    #most;
    #bytes = 0;
    /** @param packed bytes of the packed file */
    constructor(budget, packed) {
        this.#budget = budget;
        this.#most = payload_limits/* payloadLimits */.P.free + packed * payload_limits/* payloadLimits */.P.ratio;
    }
    /** Counts unpacked bytes. @throws PayloadError `limit` */
    spend(bytes) {
        this.#bytes += bytes;
        if (this.#bytes > this.#most) {
            throw new problem/* PayloadError */.t('limit', 'a small file unpacks to a huge one', `${this.#bytes} bytes`);
        }
        this.#budget.spend(bytes);
    }
    /** Checks sizes that are only promised, so that nothing is prepared for them. @throws PayloadError `limit` */
    promise(bytes, most = payload_limits/* payloadLimits */.P.member) {
        if (bytes <= Math.min(this.#most, most))
            return;
        throw new problem/* PayloadError */.t('limit', 'a packed file claims to be larger than any real one', `${bytes} bytes`);
    }
}

;// CONCATENATED MODULE: ./.build/js/verify/cpu.js
/**
 * x86-64 levels of CPUs by the names that compilers give them. Sources: x86-64 psABI "Micro-architecture levels"; the
 * features of each model in LLVM's `X86TargetParser.cpp`.
 */
const cpu_x86Levels = {
    ...{ x86_64: 1, x86_64_v1: 1, x86_64_v2: 2, x86_64_v3: 3, x86_64_v4: 4 },
    ...{ nehalem: 2, westmere: 2, sandybridge: 2, ivybridge: 2, silvermont: 2, goldmont: 2, btver2: 2, bdver2: 2 },
    ...{ haswell: 3, broadwell: 3, skylake: 3, alderlake: 3, znver1: 3, znver2: 3, znver3: 3 },
    ...{ skylake_avx512: 4, cascadelake: 4, icelake_server: 4, sapphirerapids: 4, znver4: 4, znver5: 4 },
};
/** POWER generations; `pwr9` is LLVM's spelling, `power9` everyone else's. */
const powerLevels = { power8: 8, power9: 9, power10: 10, pwr8: 8, pwr9: 9, pwr10: 10 };
/** Application profiles of RISC-V, as Go names them. */
const riscvProfiles = { rva20u64: 20, rva22u64: 22, rva23u64: 23 };
const spelled = (cpu) => cpu.trim().toLowerCase().replaceAll('-', '_');
/** The x86-64 level (1 to 4) of a CPU, or null for a name that has none. */
function x86Level(cpu) {
    return cpu_x86Levels[spelled(cpu)] ?? null;
}
/** The POWER generation of a CPU, or null for a name that has none. */
function powerLevel(cpu) {
    return powerLevels[spelled(cpu)] ?? null;
}
/** The RISC-V profile (20, 22, 23) of a name, or null. */
function riscvProfile(cpu) {
    return riscvProfiles[spelled(cpu)] ?? null;
}
/** Every CPU whose level is known: what `verify` can compare with what a file says. */
const knownCpus = [cpu_x86Levels, powerLevels, riscvProfiles].flatMap(Object.keys);
/** Whether something is known of a CPU by this name. */
function isKnownCpu(cpu) {
    return knownCpus.includes(spelled(cpu));
}

;// CONCATENATED MODULE: ./.build/js/verify/findings/integrity.js
/** Whether the file can be read, is a program, and starts. */
const integrity = {
    unreadable: {
        severity: 'error',
        title: 'The file could not be read',
        hint: 'Name a regular file that this user may read and that nothing changes meanwhile.',
        fixed: true,
    },
    malformed: {
        severity: 'error',
        title: 'The structures of the file contradict each other',
        hint: 'Was the upload or the download complete? Compare its sha256; else rebuild it.',
        fixed: true,
    },
    truncated: {
        severity: 'error',
        title: 'The file ends before its own tables do',
        hint: 'Was the upload or the download complete? Compare its sha256.',
        fixed: true,
    },
    limit: {
        severity: 'error',
        title: 'The file asks for more than any real program does',
        hint: 'It is damaged or made to harm; rebuild it.',
        fixed: true,
    },
    'not-elf': {
        severity: 'error',
        title: 'The file is no Linux executable',
        hint: 'Name the executable itself, not a script, an archive or another platform’s program.',
        fixed: true,
    },
    'elf-kind': {
        severity: 'error',
        title: 'The file is no finished program',
        hint: 'Name the executable, not the object file or the core dump.',
        fixed: true,
    },
    'os-abi': {
        severity: 'error',
        title: 'The file is for another operating system',
        hint: 'Build it for Linux.',
        fixed: true,
    },
    mode: {
        severity: 'warning',
        title: 'The file is not executable',
        hint: 'chmod +x; upload and download steps of CI lose the bit, tar keeps it.',
    },
    upx: {
        severity: 'error',
        title: 'The content is packed and cannot be inspected',
        hint: 'Verify the file before UPX packs it, and ship it unpacked or compress the download instead.',
        fixed: true,
    },
    smoke: {
        severity: 'error',
        title: 'The program did not start',
        hint: 'The evidence has the first line of what it said; `smoke-command` sets its arguments.',
        fixed: true,
        key: 'smoke',
    },
};

;// CONCATENATED MODULE: ./.build/js/verify/findings/libraries.js
/** What the file needs of the C library and of others. */
const libraries_libraries = {
    'needed-not-allowed': {
        severity: 'error',
        title: 'A shared library is needed that the target does not promise',
        hint: 'Link it statically, or allow it with `allow-libraries` and ship or document it.',
    },
    'needed-path': {
        severity: 'error',
        title: 'A needed library is named by a path',
        hint: 'Link with -l<name>, or give the library an soname.',
    },
    'needed-duplicate': { severity: 'info', title: 'A library is named twice', hint: 'Harmless.' },
    'floor-glibc': {
        severity: 'error',
        title: 'A newer glibc is needed than the target promises',
        hint: 'Build with the zig backend for the floor (`glibc: 2.17`); the symbols say what raised it.',
        fixed: true,
        key: 'glibc',
    },
    'floor-libstdcxx': {
        severity: 'error',
        title: 'A newer libstdc++ or libgcc is needed than systems with this glibc have',
        hint: 'Link with -static-libstdc++ -static-libgcc, or build with the zig backend.',
        key: 'glibc',
    },
    'floor-musl': {
        severity: 'error',
        title: 'A newer musl is needed than the policy promises',
        hint: 'Link statically, or build with the musl of the oldest Alpine that must do; the evidence says what raised it.',
        fixed: true,
        key: 'musl',
    },
    'glibc-abi-unknown': {
        severity: 'error',
        title: 'The file needs something of glibc that is not known',
        hint: 'Rebuild it with an older default of the linker (`-Wl,-z,nopack-relative-relocs`, `-mtls-dialect=gnu`).',
        fixed: true,
    },
    'glibc-private': {
        severity: 'error',
        title: 'The file is bound to one exact build of glibc',
        hint: 'It took a part of glibc out of its distribution: link against public interfaces only.',
    },
    'relr-unmarked': {
        severity: 'error',
        title: 'Relative relocations are packed without saying so',
        hint: 'Old loaders crash and new ones refuse: `-Wl,-z,nopack-relative-relocs`.',
    },
    unversioned: {
        severity: 'warning',
        title: 'glibc is needed without any version',
        hint: 'Which glibc it needs cannot be known: it was linked against a stub without versions.',
    },
    runpath: {
        severity: 'error',
        title: 'Libraries are searched in a place of the build machine',
        hint: 'Remove -rpath (CMAKE_SKIP_RPATH), or use $ORIGIN.',
    },
    'runpath-origin': { severity: 'info', title: 'Libraries are searched beside the file', hint: 'Ship them with it.' },
    audit: {
        severity: 'error',
        title: 'The file brings in other libraries by audit or filter tags',
        hint: 'Remove --audit, --filter and --auxiliary from the link.',
    },
    'static-glibc': {
        severity: 'warning',
        title: 'glibc is linked statically',
        hint: 'Name lookups and locales load parts of the system’s glibc at run time: build for musl, or dynamically with a floor.',
    },
    'static-glibc-nss': {
        severity: 'error',
        title: 'A statically linked glibc looks up names',
        hint: 'It loads the system’s own glibc for that and crashes where it differs: build for musl, or dynamically with a floor.',
    },
    'static-dlopen': {
        severity: 'warning',
        title: 'A statically linked glibc loads libraries at run time',
        hint: 'What it loads brings the system’s own glibc, which must be exactly the one that was linked: link dynamically, or build for musl without plugins.',
    },
};

;// CONCATENATED MODULE: ./.build/js/verify/findings/origin.js
/** What the file tells about how and where it was built. */
const origin = {
    'go-cgo': {
        severity: 'error',
        title: 'A Go program that should use no libc was built with cgo',
        hint: 'CGO_ENABLED=0, or name a target with a libc.',
        fixed: true,
        key: 'targets',
    },
    'go-arch': {
        severity: 'error',
        title: 'Go’s build information names another architecture',
        hint: 'Do not copy executables between targets.',
        fixed: true,
        key: 'targets',
    },
    'go-revision': {
        severity: 'error',
        title: 'The Go program was built from another commit',
        hint: 'Remove stale files from the output directory and build again.',
    },
    'go-modified': {
        severity: 'warning',
        title: 'The Go program was built from changed sources',
        hint: 'Build from a clean checkout; generated files belong into .gitignore.',
    },
    'go-trimpath': {
        severity: 'warning',
        title: 'The Go program holds paths of the build machine',
        hint: 'Build with -trimpath (`trimpath: true`).',
    },
    'auditable-corrupt': {
        severity: 'warning',
        title: 'The embedded list of crates cannot be read',
        hint: 'Rebuild with cargo-auditable; a post-processing step may have damaged the section.',
    },
    'leaked-path': {
        severity: 'warning',
        title: 'The file holds paths of the build machine',
        hint: 'C: -ffile-prefix-map, Rust: --remap-path-prefix, Go: -trimpath; strip debug information.',
    },
    'not-stripped': {
        severity: 'info',
        title: 'Symbols or debug information are in the file',
        hint: 'Link with -s, or strip.',
    },
    'build-id': { severity: 'info', title: 'The build id', hint: 'Finds debug information.' },
    toolchain: { severity: 'info', title: 'The compilers that took part', hint: 'As the file says itself.' },
    'no-build-id': {
        severity: 'info',
        title: 'The file has no build id',
        hint: 'Link with --build-id=sha1 (Go: -ldflags=-B=gobuildid): without one, debug information and crash reports do not find each other.',
    },
    secret: {
        severity: 'error',
        title: 'The file holds a secret',
        hint: 'Rotate it: whoever has the file has the secret. Then keep it out of the compiler’s environment and arguments.',
        fixed: true,
        key: 'secrets',
    },
};

;// CONCATENATED MODULE: ./.build/js/verify/findings/payload.js
/** What is packed inside the file or follows it. */
const payload = {
    'payload-unreadable': {
        severity: 'error',
        title: 'What is packed inside the file cannot be read',
        hint: 'Was the file cut or changed after it was packed? Build it again; zstd needs Node 22.15 or newer.',
        fixed: true,
    },
    'payload-path': {
        severity: 'error',
        title: 'A packed file would be unpacked outside of its directory',
        hint: 'Never unpack it: the name is absolute, leaves the directory or holds a NUL. Build the package again.',
        fixed: true,
    },
    'payload-member': {
        severity: 'error',
        title: 'A packed file has errors of its own',
        hint: 'See the findings of the packed file: what is inside runs on the same systems as its package.',
        fixed: true,
    },
    'payload-unknown': {
        severity: 'warning',
        title: 'Something is packed inside the file that cannot be inspected',
        hint: 'Verify what goes into the package before it is packed.',
    },
    'payload-floor': {
        severity: 'info',
        title: 'A packed file needs a newer libc than the file itself',
        hint: 'The whole runs only where all of it does: build or choose that part for an older system to reach more of them.',
    },
    'trailing-data': { severity: 'info', title: 'Data follows the end of the program', hint: 'It was not inspected.' },
};

;// CONCATENATED MODULE: ./.build/js/verify/findings/platform.js
/** Which machines, loaders and CPUs the file is for. */
const platform = {
    'arch-unknown': {
        severity: 'error',
        title: 'The architecture is not known',
        hint: 'Nothing is known of this machine, so nothing can be promised.',
        fixed: true,
    },
    'arch-mismatch': {
        severity: 'error',
        title: 'The file is for another architecture than its target',
        hint: 'Check which entry of `targets` gave this file; a build that ignores its compiler builds for its host.',
        fixed: true,
        key: 'targets',
    },
    'abi-flags': {
        severity: 'error',
        title: 'The ABI flags of the header do not fit the architecture',
        hint: 'Float ABI or instruction set differ: check the triple and the -mabi and -mfloat-abi options.',
        fixed: true,
        key: 'targets',
    },
    'linkage-mismatch': {
        severity: 'error',
        title: 'The file is linked in another way than demanded',
        hint: 'Static: build for musl, or Go with CGO_ENABLED=0. Dynamic: build for a gnu target.',
        fixed: true,
        key: 'policy',
    },
    interpreter: {
        severity: 'error',
        title: 'The loader that the file names is not that of its architecture',
        hint: 'The program only starts where this loader exists: link with the default of the target, without --dynamic-linker.',
    },
    'interp-without-needed': {
        severity: 'warning',
        title: 'The file names a loader but needs no library',
        hint: 'It starts neither on Alpine nor in an empty container. Go: build without -buildmode=pie.',
    },
    'page-size': {
        severity: 'error',
        title: 'The file does not load on kernels with large pages',
        hint: 'Link with -z max-page-size=0x10000 (the message has the size).',
    },
    'isa-baseline': {
        severity: 'error',
        title: 'A newer CPU is needed than the target promises',
        hint: 'Remove -march=native and the like (Go: GOAMD64=v1), or promise less with `cpu`.',
    },
    'kernel-floor': {
        severity: 'error',
        title: 'A newer kernel is needed than the policy promises',
        hint: 'Use the C library or Go release of an older system, or promise less with `kernel`.',
        key: 'kernel',
    },
};

;// CONCATENATED MODULE: ./.build/js/verify/printable.js
/** What is shown as it is: almost every text, and told faster than by what is not. */
const plain = /^[ -~]*$/;
/**
 * Text from a file, safe to show: control, formatting and undecodable characters escaped, at most `most` characters.
 * Bidirectional marks are among them: they could make a verdict read as another one.
 */
function printable(text, most) {
    return text.length <= most && plain.test(text) ? text : escaped(text, most);
}
function escaped(text, most) {
    // The rest of a very long text is not even looked at.
    const shown = text
        .slice(0, most + 1)
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffd]/gu, c => `\\u{${c.codePointAt(0)?.toString(16)}}`);
    return shown.length <= most ? shown : `${shown.slice(0, most - 1)}…`;
}

;// CONCATENATED MODULE: ./.build/js/verify/findings.js







/** Every kind of finding by its stable id: what verify can say about a file. Each has a page in docs/findings. */
const findingTable = {
    ...integrity,
    ...platform,
    ...libraries_libraries,
    ...hardening,
    ...origin,
    ...payload,
};
/** Whether no policy can allow it. */
function isFixed(id) {
    const row = findingTable[id];
    return row.fixed === true;
}
/** The page of a finding in the repository, or null for an id that is none. */
function pageOf(id) {
    return Object.hasOwn(findingTable, id) ? `docs/findings/${id}.md` : null;
}
/**
 * Makes a finding from its row. Evidence comes from the file: it is made printable and cut at 200 characters.
 * @param change severity or hint where they differ from the row's
 */
function finding(id, message, evidence, change = {}) {
    const { severity, hint } = findingTable[id];
    return { id, severity, message: printable(message, 1000), evidence: printable(evidence, 200), hint, ...change };
}
const findings_order = ['error', 'warning', 'info'];
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** Sorts findings so that two runs print the same: severity, id, evidence, message. */
function sortFindings(findings) {
    return [...findings].sort((a, b) => findings_order.indexOf(a.severity) - findings_order.indexOf(b.severity) ||
        compare(a.id, b.id) ||
        compare(a.evidence, b.evidence) ||
        compare(a.message, b.message));
}

;// CONCATENATED MODULE: ./.build/js/verify/check/arm.js


/**
 * Attributes that say what is needed. Source: "Addenda to, and Errata in, the ABI for the Arm Architecture" 2.4.
 * Soft-float rows say nothing of floats: what their files have of VFP is chosen at run time.
 */
const attributes = [
    {
        tag: attributeTags.armCpu,
        name: 'Tag_CPU_arch',
        // 8 is v6T2, 10 v7, 14 v8-A.
        runs: {
            armel: [0, 1, 2, 3, 4, 5],
            armv6: [0, 1, 2, 3, 4, 5, 6, 7, 9],
            armv7: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        },
    },
    {
        tag: attributeTags.armFloat,
        name: 'Tag_FP_arch',
        // 2 is VFPv2, 3 and 4 VFPv3, 5 and 6 VFPv4, 7 and 8 those of v8.
        runs: { armv6: [0, 1, 2], armv7: [0, 1, 2, 3, 4] },
    },
    {
        tag: attributeTags.armSimd,
        name: 'Tag_Advanced_SIMD_arch',
        // 1 is NEON, which compilers take for a part of v7 on Linux (zig does); 2 has fused multiply-add, 3 and 4 are v8.
        runs: { armv6: [0], armv7: [0, 1] },
    },
];
/** What the ARM attributes need beyond the row: the only way to tell v6 from v7. */
function arm_arm({ elf, identity }) {
    const { arch } = identity;
    return attributes.flatMap(({ tag, name, runs }) => {
        const value = elf.attributes.get(tag);
        const known = arch === null ? undefined : runs[arch];
        if (typeof value !== 'number' || known === undefined || known.includes(value))
            return [];
        return [finding('isa-baseline', `built for a newer CPU than ${arch} has`, `${name} ${value}`)];
    });
}

;// CONCATENATED MODULE: ./.build/js/verify/check/mips.js


/** EF_MIPS_ARCH, the top four bits of `e_flags` (MIPS ABI supplement; binutils `elf/mips.h`). */
const isas = [
    ...['MIPS I', 'MIPS II', 'MIPS III', 'MIPS IV', 'MIPS V'],
    ...['MIPS32', 'MIPS64', 'MIPS32r2', 'MIPS64r2', 'MIPS32r6', 'MIPS64r6'],
];
/** What every CPU of a row runs: release 2 is the baseline of the distributions; release 6 dropped what was before it. */
const runs = {
    32: ['MIPS I', 'MIPS II', 'MIPS32', 'MIPS32r2'],
    64: ['MIPS I', 'MIPS II', 'MIPS III', 'MIPS IV', 'MIPS V', 'MIPS32', 'MIPS64', 'MIPS32r2', 'MIPS64r2'],
};
/** Whether the instruction set that the header names is beyond what CPUs of the row have. */
function mips_mips({ elf, row, identity }) {
    if (row?.cpu.family.startsWith('mips') !== true)
        return [];
    const { flags } = elf.header;
    const isa = isas[flags >>> 28];
    if (isa !== undefined && runs[row.elf.class].includes(isa))
        return [];
    const message = `built for ${isa ?? 'an unknown instruction set'}, which CPUs of ${identity.arch} do not run`;
    return [finding('isa-baseline', message, `e_flags ${hex(flags)}`)];
}

;// CONCATENATED MODULE: ./.build/js/verify/check/baseline.js





/** Go's CPU settings, weakest first. Source: golang/go `src/internal/buildcfg/cfg.go`. */
const goLevels = {
    GOAMD64: ['v1', 'v2', 'v3', 'v4'],
    GO386: ['softfloat', 'sse2'],
    GOARM: ['5', '6', '7'],
    GOPPC64: ['power8', 'power9', 'power10'],
    GORISCV64: ['rva20u64', 'rva22u64', 'rva23u64'],
    GOMIPS: ['softfloat', 'hardfloat'],
    GOMIPS64: ['softfloat', 'hardfloat'],
};
/** What is in rv64gc: its letters, and names that only describe parts of them or of the platform. */
const riscvBaseline = /^([imafdcg]|zicsr|zifencei|zicntr|zihpm|zmmul|zaamo|zalrsc|zca|zcd|zcf|zic[a-z]*|za(64|128)rs)$/;
/**
 * Whether the file says that it needs a newer CPU than users are sure to have. It can only say so: nothing in the bytes
 * proves that it does not, because choosing at run time is allowed.
 */
function checkBaseline(subject) {
    const { cpu } = subject.policy;
    // Another CPU was named: what it can do is not known here, so nothing is said.
    if (cpu !== undefined && !isKnownCpu(cpu))
        return [];
    return [...baseline_x86(subject), ...go(subject), ...arm_arm(subject), ...riscv(subject), ...mips_mips(subject)];
}
function baseline_x86({ elf, policy }) {
    const level = elf.notes.isaLevel;
    if (level === null || level <= (x86Level(policy.cpu ?? '') ?? 1))
        return [];
    const evidence = `GNU_PROPERTY_X86_ISA_1_NEEDED x86-64-v${level}`;
    return [finding('isa-baseline', `the loader demands an x86-64-v${level} CPU`, evidence)];
}
/** The best of Go's levels that a CPU has, where its name says more than the baseline does. */
function goLevelOf(name, cpu) {
    const level = x86Level(cpu);
    const power = powerLevel(cpu);
    const profile = riscvProfile(cpu);
    if (name === 'GOAMD64' && level !== null)
        return `v${level}`;
    if (name === 'GOPPC64' && power !== null)
        return `power${power}`;
    return name === 'GORISCV64' && profile !== null ? `rva${profile}u64` : undefined;
}
function go({ elf, row, policy, identity }) {
    if (elf.go === null)
        return [];
    const { settings } = elf.go;
    return Object.entries(row?.go?.env ?? {}).flatMap(([name, baseline]) => {
        const found = settings[name]?.split(',')[0];
        const levels = goLevels[name];
        if (found === undefined || levels === undefined)
            return [];
        const most = levels.indexOf(goLevelOf(name, policy.cpu ?? '') ?? baseline);
        if (levels.indexOf(found) <= most && levels.includes(found))
            return [];
        return [
            finding('isa-baseline', `built for a newer CPU than ${policy.arch ?? identity.arch} has`, `${name}=${found}`),
        ];
    });
}
function riscv({ elf, identity, policy }) {
    const isa = elf.attributes.get(attributeTags.riscvIsa);
    if (identity.arch !== 'riscv64' || typeof isa !== 'string')
        return [];
    // Which extensions a profile above the first one has is a matter of its own: a promised one is believed.
    if ((riscvProfile(policy.cpu ?? '') ?? 20) > 20)
        return [];
    // `rv64i2p1_m2p0_zicsr2p0`: extensions with versions after them.
    const extensions = isa
        .replace(/^rv64/, '')
        .split('_')
        .map(e => e.replace(/[0-9]+p[0-9]+$/, ''));
    const beyond = extensions.filter(e => e !== '' && !riscvBaseline.test(e));
    return beyond.length === 0 ? [] : [finding('isa-baseline', `needs ${beyond.join(', ')} beyond rv64gc`, isa)];
}

;// CONCATENATED MODULE: ./.build/js/verify/identity.js




/** Rows by what the header says: machine, class and byte order. */
const rowsByHeader = Map.groupBy(archNames, name => {
    const row = arch_archs[name].elf;
    return `${row.machine} ${row.class} ${row.data}`;
});
/**
 * The architecture of a file. Rows that cannot be told apart by the header (ARM) are settled by what the policy asks
 * for, else by Go's build information and the ARM attributes.
 */
function identify(elf, policy) {
    const { is64, littleEndian, machine } = elf.header;
    const same = rowsByHeader.get(`${machine} ${is64 ? 64 : 32} ${littleEndian ? 'LE' : 'BE'}`) ?? [];
    const fitting = same.filter(name => flagsFit(arch_archs[name], elf));
    const pick = (names) => policy.arch !== null && names.includes(policy.arch) ? policy.arch : (names.find(n => n === armOf(elf)) ?? names[0]);
    const arch = pick(fitting) ?? pick(same) ?? null;
    return { arch, flagsFit: arch !== null && fitting.includes(arch) };
}
/** Go writes the same flags for every ARM: rules marked so only count for files with a loader or attributes. */
function flagsFit(row, elf) {
    const telling = elf.dynamic !== null || elf.attributes.size > 0;
    return row.elf.flags.every(rule => (rule.dynamicOnly && !telling) || rule.values.includes((elf.header.flags & rule.mask) >>> 0));
}
/** The ARM rows, weakest CPU first; Go's GOARM is 5, 6 or 7. */
const armRows = ['armel', 'armv6', 'armv7'];
/**
 * The least ARM row that runs all of the file, or null when it says nothing: with cgo the Go part may be for ARMv6 and
 * the C part for ARMv7. CPU_arch: up to 5 is ARMv5, 10 is ARMv7.
 */
function armOf(elf) {
    const go = ['5', '6', '7'].indexOf(elf.go?.settings['GOARM']?.slice(0, 1) ?? '');
    const cpu = elf.attributes.get(attributeTags.armCpu);
    const c = typeof cpu !== 'number' ? -1 : cpu >= 10 ? 2 : cpu >= 6 ? 1 : 0;
    return armRows[Math.max(go, c)] ?? null;
}
/** Names of a dynamic table that only glibc or only musl has: one of each is never right. */
const libcNames = {
    glibc: new Set([
        ...['libc.so.6', 'libm.so.6', 'libdl.so.2', 'librt.so.1', 'libpthread.so.0', 'libutil.so.1', 'libresolv.so.2'],
        'libanl.so.1',
    ]),
    musl: /^libc(\.musl-[a-z0-9_-]+)?\.so(\.1)?$/,
};
/** How a file is linked, from the bytes alone; the order of the rules matters (libc.so.6 has a loader and an soname). */
function classify(elf, row) {
    const { type } = elf.header;
    if (type !== elfTypes.executable && type !== elfTypes.dynamic)
        return 'not-elf';
    const { interpreter, dynamic } = elf;
    if (type === elfTypes.dynamic && (dynamic?.soname != null || (interpreter === null && !isPie(elf)))) {
        return 'shared-library';
    }
    const needs = (dynamic?.needed.length ?? 0) > 0;
    if (interpreter === null && !needs) {
        // What the dynamic table would have said is not known when it could not be read.
        if (dynamic === null && elf.problems.some(p => p.severity === 'error'))
            return 'dynamic-other';
        return type === elfTypes.executable ? 'static' : 'static-pie';
    }
    if (interpreter === null)
        return 'dynamic-other';
    if (interpreter === row?.elf.glibcInterpreter)
        return 'dynamic-glibc';
    return row?.elf.muslInterpreter.includes(interpreter) ? 'dynamic-musl' : 'dynamic-other';
}

;// CONCATENATED MODULE: ./.build/js/verify/distributions-data.js
const from = (since, until) => (until === undefined ? { since } : { since, until });
const debian = (name, libc, gcc, suite) => ({
    ...{ name, libc, gcc, suite },
    source: `packages libc6 and libstdc++6 of ${suite}`,
});
const ubuntu = (name, libc, gcc, suite) => ({
    ...{ name, libc, gcc, suite },
    source: `packages libc6 and libstdc++6 of ${suite}, as released`,
});
const rhel = (name, libc, gcc, alias) => ({
    ...{ name, libc, gcc, ...(alias ? { alias } : {}) },
    source: `packages glibc and libstdc++ of Red Hat Enterprise Linux ${name}.0`,
});
const fedora = (name, libc, gcc) => ({
    ...{ name, libc, gcc },
    source: `Fedora change "GNU Toolchain Update" of F${name}`,
});
const alpine = (name, libc, gcc) => ({
    ...{ name, libc, gcc },
    source: `packages musl and libstdc++ of v${name}/main`,
});
/** Which distribution has which libraries, and for which architectures. Only what is recorded: nothing is interpolated. */
const families = [
    {
        name: 'Debian',
        libc: 'glibc',
        releases: [
            debian('6', '2.11', '4.4', 'squeeze'),
            debian('7', '2.13', '4.7', 'wheezy'),
            debian('8', '2.19', '4.9', 'jessie'),
            debian('9', '2.24', '6.3', 'stretch'),
            debian('10', '2.28', '8.3', 'buster'),
            debian('11', '2.31', '10.2', 'bullseye'),
            debian('12', '2.36', '12.2', 'bookworm'),
            debian('13', '2.41', '14.2', 'trixie'),
        ],
        archs: {
            ...{ x86_64: from('6'), i686: from('6'), aarch64: from('8'), ppc64le: from('8'), s390x: from('7') },
            ...{ armv7: from('7'), armv6: from('7'), armel: from('6', '13'), riscv64: from('13') },
            ...{ mips: from('6', '10'), mipsel: from('6', '12'), mips64el: from('9', '12') },
        },
    },
    {
        name: 'Ubuntu',
        libc: 'glibc',
        releases: [
            ubuntu('14.04', '2.19', '4.8', 'trusty'),
            ubuntu('16.04', '2.23', '5.3', 'xenial'),
            ubuntu('18.04', '2.27', '8.0', 'bionic'),
            ubuntu('20.04', '2.31', '10.0', 'focal'),
            ubuntu('22.04', '2.35', '12.0', 'jammy'),
            ubuntu('24.04', '2.39', '14.0', 'noble'),
            ubuntu('25.10', '2.42', '15.2', 'questing'),
            ubuntu('26.04', '2.43', '15.2', 'resolute'),
        ],
        archs: {
            ...{ x86_64: from('14.04'), i686: from('14.04', '18.04'), aarch64: from('14.04'), armv7: from('14.04') },
            ...{ armv6: from('14.04'), ppc64le: from('14.04'), s390x: from('16.04'), riscv64: from('20.04') },
        },
    },
    {
        name: 'RHEL',
        libc: 'glibc',
        releases: [
            rhel('6', '2.12', '4.4', 'RHEL/CentOS 6'),
            rhel('7', '2.17', '4.8', 'RHEL/CentOS 7'),
            rhel('8', '2.28', '8.2'),
            rhel('9', '2.34', '11.2'),
            rhel('10', '2.39', '14.2'),
        ],
        archs: {
            ...{ x86_64: from('6'), i686: from('6', '6'), aarch64: from('7'), ppc64: from('6', '7'), ppc64le: from('7') },
            ...{ s390x: from('6'), riscv64: from('10') },
        },
    },
    {
        name: 'Amazon Linux',
        libc: 'glibc',
        releases: [
            { name: '1', libc: '2.17', gcc: '4.8', source: 'release notes of Amazon Linux AMI 2018.03' },
            { name: '2', libc: '2.26', gcc: '7.3', source: 'release notes of Amazon Linux 2' },
            { name: '2023', libc: '2.34', gcc: '11.3', source: 'release notes of Amazon Linux 2023' },
        ],
        archs: { x86_64: from('1'), aarch64: from('2') },
    },
    {
        name: 'SLES',
        libc: 'glibc',
        releases: [
            { name: '12', libc: '2.19', gcc: '4.8', source: 'release notes of SUSE Linux Enterprise Server 12' },
            { name: '15', libc: '2.26', gcc: '7.3', source: 'release notes of SUSE Linux Enterprise Server 15' },
            { name: '15 SP3', libc: '2.31', gcc: '10.2', source: 'release notes of SUSE Linux Enterprise Server 15 SP3' },
            { name: '15 SP6', libc: '2.38', gcc: '13.2', source: 'release notes of SUSE Linux Enterprise Server 15 SP6' },
            { name: '16', libc: '2.40', gcc: '13.2', source: 'release notes of SUSE Linux Enterprise Server 16.0' },
        ],
        archs: { x86_64: from('12'), aarch64: from('15'), ppc64le: from('12'), s390x: from('12') },
    },
    {
        name: 'Fedora',
        libc: 'glibc',
        releases: [
            fedora('40', '2.39', '14.0'),
            fedora('41', '2.40', '14.2'),
            fedora('42', '2.41', '15.0'),
            fedora('43', '2.42', '15.2'),
            fedora('44', '2.43', '16.0'),
        ],
        archs: { x86_64: from('40'), aarch64: from('40'), ppc64le: from('40'), s390x: from('40') },
    },
    {
        name: 'Arch Linux',
        libc: 'glibc',
        rolling: true,
        releases: [
            { name: 'rolling', libc: '2.42', gcc: '15.2', source: 'packages glibc and gcc-libs of core, the end of 2025' },
        ],
        archs: { x86_64: from('rolling') },
    },
    {
        name: 'Alpine',
        libc: 'musl',
        releases: [
            ...[alpine('3.11', '1.1.24', '9.2'), alpine('3.12', '1.1.24', '9.3'), alpine('3.13', '1.2.2', '10.2')],
            ...[alpine('3.14', '1.2.2', '10.3'), alpine('3.15', '1.2.2', '10.3'), alpine('3.16', '1.2.3', '11.2')],
            ...[alpine('3.17', '1.2.3', '12.2'), alpine('3.18', '1.2.4', '12.2'), alpine('3.19', '1.2.4', '13.2')],
            ...[alpine('3.20', '1.2.5', '13.2'), alpine('3.21', '1.2.5', '14.2'), alpine('3.22', '1.2.5', '14.2')],
            ...[alpine('3.23', '1.2.5', '15.2'), alpine('3.24', '1.2.6', '15.2')],
        ],
        archs: {
            ...{ x86_64: from('3.11'), i686: from('3.11'), aarch64: from('3.11'), armv7: from('3.11'), armv6: from('3.11') },
            ...{ ppc64le: from('3.11'), s390x: from('3.11'), riscv64: from('3.20'), loongarch64: from('3.21') },
        },
    },
];
/**
 * Properties that glibc names as versions, and the releases older than the glibc that introduced them which have them all the
 * same, by a patch of the distribution. Measured in the libc6 packages of Debian 12 (none), 13 and testing.
 */
const backports = {
    GLIBC_ABI_GNU2_TLS: [{ family: 'Debian', since: '13' }],
    GLIBC_ABI_GNU_TLS: [],
    GLIBC_ABI_DT_X86_64_PLT: [{ family: 'Debian', since: '13' }],
};

;// CONCATENATED MODULE: ./.build/js/verify/floors.js




const numbered = /^(GLIBC|GLIBCXX|CXXABI|GCC)_([0-9]+(?:\.[0-9]+)+)$/;
const seriesNames = {
    GLIBC: 'glibc',
    GLIBCXX: 'glibcxx',
    CXXABI: 'cxxabi',
    GCC: 'gcc',
};
/**
 * Properties that glibc supplies as versions, and the release that has them. 2.43 is an upper bound (auditwheel's
 * manylinux_2_43): some distributions supply these in older releases by their own patches.
 */
const glibcAbis = {
    GLIBC_ABI_DT_RELR: '2.36',
    GLIBC_ABI_GNU2_TLS: '2.43',
    GLIBC_ABI_GNU_TLS: '2.43',
    GLIBC_ABI_DT_X86_64_PLT: '2.43',
};
const glibcLoader = /^(ld-linux[a-z0-9_-]*|ld64|ld)\.so\.[0-9]+$/;
const glibcOthers = new Set([
    'libmvec.so.1',
    'libnsl.so.1',
    'libcrypt.so.1',
    'libBrokenLocale.so.1',
    'libthread_db.so.1',
]);
/** Whether a library is a part of glibc: only its versions are needs of glibc (libgcc_s has a GLIBC_2.0 of its own). */
function isGlibcLibrary(name) {
    return libcNames.glibc.has(name) || glibcOthers.has(name) || glibcLoader.test(name);
}
/** Every check asks again what the same need means, and so does every file: by whether glibc has it, and by the version. */
const meanings = [new Map(), new Map()];
const mostMeanings = 4096;
/** What a need asks for. */
function meaningOf({ version, library }) {
    const isGlibc = isGlibcLibrary(library);
    const known = meanings[isGlibc ? 1 : 0];
    const found = known.get(version);
    if (found)
        return found;
    const meaning = readMeaning(version, isGlibc);
    if (known.size >= mostMeanings)
        known.clear();
    known.set(version, meaning);
    return meaning;
}
function readMeaning(version, isGlibc) {
    const match = numbered.exec(version);
    const series = match && seriesNames[match[1] ?? ''];
    if (match && series) {
        if (series === 'glibc' && !isGlibc)
            return { kind: 'other' };
        return { kind: 'version', series, number: match[2] ?? '' };
    }
    if (!version.startsWith('GLIBC_') || !isGlibc)
        return { kind: 'other' };
    if (version === 'GLIBC_PRIVATE')
        return { kind: 'private' };
    const release = glibcAbis[version];
    return release === undefined ? { kind: 'unknown' } : { kind: 'version', series: 'glibc', number: release };
}
/**
 * Whether the loader refuses to start without the version: always, except when it is marked weak and every symbol that
 * has it is weak too (a strong one ends the start all the same).
 */
function isHard(elf, need) {
    return !need.weak || (elf.imports.byVersion.get(need.index) ?? []).some(i => !i.weak);
}
/** The needs that the loader enforces. */
function hardNeeds(elf) {
    return elf.needs.some(need => need.weak) ? elf.needs.filter(need => isHard(elf, need)) : elf.needs;
}
/** The greatest numbered glibc that is needed, and the properties beside it that some distributions have by a patch. */
function glibcWithoutMarkers(elf) {
    const needs = hardNeeds(elf).filter(need => isGlibcLibrary(need.library));
    const markers = needs.map(need => need.version).filter(version => Object.hasOwn(backports, version));
    const number = needs.reduce((most, need) => {
        const meaning = meaningOf(need);
        const counts = meaning.kind === 'version' && meaning.series === 'glibc' && !markers.includes(need.version);
        return counts ? maxVersion(most, meaning.number) : most;
    }, null);
    return { number, markers };
}
/** Names that musl has only since a release (musl's release notes): evidence of what is needed at least, not proof. */
const muslSince = [
    { since: '1.2.0', names: /^__.*_time64$/ },
    { since: '1.2.2', names: /^(gettid|reallocarray|_Fork)$/ },
    { since: '1.2.3', names: /^qsort_r$/ },
    { since: '1.2.5', names: /^(statx|preadv2|pwritev2)$/ },
];
const muslPackedRelocations = '1.2.4';
/** The greatest version needed of each series; null where none is. */
function floorsOf(elf, linkage) {
    const floor = { glibc: null, glibcxx: null, cxxabi: null, gcc: null };
    for (const need of hardNeeds(elf)) {
        const meaning = meaningOf(need);
        if (meaning.kind === 'version')
            floor[meaning.series] = maxVersion(floor[meaning.series], meaning.number);
    }
    return {
        glibc: floor.glibc,
        musl: linkage === 'dynamic-musl' ? muslFloor(elf) : null,
        glibcxx: floor.glibcxx,
        cxxabi: floor.cxxabi,
        gcc: floor.gcc,
    };
}
/** What in a file needs a musl of at least a release: names of functions, `DT_RELR`. */
function muslNeeds(elf) {
    const named = muslSince.flatMap(({ since, names }) => elf.imports.all.filter(i => !i.weak && names.test(i.name)).map(i => ({ since, what: i.name })));
    const packed = elf.dynamic?.values.has(tags.relr) ? [{ since: muslPackedRelocations, what: 'DT_RELR' }] : [];
    return [...packed, ...named];
}
function muslFloor(elf) {
    return muslNeeds(elf).reduce((floor, { since }) => maxVersion(floor, since), null);
}
/**
 * The newest libstdc++ and libgcc versions on systems that have a glibc. Source: auditwheel 6.8 `manylinux-policy.json`,
 * the lowest of its architectures in each row.
 */
const runtimeBaselines = [
    { glibc: '2.5', glibcxx: '3.4.8', cxxabi: '1.3.1', gcc: '4.2.0' },
    { glibc: '2.12', glibcxx: '3.4.13', cxxabi: '1.3.3', gcc: '4.3.0' },
    { glibc: '2.17', glibcxx: '3.4.19', cxxabi: '1.3.7', gcc: '4.8.0' },
    { glibc: '2.24', glibcxx: '3.4.22', cxxabi: '1.3.10', gcc: '4.8.0' },
    { glibc: '2.27', glibcxx: '3.4.24', cxxabi: '1.3.11', gcc: '7.0.0' },
    { glibc: '2.31', glibcxx: '3.4.28', cxxabi: '1.3.12', gcc: '7.0.0' },
    { glibc: '2.34', glibcxx: '3.4.29', cxxabi: '1.3.13', gcc: '7.0.0' },
    { glibc: '2.35', glibcxx: '3.4.30', cxxabi: '1.3.13', gcc: '12.0.0' },
    { glibc: '2.39', glibcxx: '3.4.33', cxxabi: '1.3.15', gcc: '14.0.0' },
];
/** What a system with this glibc has of libstdc++ and libgcc, or null for one older than the table. */
function runtimeBaseline(glibc) {
    return runtimeBaselines.findLast(row => maxVersion(row.glibc, glibc) === glibc) ?? null;
}

;// CONCATENATED MODULE: ./.build/js/verify/subject.js



/** Puts together what follows from the bytes alone; `hits` may be added later, when the file has been scanned. */
function makeSubject(elf, policy, file) {
    const identity = identify(elf, policy);
    const row = identity.arch === null ? null : arch_archs[identity.arch];
    const linkage = classify(elf, row);
    return { elf, file, policy, identity, row, linkage, floor: floorsOf(elf, linkage) };
}
/** Whether the linkage is one that a loader is part of. */
function isDynamic(linkage) {
    return linkage === 'dynamic-glibc' || linkage === 'dynamic-musl' || linkage === 'dynamic-other';
}
/** Whether the file is complete in itself. */
function isStatic(linkage) {
    return linkage === 'static' || linkage === 'static-pie';
}

;// CONCATENATED MODULE: ./.build/js/verify/check/hardening.js







const machineMips = 8;
/** How the kernel and the loader will map the file. */
function checkHardening(subject) {
    if (subject.linkage === 'not-elf')
        return [];
    return [...stack(subject), ...segments(subject), ...relocations(subject), ...position(subject)];
}
/** Without PT_GNU_STACK several architectures make the stack executable; the tools of MIPS still ask for it. */
function stack({ elf }) {
    const segment = elf.segments.find(s => s.type === segmentTypes.gnuStack);
    if (segment && (segment.flags & segmentFlags.execute) === 0)
        return [];
    const severity = elf.header.machine === machineMips ? 'warning' : 'error';
    const evidence = segment ? `PT_GNU_STACK flags ${hex(segment.flags)}` : 'no PT_GNU_STACK';
    return [finding('exec-stack', 'the stack will be executable', evidence, { severity })];
}
function segments({ elf, row, policy }) {
    const loads = elf.segments.filter(s => s.type === segmentTypes.load);
    const both = segmentFlags.execute | segmentFlags.write;
    const open = loads.filter(s => (s.flags & both) === both);
    const findings = open.map(s => finding('rwx-segment', 'a segment is writable and executable', `at ${hex(s.vaddr)}`));
    const least = loads.reduce((low, s) => Math.min(low, s.align), Number.POSITIVE_INFINITY);
    const page = policy.pageSize ?? row?.elf.pageSize ?? 0;
    if (least >= page)
        return findings;
    const who = policy.pageSize === undefined ? 'kernels of this architecture have' : 'demanded are';
    const message = `${who} pages of up to ${hex(page)} bytes, the file is aligned to ${hex(least)}`;
    return [
        ...findings,
        finding('page-size', message, `p_align ${hex(least)}`, { hint: `Link with -z max-page-size=${hex(page)}.` }),
    ];
}
function relocations({ elf, linkage }) {
    if (!hasTextRelocations(elf))
        return [];
    const isMusl = linkage === 'dynamic-musl' || elf.dynamic?.needed.some(name => libcNames.musl.test(name));
    const severity = isMusl ? 'error' : 'warning';
    return [finding('textrel', 'code is changed while it is loaded', 'DT_TEXTREL', { severity })];
}
/** A static file at a fixed address has nothing to relocate; binding at once only protects together with RELRO. */
function position({ elf, linkage }) {
    const findings = [];
    const fixed = elf.header.type === elfTypes.executable;
    if (!(isStatic(linkage) && fixed)) {
        if (!elf.segments.some(s => s.type === segmentTypes.gnuRelro)) {
            findings.push(finding('relro', 'the loader’s tables stay writable', 'no PT_GNU_RELRO'));
        }
        else if (linkage !== 'static-pie' && !isBoundNow(elf)) {
            findings.push(finding('bind-now', 'functions are bound when they are first called', 'no DF_BIND_NOW'));
        }
    }
    if (fixed && (isDynamic(linkage) || isStatic(linkage)) && !isPie(elf)) {
        const severity = isStatic(linkage) ? 'info' : 'warning';
        findings.push(finding('no-pie', 'the program loads at a fixed address', 'ET_EXEC', { severity }));
    }
    return findings;
}

;// CONCATENATED MODULE: ./.build/js/verify/check/kernel.js


/** Oldest kernel of Go releases, newest first. Source: release notes of Go 1.18 and 1.24 ("Ports", Linux). */
const goKernels = [
    { since: '1.24', kernel: '3.2' },
    { since: '1.18', kernel: '2.6.32' },
    { since: '0', kernel: '2.6.23' },
];
/** Whether the file says that it needs a newer kernel than is promised; most files say nothing. */
function checkKernel({ elf, policy }) {
    const promised = policy.kernel;
    if (promised === undefined)
        return [];
    const release = /^go([0-9]+(?:\.[0-9]+)*)/.exec(elf.go?.version ?? '')?.[1];
    const go = release === undefined ? undefined : goKernels.find(row => compareVersions(release, row.since) >= 0);
    return [
        { kernel: elf.notes.kernel, evidence: `NT_GNU_ABI_TAG Linux ${elf.notes.kernel}` },
        { kernel: go?.kernel ?? null, evidence: elf.go?.version ?? '' },
    ].flatMap(({ kernel, evidence }) => kernel !== null && compareVersions(kernel, promised) > 0
        ? [finding('kernel-floor', `Linux ${kernel} is needed, ${promised} is promised`, evidence)]
        : []);
}

;// CONCATENATED MODULE: ./.build/js/verify/check/libraries.js



/** Which libraries the file needs and where it looks for them. */
function checkLibraries(subject) {
    const { dynamic } = subject.elf;
    if (dynamic === null || isStatic(subject.linkage))
        return [];
    const { audit, needed, runpath, rpath } = dynamic;
    const names = [...new Set(needed)];
    const twice = names.length === needed.length ? [] : names.filter(n => needed.indexOf(n) !== needed.lastIndexOf(n));
    return twice
        .map(name => finding('needed-duplicate', `${name} is needed twice`, name))
        .concat(names.flatMap(name => checkNeeded(name, subject)), audit.map(name => finding('audit', 'a library comes in by an audit or filter tag', name)), checkSearch('DT_RPATH', rpath), checkSearch('DT_RUNPATH', runpath));
}
function checkNeeded(name, { linkage, policy, row }) {
    if (policy.forbidLibraries?.includes(name)) {
        // Not the bare name: a library that is forbidden is so beside the program too.
        const hint = 'It was named in `forbid-libraries`: link without it, or take another version of what needs it.';
        return [finding('needed-not-allowed', `${name} is forbidden`, `DT_NEEDED ${name}`, { hint })];
    }
    if (name.includes('/'))
        return [finding('needed-path', 'a library is named by a path', name)];
    const isGlibc = libcNames.glibc.has(name);
    const isMusl = libcNames.musl.test(name);
    if ((linkage === 'dynamic-musl' && isGlibc) || (linkage === 'dynamic-glibc' && isMusl)) {
        return [finding('needed-not-allowed', `${name} is of another libc than the loader`, name)];
    }
    // A shared library names no loader: its libc has to be one that was demanded.
    const wanted = policy.linkage;
    if (wanted && ((isGlibc && !wanted.includes('dynamic-glibc')) || (isMusl && !wanted.includes('dynamic-musl')))) {
        return linkage === 'shared-library'
            ? [finding('needed-not-allowed', `${name} is of another libc than demanded`, name)]
            : [];
    }
    const loader = row?.elf.glibcInterpreter.split('/').at(-1);
    const own = isMusl || isGlibc || name === loader;
    if (own || policy.allowLibraries.includes(name) || policy.allowLibraries.includes('*'))
        return [];
    return [finding('needed-not-allowed', `${name} is not a library that every system has`, name)];
}
/** Elements are separated by colons; an empty one is the working directory of whoever starts the program. */
function checkSearch(tag, path) {
    if (path === null)
        return [];
    return path.split(':').map(element => {
        const evidence = `${tag} ${path}`;
        if (/^\$(ORIGIN|\{ORIGIN\})(\/|$)/.test(element)) {
            return finding('runpath-origin', `libraries are searched in ${element}`, evidence);
        }
        const what = element === '' ? 'the working directory' : element;
        return finding('runpath', `libraries are searched in ${what}`, evidence);
    });
}

;// CONCATENATED MODULE: ./.build/js/verify/needles.js
/** Ids of what is looked for in static files beside leaked paths. */
const marks = { gconv: 'mark:gconv', nss: 'mark:libnss' };
const traces = [
    { id: marks.gconv, bytes: Buffer.from('gconv'), anywhere: false },
    { id: marks.nss, bytes: Buffer.from('libnss_'), anywhere: false },
];
const leakPrefix = 'leak:';
const secretPrefix = 'secret:';
/** Directories that programs name for good reasons: as a whole they say nothing about the build machine. */
const publicDirs = new Set([
    ...['/', '/bin', '/dev', '/etc', '/home', '/lib', '/lib64', '/mnt', '/opt', '/proc', '/run', '/sbin', '/srv', '/sys'],
    ...[
        '/tmp',
        '/usr',
        '/usr/bin',
        '/usr/lib',
        '/usr/local',
        '/usr/local/bin',
        '/usr/share',
        '/usr/src',
        '/var',
        '/var/tmp',
    ],
]);
const slash = 0x2f;
const isNameByte = (byte) => byte !== undefined && /[A-Za-z0-9._~-]/.test(String.fromCharCode(byte));
/**
 * What to look for in a file: our own paths (a compiler that put them there leaks the build machine), values of secrets,
 * and the traces of glibc's run-time loading.
 * @param staticGlibc whether the file is static and may hold a glibc: start files of others carry no ABI note
 */
function needlesFor(staticGlibc, forbiddenPaths, secrets = []) {
    const paths = forbiddenPaths.map(p => p.replace(/\/+$/, '')).filter(p => p.startsWith('/') && !publicDirs.has(p));
    const leaks = [...new Set(paths)].map(path => ({
        id: leakPrefix + path,
        bytes: Buffer.from(path),
        anywhere: true,
        counts: isShallow(path) ? countsBelow : countsWhole,
    }));
    const own = [
        ...leaks,
        ...secrets.map(({ name, value }) => ({ id: secretPrefix + name, bytes: Buffer.from(value), anywhere: true })),
    ];
    return staticGlibc ? [...own, ...traces] : own;
}
/** The path that a hit is about, or null for another kind of hit. */
function leakedPath(id) {
    return id.startsWith(leakPrefix) ? id.slice(leakPrefix.length) : null;
}
/** The name of the secret that a hit is about, or null for another kind of hit. */
function foundSecret(id) {
    return id.startsWith(secretPrefix) ? id.slice(secretPrefix.length) : null;
}
/** `/root`: also the end of other paths and a word of its own. */
function isShallow(path) {
    return path.lastIndexOf('/') === 0;
}
/** A path itself or something below it. Texts without an end of their own (Rust) may stand right before it. */
function countsWhole(_before, after) {
    return !isNameByte(after);
}
function countsBelow(before, after) {
    return after === slash && before !== slash && !isNameByte(before);
}

;// CONCATENATED MODULE: ./.build/js/verify/rules.js



/** Findings that one word stands for in `allow` and `forbid`. */
const ruleGroups = {
    libraries: ['needed-not-allowed', 'needed-path'],
    rpath: ['runpath', 'runpath-origin'],
    hardening: ['relro', 'bind-now', 'no-pie', 'exec-stack', 'rwx-segment', 'textrel'],
    'build-paths': ['leaked-path', 'go-trimpath'],
    nss: ['static-glibc-nss', 'static-dlopen'],
};
const isFinding = (word) => Object.hasOwn(findingTable, word);
const isGroup = (word) => Object.hasOwn(ruleGroups, word);
/** Every word that `allow` (`forbid`) understands. */
function ruleNames(key) {
    const findings = Object.keys(findingTable).filter(id => key === 'forbid' || !isFixed(id));
    return [...Object.keys(ruleGroups), ...findings];
}
/**
 * Checks the words of `allow` or `forbid`.
 * @throws BuildError `bad-input` for a word that is no finding (with the nearest one), and for allowing what never is
 */
function readRules(key, words) {
    return [...new Set(words)].map(word => {
        if (!isFinding(word) && !isGroup(word)) {
            const guess = nearest(word, ruleNames(key));
            throw new errors_BuildError('bad-input', `${key}: ${JSON.stringify(word)} is no finding`, {
                hint: guess
                    ? `Did you mean ${guess}?`
                    : `Groups are ${Object.keys(ruleGroups).join(', ')}; docs/findings has all.`,
            });
        }
        if (key === 'allow' && isFinding(word) && isFixed(word)) {
            const { key: instead } = findingTable[word];
            throw new errors_BuildError('bad-input', `allow: ${word} cannot be allowed`, {
                hint: instead
                    ? `What is demanded is said by \`${instead}\`.`
                    : 'A file that has it is never verified: nothing can be promised of it.',
            });
        }
        return word;
    });
}
/** @throws BuildError `bad-input` for a word that is allowed and forbidden at once */
function refuseContradiction(allow, forbid) {
    const both = allow.find(word => forbid.includes(word));
    if (both === undefined)
        return;
    throw new errors_BuildError('bad-input', `${both} is allowed and forbidden at once`, { hint: 'Remove one of the two.' });
}
/**
 * What a policy makes of a finding: an error, only told, or what it is without a policy (null). A finding that is named
 * itself counts before the group that it is in; of two groups forbidding counts.
 */
function rulingOf(policy, id) {
    const { allow = [], forbid = [] } = policy;
    const named = (rules) => rules.some(rule => rule === id);
    const grouped = (rules) => rules.some(rule => isGroup(rule) && ruleGroups[rule].includes(id));
    if (named(forbid))
        return 'error';
    if (named(allow))
        return 'info';
    if (grouped(forbid))
        return 'error';
    return grouped(allow) ? 'info' : null;
}
/** Findings with the severities that a policy gives them. */
function applyRules(findings, policy) {
    if (policy.allow === undefined && policy.forbid === undefined)
        return [...findings];
    return findings.map(f => ({ ...f, severity: rulingOf(policy, f.id) ?? f.severity }));
}

;// CONCATENATED MODULE: ./.build/js/verify/check/origin.js






/** What the file tells about how and where it was built. */
function checkOrigin(subject) {
    return [...staticGlibc(subject), ...goBuild(subject), ...leaks(subject), ...secrets(subject), ...contents(subject)];
}
/**
 * glibc's start files carry an ABI note and its tables name gconv; musl and Go have neither. `libnss_` is there only when
 * names are looked up; `nsswitch.conf` alone proves nothing (Go's net package has it).
 */
function staticGlibc({ elf, linkage, file }) {
    if (!isStatic(linkage) || elf.notes.kernel === null)
        return [];
    const hit = (id) => file.hits.find(h => h.id === id);
    const gconv = hit(marks.gconv);
    if (!gconv)
        return [];
    const nss = hit(marks.nss);
    const found = [finding('static-glibc', 'glibc is linked statically', `ABI note ${elf.notes.kernel}; ${gconv.text}`)];
    // Since 2.34 libc.a has all of libdl in one piece, which every program gets; before, only what is called.
    if (elf.linked.includes('dlopen') && !elf.linked.includes('dlinfo')) {
        found.push(finding('static-dlopen', 'libraries are loaded at run time', 'dlopen in .symtab'));
    }
    if (nss)
        found.push(finding('static-glibc-nss', 'names are looked up through the system’s glibc', nss.text));
    return found;
}
function goBuild({ elf, policy, row }) {
    const { go } = elf;
    if (!go)
        return [];
    const { settings } = go;
    const findings = [
        finding('toolchain', 'built by Go', `${go.version} ${go.path ?? ''} ${go.mainVersion ?? ''}`.trim()),
    ];
    const arch = settings['GOARCH'];
    if (arch !== undefined && row?.go && row.go.goarch !== arch) {
        findings.push(finding('go-arch', `Go built it for ${arch}`, `GOARCH=${arch}`));
    }
    if (policy.cgo === false && settings['CGO_ENABLED'] === '1') {
        findings.push(finding('go-cgo', 'cgo was on', 'CGO_ENABLED=1'));
    }
    const revision = settings['vcs.revision'];
    if (policy.commit !== undefined && revision !== undefined && revision !== policy.commit) {
        findings.push(finding('go-revision', `built from another commit than ${policy.commit}`, `vcs.revision=${revision}`));
    }
    if (settings['vcs.modified'] === 'true') {
        findings.push(finding('go-modified', 'the sources differed from the commit', 'vcs.modified=true'));
    }
    if (Object.keys(settings).length > 0 && settings['-trimpath'] !== 'true') {
        findings.push(finding('go-trimpath', 'paths of the build machine are in the file', 'no -trimpath'));
    }
    return findings;
}
/** One finding for each place: of paths inside each other the longest says most. */
function leaks({ file }) {
    const found = file.hits.flatMap(hit => {
        const path = leakedPath(hit.id);
        return path === null ? [] : [{ path, hit }];
    });
    const longest = found.filter(({ path, hit }) => !found.some(f => f.hit.offset === hit.offset && f.path.length > path.length));
    return longest.map(({ path, hit }) => finding('leaked-path', `the file holds ${path}`, `${hex(hit.offset)}: ${hit.text}`));
}
/** Only the name and the place: whoever reads the report must not learn the value. */
function secrets({ file }) {
    return file.hits.flatMap(hit => {
        const name = foundSecret(hit.id);
        return name === null
            ? []
            : [finding('secret', `the value of ${name} is in the file`, `${name} at ${hex(hit.offset)}`)];
    });
}
function contents({ elf, file, policy }) {
    const findings = [];
    if (elf.dependencies && 'corrupt' in elf.dependencies) {
        findings.push(finding('auditable-corrupt', 'the list of crates cannot be read', elf.dependencies.corrupt));
    }
    const { buildId, goBuildId } = elf.notes;
    if (buildId)
        findings.push(finding('build-id', 'the file has a build id', buildId));
    // Most files that are shipped have none: it is only worth a word where it is demanded.
    else if (rulingOf(policy, 'no-build-id') === 'error') {
        findings.push(finding('no-build-id', 'no note says which build it is', goBuildId ? 'only a Go build id' : 'no NT_GNU_BUILD_ID'));
    }
    if (elf.comment)
        findings.push(finding('toolchain', 'compilers that took part', elf.comment));
    if (elf.notes.package)
        findings.push(finding('toolchain', 'the package that it is from', elf.notes.package));
    const extra = elf.sections.filter(isExtra);
    if (extra.length > 0) {
        const bytes = extra.reduce((sum, s) => sum + s.size, 0);
        const names = extra.map(s => s.name).join(' ');
        findings.push(finding('not-stripped', `${bytes} bytes of symbols and debug information`, names));
    }
    const end = endOf(subjectEnd(elf.sections), elf);
    if (end > 0 && end < file.size) {
        findings.push(finding('trailing-data', `${file.size - end} bytes follow the end of the program`, hex(end)));
    }
    return findings;
}
function isExtra(section) {
    const { name, type } = section;
    return type === sectionTypes.symbols || name.startsWith('.debug_') || name.startsWith('.zdebug_');
}
function subjectEnd(sections) {
    return sections.reduce((end, s) => (s.type === sectionTypes.noBits ? end : Math.max(end, s.offset + s.size)), 0);
}
/** The last byte that any table describes. */
function endOf(sections, { header, segments }) {
    const table = header.shoff + header.shnum * header.shentsize;
    return segments.reduce((end, s) => Math.max(end, s.offset + s.filesz), Math.max(sections, table));
}

;// CONCATENATED MODULE: ./.build/js/verify/check/structure.js





const structure_kinds = {
    [elfTypes.relocatable]: 'an object file',
    [elfTypes.core]: 'a core dump',
};
/** EI_OSABI of System V and GNU: Linux writes both. */
const linuxAbis = [0, 3];
/** Whether the file is a whole program for Linux, of the architecture and linkage that were demanded. */
function checkStructure(subject) {
    return [...problems(subject), ...kind(subject), ...structure_architecture(subject), ...structure_linkage(subject), ...loader(subject)];
}
function problems({ elf }) {
    return elf.problems.map(p => finding(p.kind, p.message, p.evidence, { severity: p.severity }));
}
function kind({ elf, file, linkage }) {
    const findings = [];
    const { type, osAbi } = elf.header;
    if (type !== elfTypes.executable && type !== elfTypes.dynamic) {
        findings.push(finding('elf-kind', `the file is ${structure_kinds[type] ?? 'no program'}`, `e_type ${type}`));
    }
    if (!linuxAbis.includes(osAbi))
        findings.push(finding('os-abi', 'the file is not for Linux', `EI_OSABI ${osAbi}`));
    if (file.packed)
        findings.push(finding('upx', 'UPX packed the program, so its content is hidden', 'UPX!'));
    if ((isDynamic(linkage) || isStatic(linkage)) && (file.mode & 0o111) === 0) {
        findings.push(finding('mode', 'nobody may execute the file', `mode ${(file.mode & 0o777).toString(8)}`));
    }
    return findings;
}
function structure_architecture({ elf, policy, identity }) {
    if (identity.arch === null) {
        const message = 'the architecture is not one that can be judged';
        return [finding('arch-unknown', message, describeMachine(elf.header))];
    }
    if (policy.arch !== null && policy.arch !== identity.arch) {
        const message = `the file is for ${identity.arch}, the target is ${policy.arch}`;
        return [finding('arch-mismatch', message, describeMachine(elf.header))];
    }
    if (!identity.flagsFit) {
        return [finding('abi-flags', `the ABI flags are not those of ${identity.arch}`, hex(elf.header.flags))];
    }
    return [];
}
function structure_linkage(subject) {
    const { policy, linkage, elf } = subject;
    if (policy.linkage === null || policy.linkage.includes(linkage) || linkage === 'not-elf')
        return [];
    if (policy.linkage.includes('dynamic-glibc') && isStatic(linkage) && usesNoLibc(subject))
        return [];
    const needs = [elf.interpreter, ...(elf.dynamic?.needed ?? [])].filter(n => n !== null).join(' ');
    const evidence = needs || 'no PT_INTERP, no DT_NEEDED';
    const message = `the file is ${linkage}, demanded is ${policy.linkage.join(' or ')}`;
    return [finding('linkage-mismatch', message, evidence)];
}
/** A static file that any glibc target may ship: Go without cgo never asks a libc for anything. */
function usesNoLibc({ elf }) {
    return elf.go?.settings['CGO_ENABLED'] === '0';
}
function loader({ elf, linkage, row, policy }) {
    const { interpreter, dynamic } = elf;
    if (linkage === 'dynamic-other') {
        const right = row ? [row.elf.glibcInterpreter, ...row.elf.muslInterpreter].join(' or ') : 'unknown';
        if (interpreter !== null) {
            return [finding('interpreter', `the loader is not that of the architecture (${right})`, interpreter)];
        }
        const needed = dynamic?.needed.join(' ') ?? '';
        return [finding('interpreter', `libraries are needed but no loader is named (${right})`, needed)];
    }
    // Programs of klibc have none: theirs is no loader, only a library at a fixed address. All others read it first.
    if (isDynamic(linkage) && !elf.segments.some(s => s.type === segmentTypes.dynamic)) {
        return [finding('malformed', 'a loader is named but there is no dynamic table', interpreter ?? '')];
    }
    if (isDynamic(linkage) && dynamic?.needed.length === 0) {
        const severity = policy.linkage?.some(isDynamic) === false ? 'error' : 'warning';
        return [
            finding('interp-without-needed', 'a loader is named but no library is needed', interpreter ?? '', { severity }),
        ];
    }
    return [];
}

;// CONCATENATED MODULE: ./.build/js/verify/distributions.js


/** The glibc that introduced the properties of {@link backports}: every later one has them. */
const markersSince = '2.43';
/** Answers that were given: the programs of a directory ask for the same few. */
const answers = new Map();
const mostAnswers = 1024;
/**
 * Where an executable starts that needs this libc, or a newer one. Of a rolling distribution it is only known what it had when
 * the table was written: it is never named as too old.
 * @param floor greatest version needed, markers left out; null when none is (every release has it)
 */
function reach(arch, libc, floor, { gcc = null, markers = [] } = {}) {
    const key = [arch, libc, floor, gcc, ...markers].join(' ');
    const known = answers.get(key);
    if (known)
        return known;
    const found = find(arch, libc, floor, gcc, markers);
    if (answers.size >= mostAnswers)
        answers.clear();
    answers.set(key, found);
    return found;
}
function find(arch, libc, floor, gcc, markers) {
    const runsOn = [];
    const fails = [];
    const depends = [];
    for (const family of families.filter(f => f.libc === libc)) {
        const existing = releasesFor(family, arch);
        const recent = existing.filter(r => reaches(r.libc, floor) && reaches(r.gcc, gcc));
        const state = (r) => worst(markers.map(m => stateOf(family, r, m)));
        const enough = recent.find(r => state(r) === 'has');
        const old = existing.findLast(r => !recent.includes(r) || state(r) === 'lacks');
        const unsure = enough ? recent.slice(0, recent.indexOf(enough)) : recent;
        const patched = unsure.findLast(r => state(r) === 'unknown');
        if (enough)
            runsOn.push(nameSince(family, arch, enough));
        if (old && !family.rolling)
            fails.push(distributions_nameOf(family, old));
        if (patched)
            depends.push(distributions_nameOf(family, patched));
    }
    return { runsOn, fails, depends };
}
const reaches = (has, needed) => needed === null || compareVersions(has, needed) >= 0;
/** Whether a release has a property: by its glibc, by a patch that is known, or nobody has looked. */
function stateOf(family, release, marker) {
    if (reaches(release.libc, markersSince))
        return 'has';
    const row = backports[marker]?.find(b => b.family === family.name);
    if (row === undefined)
        return 'unknown';
    const index = (name) => family.releases.findIndex(r => r.name === name);
    return index(release.name) >= index(row.since) ? 'has' : 'lacks';
}
function worst(states) {
    return states.find(s => s === 'lacks') ?? states.find(s => s === 'unknown') ?? 'has';
}
/** The releases of a family that exist for an architecture, oldest first. */
function releasesFor(family, arch) {
    const span = family.archs[arch];
    if (span === undefined)
        return [];
    const index = (name) => family.releases.findIndex(r => r.name === name);
    return family.releases.slice(index(span.since), span.until === undefined ? undefined : index(span.until) + 1);
}
function distributions_nameOf(family, release) {
    if (family.rolling)
        return family.name;
    return release.alias ?? `${family.name} ${release.name}`;
}
/** `Debian 12+`; `Debian 9–12` where the port has ended; a rolling distribution by its name alone. */
function nameSince(family, arch, release) {
    const name = distributions_nameOf(family, release);
    if (family.rolling)
        return name;
    const until = family.archs[arch]?.until;
    if (until === undefined)
        return `${name}+`;
    return until === release.name ? name : `${name}–${until}`;
}

;// CONCATENATED MODULE: ./.build/js/verify/explain.js



/**
 * The versions of a series that are above a floor (null: only the greatest one), each with the symbols that need it;
 * lowest version first.
 */
function explain(elf, series, floor) {
    const needs = hardNeeds(elf)
        .flatMap(need => {
        const meaning = meaningOf(need);
        return meaning.kind === 'version' && meaning.series === series ? [{ need, number: meaning.number }] : [];
    })
        .sort((a, b) => compareVersions(a.number, b.number) || (a.need.library < b.need.library ? -1 : 1));
    const greatest = needs.at(-1)?.number ?? null;
    return needs
        .filter(({ number }) => (floor === null ? number === greatest : compareVersions(number, floor) > 0))
        .map(({ need }) => ({
        version: need.version,
        library: need.library,
        symbols: [...new Set(elf.imports.byVersion.get(need.index)?.map(i => kept(i.name)))].sort(),
    }));
}
/** Everything that a file needs from outside: by library and version, then what has no version; symbols sorted. */
function importsOf(elf) {
    const symbolsOf = (index) => (elf.imports.byVersion.get(index) ?? [])
        .map(({ name, weak }) => ({ name, weak }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    const hard = new Set(hardNeeds(elf));
    const versioned = elf.needs.map(need => {
        const { library, version, index } = need;
        return { library, version, weak: !hard.has(need), symbols: symbolsOf(index) };
    });
    const known = new Set(elf.needs.map(n => n.index));
    const bare = [...elf.imports.byVersion.keys()].filter(index => !known.has(index)).flatMap(symbolsOf);
    return bare.length === 0 ? versioned : [...versioned, { library: null, version: null, weak: false, symbols: bare }];
}
/** Symbols that are known to raise a floor, and why; the first row that fits a symbol speaks. */
const causes = [
    {
        symbols: /^(__libc_start_main|pthread_|dl(open|sym|close|error|addr)|sem_)/,
        hint: 'Linked on a system with glibc 2.34 or newer, which moved threads and loading into libc.so.6: link with the zig backend, or set `glibc` to what is really needed.',
    },
    {
        symbols: /^(__isoc23_|strlcpy|strlcat)/,
        hint: 'Compiled with the headers of glibc 2.38 or newer, or linked with a prebuilt .a from such a system: compile everything for the floor.',
    },
    {
        symbols: /^(arc4random|pidfd_spawnp)/,
        hint: 'A run-time library took the newer function because it was there when it was built: build it for the floor too.',
    },
    {
        symbols: /^_dl_find_object$/,
        hint: 'This comes with a libgcc of a newer system: link with -static-libgcc of an older compiler, or with the zig backend.',
    },
    {
        symbols: /^(l?stat(64)?|fstat(at)?(64)?|mknod(at)?|fcntl64|statx|getrandom|getentropy|memfd_create)$/,
        hint: 'Compiled on a system with a newer glibc: build with the zig backend for the floor, or set `glibc` to what is really needed.',
    },
];
/** What to do about a floor that is too high, by the symbols that raise it. */
function hintFor(elf, promised) {
    const symbols = explain(elf, 'glibc', promised).flatMap(e => e.symbols);
    return causeOf(symbols, null) ?? `Build with the zig backend for the floor (\`glibc: ${promised}\`), or promise less.`;
}
/** What is known to cure the need of some symbols, or of a library; null where nothing is. */
function causeOf(symbols, library) {
    if (library !== null && /^lib(stdc\+\+|gcc_s)\.so/.test(library)) {
        return 'Link libstdc++ and libgcc statically (-static-libstdc++ -static-libgcc), or build with the zig backend.';
    }
    return causes.find(c => symbols.some(s => c.symbols.test(s)))?.hint ?? null;
}

;// CONCATENATED MODULE: ./.build/js/verify/check/versions.js






/** Which versions of libraries the file needs, against what its target promises. */
function checkVersions(subject) {
    return [
        ...unknownNeeds(subject),
        ...glibcFloor(subject),
        ...versions_muslFloor(subject),
        ...runtimeFloors(subject),
        ...relativeRelocations(subject),
        ...versions_unversioned(subject),
    ];
}
function unknownNeeds({ elf }) {
    // A weak need of something unknown is no less unknown.
    return elf.needs.flatMap(need => {
        const { kind } = meaningOf(need);
        if (kind !== 'private' && kind !== 'unknown')
            return [];
        const symbols = (elf.imports.byVersion.get(need.index) ?? []).map(i => i.name);
        const evidence = `${need.version} of ${need.library}${symbols.length > 0 ? `: ${symbols.slice(0, 6).join(', ')}` : ''}`;
        return kind === 'private'
            ? [finding('glibc-private', `${need.library} must be one exact build`, evidence)]
            : [finding('glibc-abi-unknown', `${need.version} is not known`, evidence)];
    });
}
/** Properties that raise the floor by an option of the compiler or linker, without any symbol. */
const markerHints = {
    GLIBC_ABI_DT_RELR: 'Relative relocations are packed: link with -Wl,-z,nopack-relative-relocs.',
    GLIBC_ABI_GNU2_TLS: 'Thread-local variables use descriptors: compile with -mtls-dialect=gnu.',
    GLIBC_ABI_GNU_TLS: 'The linker marks thread-local storage: link with an older binutils, or with the zig backend.',
    GLIBC_ABI_DT_X86_64_PLT: 'The linker marks its PLT: link with -Wl,-z,nomark-plt.',
};
/** What to do when nothing but such a property raises the floor. */
function markerHint(elf, floor) {
    const greatest = hardNeeds(elf).filter(need => {
        const meaning = meaningOf(need);
        return meaning.kind === 'version' && meaning.series === 'glibc' && meaning.number === floor;
    });
    const hints = greatest.map(need => markerHints[need.version]);
    return hints.every(hint => hint !== undefined) ? hints[0] : undefined;
}
function glibcFloor({ elf, floor, policy, identity }) {
    const promised = policy.floor.glibc;
    if (promised === null || floor.glibc === null || compareVersions(floor.glibc, promised) <= 0)
        return [];
    const evidence = explain(elf, 'glibc', promised)
        .reverse()
        .map(e => `${e.version} ${e.library}: ${e.symbols.slice(0, 6).join(', ') || 'no symbol'}`)
        .join('; ');
    const { number, markers } = glibcWithoutMarkers(elf);
    const nowhere = { fails: [], runsOn: [], depends: [] };
    const { fails, runsOn, depends } = identity.arch ? reach(identity.arch, 'glibc', number, { markers }) : nowhere;
    const not = fails.length > 0 ? `, not on ${fails.join(', ')}` : '';
    const perhaps = depends.length > 0 ? `, on ${depends.join(', ')} with its own patches` : '';
    const where = `runs on ${runsOn.join(', ') || 'no known release'}${perhaps}${not}`;
    const message = `glibc ${floor.glibc} is needed, ${promised} is promised: ${where}`;
    return [finding('floor-glibc', message, evidence, { hint: markerHint(elf, floor.glibc) ?? hintFor(elf, promised) })];
}
/** musl has no versions of symbols: what is too new is known by its name. */
function versions_muslFloor({ elf, floor, policy }) {
    const promised = policy.floor.musl;
    if (promised === undefined || floor.musl === null || compareVersions(floor.musl, promised) <= 0)
        return [];
    const evidence = muslNeeds(elf)
        .filter(need => compareVersions(need.since, promised) > 0)
        .sort((a, b) => compareVersions(b.since, a.since) || (a.what < b.what ? -1 : 1))
        .map(need => `${need.what} (${need.since})`);
    return [finding('floor-musl', `musl ${floor.musl} is needed at least, ${promised} is promised`, evidence.join(', '))];
}
function runtimeFloors({ elf, policy }) {
    const promised = policy.floor.glibc;
    const baseline = promised === null ? null : runtimeBaseline(promised);
    if (baseline === null)
        return [];
    return ['glibcxx', 'cxxabi', 'gcc'].flatMap(series => {
        const over = hardNeeds(elf).filter(need => {
            const meaning = meaningOf(need);
            return (meaning.kind === 'version' && meaning.series === series && compareVersions(meaning.number, baseline[series]) > 0);
        });
        if (over.length === 0)
            return [];
        const evidence = explain(elf, series, baseline[series])
            .reverse()
            .map(e => `${e.version} ${e.library}: ${e.symbols.slice(0, 6).join(', ')}`);
        const message = `systems with glibc ${promised} have ${series} ${baseline[series]} at most`;
        return [finding('floor-libstdcxx', message, evidence.join('; '))];
    });
}
/** DT_RELR without the version that says so: glibc since 2.36 refuses it, older ones ignore it and crash. */
function relativeRelocations({ elf, linkage }) {
    if (!elf.dynamic?.values.has(tags.relr))
        return [];
    if (linkage === 'static-pie') {
        return [
            finding('relr-unmarked', 'relative relocations are packed; the file applies them itself', 'DT_RELR', {
                severity: 'info',
            }),
        ];
    }
    if (linkage !== 'dynamic-glibc' || elf.needs.some(n => n.version === 'GLIBC_ABI_DT_RELR'))
        return [];
    return [finding('relr-unmarked', 'relative relocations are packed without GLIBC_ABI_DT_RELR', 'DT_RELR')];
}
function versions_unversioned({ elf, linkage }) {
    if (linkage !== 'dynamic-glibc' || elf.needs.length > 0 || !elf.dynamic?.needed.includes('libc.so.6'))
        return [];
    return [finding('unversioned', 'glibc is needed, but not which one', 'libc.so.6')];
}

;// CONCATENATED MODULE: ./.build/js/verify/check.js









/** All checks, each a pure function from facts and demands to findings. */
const checks = [
    checkStructure,
    checkLibraries,
    checkVersions,
    checkHardening,
    checkBaseline,
    checkKernel,
    checkOrigin,
];
/** Everything that there is to say about a file, as severe as the policy has it, worst first; the same facts give the same list. */
function check(subject) {
    return sortFindings(applyRules(checks.flatMap(c => c(subject)), subject.policy));
}

;// CONCATENATED MODULE: ./.build/js/verify/gcc.js

/**
 * The first GCC whose libstdc++ has a version. Source: the libstdc++ manual, "ABI Policy and Guidelines"; the last rows
 * measured in the libraries of GCC 12.2, 14.2 and 16.2.
 */
const libstdcxx = {
    glibcxx: pairs('3.4.8=4.1 3.4.9=4.2 3.4.10=4.3 3.4.13=4.4 3.4.14=4.5 3.4.16=4.6 3.4.17=4.7 3.4.19=4.8 3.4.20=4.9 3.4.21=5.1 ' +
        '3.4.22=6.1 3.4.23=7.1 3.4.24=7.2 3.4.25=8.0 3.4.26=9.1 3.4.27=9.2 3.4.28=9.3 3.4.29=11.0 3.4.30=12.0 ' +
        '3.4.31=13.1 3.4.32=13.2 3.4.33=14.0 3.4.34=15.0 3.4.36=16.0'),
    cxxabi: pairs('1.3.1=4.1 1.3.2=4.3 1.3.3=4.4 1.3.4=4.5 1.3.5=4.6 1.3.6=4.7 1.3.7=4.8 1.3.8=4.9 1.3.9=5.1 1.3.10=6.1 ' +
        '1.3.11=7.1 1.3.12=9.1 1.3.13=11.0 1.3.14=13.1 1.3.15=14.0 1.3.17=16.0'),
};
function pairs(text) {
    return text.split(' ').map(pair => {
        const [version = '', gcc = ''] = pair.split('=');
        return [version, gcc];
    });
}
/** Newer than every release: what a version that no table has asks for. */
const unknown = '999';
/** The first GCC whose libraries have a version of a series: `glibcxx` 3.4.30 is 12.0, `gcc` 7.0.0 itself. */
function gccWith(series, version) {
    if (series === 'gcc')
        return version; // libgcc names its versions after GCC's releases
    return libstdcxx[series].find(([known]) => compareVersions(version, known) <= 0)?.[1] ?? unknown;
}
/** The first GCC whose libraries are enough for a floor, or null where none of them is needed. */
function gccFor(floor) {
    return ['glibcxx', 'cxxabi', 'gcc'].reduce((most, series) => {
        const version = floor[series];
        return version === null ? most : maxVersion(most, gccWith(series, version));
    }, null);
}

;// CONCATENATED MODULE: ./.build/js/verify/describe.js






/** Errors after which no promise about distributions can be made. */
const nowhere = new Set([
    ...['malformed', 'truncated', 'limit', 'unreadable', 'elf-kind', 'os-abi', 'arch-unknown', 'abi-flags'],
    ...['interpreter', 'glibc-abi-unknown', 'glibc-private', 'relr-unmarked', 'unversioned', 'upx'],
]);
/** What the report says of a file beside its findings. @param imports whether every needed symbol is listed too */
function describe(subject, findings, imports = false) {
    const { elf, linkage, floor, identity } = subject;
    const { runsOn, fails, depends } = where(subject);
    const lost = findings.some(f => f.severity !== 'info' && nowhere.has(f.id));
    return {
        arch: identity.arch,
        linkage,
        interpreter: elf.interpreter,
        needed: [...(elf.dynamic?.needed ?? [])],
        floor,
        explanations: explanations(subject),
        runsOn: lost ? [] : [...runsOn],
        ...(lost || fails.length === 0 ? {} : { notOn: [...fails] }),
        ...(lost || depends.length === 0 ? {} : { dependsOn: [...depends] }),
        ...(imports ? { imports: importsOf(elf) } : {}),
    };
}
const describe_series = ['glibc', 'glibcxx', 'cxxabi', 'gcc'];
/** Versions above what is promised; the greatest of each series where nothing is. */
function explanations({ elf, policy, floor }) {
    const promised = policy.floor.glibc;
    const baseline = promised === null ? null : runtimeBaseline(promised);
    const most = { glibcxx: null, cxxabi: null, gcc: null, ...baseline, glibc: promised };
    return describe_series.flatMap(name => (floor[name] === null ? [] : explain(elf, name, most[name])));
}
/** Names that only Android's libraries have: its libc.so is not musl's. */
const bionic = /^lib(dl|m|log|android)\.so$/;
const anywhere = (where) => ({ runsOn: [where], fails: [], depends: [] });
const describe_unknown = { runsOn: [], fails: [], depends: [] };
/** Other libraries than the libc's own and those of GCC must be there too: they are named with every release. */
function where({ elf, linkage, floor, identity }) {
    const { kernel } = elf.notes;
    if (isStatic(linkage))
        return anywhere(kernel === null ? 'any Linux' : `any Linux (kernel ${kernel}+)`);
    if (identity.arch === null)
        return describe_unknown;
    const needed = elf.dynamic?.needed ?? [];
    if (needed.some(name => bionic.test(name)))
        return describe_unknown;
    const isMusl = linkage === 'dynamic-musl' || needed.some(name => libcNames.musl.test(name));
    if (linkage === 'shared-library' && !isMusl && floor.glibc === null)
        return describe_unknown;
    const others = [...new Set(needed.filter(name => !isGlibcLibrary(name) && !libcNames.musl.test(name)))];
    const more = others.length > 4 ? `${others.length} more libraries` : others.join(', ');
    const gcc = gccFor(floor);
    const { number, markers } = glibcWithoutMarkers(elf);
    const { runsOn, ...rest } = isMusl
        ? reach(identity.arch, 'musl', floor.musl, { gcc })
        : reach(identity.arch, 'glibc', number, { gcc, markers });
    return { ...rest, runsOn: runsOn.map(release => (more === '' ? release : `${release} with ${more}`)) };
}

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./.build/js/verify/scan.js

const chunkSize = 1 << 18;
/** Pieces between two turns of everything else that this process does. */
const turnEvery = 32;
/** Bytes shown around a hit; also kept from one piece to the next, so that no hit is cut. */
const context = 256;
/** Buffers that are not in use: a directory of programs is read with the memory of one. */
const scan_spare = [];
/**
 * Reads ranges of a file in pieces of 256 KiB, looks for needles and hashes it in the same pass; without a digest it ends
 * with the last needle. It blocks: one piece from the system's cache is faster than a hop to another thread, and between
 * pieces signals and progress have their turn.
 * @param ranges in order, without overlap; a hit lies in one of them as a whole
 * @param options `hashed`: whether the digest of the ranges is wanted; `deadline`: `performance.now()` to give up after
 * @returns `changed` when the file ended earlier: it changed meanwhile; `late` when the time was over
 */
async function scan(source, ranges, needles, options) {
    // OpenSSL takes longer to load than a file to judge.
    const hash = options.hashed ? (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 598, 19))).createHash('sha256') : null;
    const longest = needles.reduce((most, n) => Math.max(most, n.bytes.length), 0);
    const keep = needles.length === 0 ? 0 : longest + 2 * context;
    const room = chunkSize + keep;
    const known = scan_spare.pop();
    const buffer = known && known.length >= room ? known : Buffer.allocUnsafeSlow(room);
    const hits = new Map();
    let pieces = 0;
    for (const { from, to } of ranges) {
        let kept = 0;
        for (let done = from; done < to && (hash !== null || hits.size < needles.length); pieces++) {
            if (pieces % turnEvery === turnEvery - 1)
                await (0,promises_namespaceObject.setImmediate)();
            if (options.deadline !== null && performance.now() > options.deadline)
                return 'late';
            const got = source.read(buffer.subarray(kept, kept + Math.min(chunkSize, to - done)), done);
            if (got <= 0)
                return 'changed';
            hash?.update(buffer.subarray(kept, kept + got));
            const piece = buffer.subarray(0, kept + got);
            const start = done - kept;
            done += got;
            for (const needle of needles) {
                if (hits.has(needle.id))
                    continue;
                const hit = scan_find(needle, piece, start, start > from, done === to);
                if (hit)
                    hits.set(needle.id, hit);
            }
            const rest = Math.min(keep, piece.length);
            buffer.copyWithin(0, piece.length - rest, piece.length);
            kept = rest;
        }
    }
    if (scan_spare.length === 0)
        scan_spare.push(buffer);
    return { sha256: hash?.digest('hex') ?? null, hits: needles.flatMap(n => hits.get(n.id) ?? []) };
}
/** @param more whether bytes of the same range come before the piece */
function scan_find(needle, piece, start, more, last) {
    const { bytes, id, counts } = needle;
    // A hit close to the end waits for the next piece, which shows what follows it.
    const until = last ? piece.length : piece.length - bytes.length - context;
    for (let at = piece.indexOf(bytes); at >= 0 && at <= until; at = piece.indexOf(bytes, at + 1)) {
        const before = at === 0 && more ? 0 : piece[at - 1];
        if (!counts || counts(before, piece[at + bytes.length]))
            return { id, offset: start + at, text: around(piece, at) };
    }
    return null;
}
const isText = (byte) => byte !== undefined && byte >= 0x20 && byte !== 0x7f;
/** The readable text from a place on, with a little of what is before it. */
function around(piece, at) {
    let from = at;
    while (from > 0 && at - from < 40 && isText(piece[from - 1]))
        from--;
    let to = at;
    while (to < piece.length && to - at < context && isText(piece[to]))
        to++;
    return piece.toString('utf8', from, to);
}

;// CONCATENATED MODULE: ./.build/js/verify/digest.js




/** Bytes up to which `auto` reads a file as a whole for its sha256: everything above must stay a matter of milliseconds. */
const digestLimit = 256 << 20;
/** Bytes that are searched at most without being asked to read everything. */
const searchLimit = 512 << 20;
/** Bytes at the end of the constants where the C library has its own: linkers take it last. */
const lastConstants = 1 << 18;
/**
 * Hashes the file and looks for needles, in one pass where both are wanted. What can only be a constant of the program is
 * looked for where constants are, unless all bytes are read anyway. A huge file is not read as a whole: only
 * what it loads is searched, and where that leaves something out, a finding says so.
 * @param needles to look for; with none and no digest wanted nothing is read
 * @param deadline `performance.now()` after which the search gives up, with a finding; not when a digest is wanted always
 */
async function digestOf(source, { segments, sections }, needles, wish, deadline) {
    const hashed = wish === 'always' || (wish === 'auto' && source.size <= digestLimit);
    if (!hashed && needles.length === 0)
        return { sha256: null, hits: [], findings: [] };
    const partial = !hashed && source.size > searchLimit;
    const ranges = hashed ? [{ from: 0, to: source.size }] : rangesToSearch(source.size, segments, needles);
    const bytes = ranges.reduce((sum, r) => sum + r.to - r.from, 0);
    if (partial && bytes > searchLimit) {
        return { sha256: null, hits: [], findings: [notSearched(`${bytes} loaded bytes`)] };
    }
    const options = { hashed, deadline: wish === 'always' ? null : deadline };
    const likely = hashed || needles.some(n => n.anywhere) ? [] : likelyRanges(ranges, sections);
    if (likely.length > 0) {
        const found = await scan(source, likely, needles, options);
        if (typeof found === 'object' && found.hits.length === needles.length)
            return { ...found, findings: [] };
    }
    const found = await scan(source, ranges, needles, options);
    if (found === 'changed')
        return { sha256: null, hits: [], findings: [fileChanged()] };
    if (found === 'late')
        return { sha256: null, hits: [], findings: [notSearched('the time is over')] };
    const rest = partial && needles.some(n => n.anywhere) ? [notSearched(`${source.size - bytes} bytes not loaded`)] : [];
    return { ...found, findings: rest };
}
/** What is said of a file that is not the same at the end of reading as at its start. */
function fileChanged() {
    return finding('unreadable', 'the file changed while it was read', 'size or time');
}
/** Not to have searched is not the same as not to have found. */
function notSearched(evidence) {
    return finding('limit', 'the file is too large to search all of its bytes', evidence, {
        hint: 'Strip it, or verify it in the build that makes it: that reads every byte.',
    });
}
/** All of the file, unless it is huge; only its constants where nothing else is looked for. */
function rangesToSearch(size, segments, needles) {
    if (size > searchLimit)
        return rangesOf(loaded(segments), size);
    if (needles.every(n => !n.anywhere))
        return rangesOf(constantSegments(segments), size);
    return [{ from: 0, to: size }];
}
/**
 * Where a C library's texts are, if the sections tell the truth: all of them together are most often here. Nothing is when
 * most of the file would be read anyway.
 */
function likelyRanges(ranges, sections) {
    const constants = sections.find(s => s.name === '.rodata' && s.type !== sectionTypes.noBits);
    if (!constants)
        return [];
    const end = constants.offset + constants.size;
    const from = Math.max(constants.offset, end - lastConstants);
    return ranges.some(r => r.from <= from && end <= r.to && r.to - r.from > 2 * lastConstants) ? [{ from, to: end }] : [];
}
const loaded = (segments) => segments.filter(s => s.type === segmentTypes.load && s.filesz > 0);
/** The parts of the file that are mapped, each byte once, in order. */
function rangesOf(segments, size) {
    const sorted = segments
        .map(s => ({ from: Math.min(s.offset, size), to: Math.min(s.offset + s.filesz, size) }))
        .sort((a, b) => a.from - b.from);
    const merged = [];
    for (const range of sorted) {
        const last = merged.at(-1);
        if (last && range.from <= last.to)
            last.to = Math.max(last.to, range.to);
        else
            merged.push(range);
    }
    return merged;
}

;// CONCATENATED MODULE: ./.build/js/verify/foreign.js
/** What a file without the ELF magic is, by its first bytes, for a sentence that helps. */
const foreign_kinds = [
    { start: '#!', name: 'a script' },
    { start: '!<arch>\n', name: 'a static library' },
    { start: '!<thin>\n', name: 'a static library' },
    { start: 'MZ', name: 'a Windows program' },
    { start: '\xcf\xfa\xed\xfe', name: 'a macOS program' },
    { start: '\xce\xfa\xed\xfe', name: 'a macOS program' },
    { start: '\xca\xfe\xba\xbe', name: 'a macOS program or Java class' },
    { start: '\0asm', name: 'a WebAssembly module' },
    { start: 'BC\xc0\xde', name: 'LLVM bitcode' },
    { start: '\x1f\x8b', name: 'a gzip archive' },
    { start: '\x28\xb5\x2f\xfd', name: 'a zstd archive' },
    { start: '\xfd7zXZ', name: 'an xz archive' },
    { start: 'PK\x03\x04', name: 'a zip archive' },
];
/** Names the kind of file that starts with these bytes. */
function describeForeign(start) {
    if (start.length === 0)
        return 'an empty file';
    const text = start.toString('latin1');
    const known = foreign_kinds.find(k => text.startsWith(k.start));
    if (known)
        return known.name;
    return /^[\t\n\r\x20-\x7e\x80-\xff]*$/.test(text) ? 'a text file' : 'data of an unknown kind';
}

// EXTERNAL MODULE: ./.build/js/payload/held.js
var held = __nccwpck_require__(914);
// EXTERNAL MODULE: ./.build/js/payload/bytes.js
var payload_bytes = __nccwpck_require__(794);
;// CONCATENATED MODULE: ./.build/js/payload/ar.js
/** First bytes of an ar archive (ar(5)). */
const arMagic = '!<arch>\n';
/** Bytes before each member. */
const arHeaderSize = 60;
/**
 * The header of a member of an ar archive: name 16 bytes, size as decimal text at 48, two end marks (ar(5), deb(5)). The content
 * follows; the next header is on an even offset. Null when it makes no sense.
 */
function readArHeader(header) {
    const size = header.slice(48, 58);
    if (!/^[0-9]+ *$/.test(size) || header.slice(58, arHeaderSize) !== '`\n')
        return null;
    return { name: header.slice(0, 16).trimEnd().replace(/\/$/, ''), size: Number(size) };
}

;// CONCATENATED MODULE: ./.build/js/payload/zstd-frame.js


const zstd_frame_magic = 0xfd2fb528;
/** Bytes of the content size by the two bits of the descriptor that say so; zero bits mean one byte in a single segment. */
const sizeBytes = [0, 2, 4, 8];
const dictionaryBytes = [0, 1, 2, 4];
/**
 * How many bytes the zstd frame at the start of the source has, from its block headers alone (RFC 8878, section 3.1.1).
 * @returns null when no frame starts there
 * @throws PayloadError when it does not end in the source
 */
function zstdFrameSize(source) {
    if (source.size < 5)
        return null;
    const start = (0,payload_bytes/* bytesAt */.L1)(source, 0, 5);
    if (start.readUInt32LE() !== zstd_frame_magic)
        return null;
    const descriptor = start[4] ?? 0;
    const single = (descriptor & 0x20) !== 0;
    const size = sizeBytes[descriptor >> 6] || (single ? 1 : 0);
    let at = 5 + (single ? 0 : 1) + (dictionaryBytes[descriptor & 3] ?? 0) + size;
    for (;;) {
        const header = (0,payload_bytes/* bytesAt */.L1)(source, at, 3).readUIntLE(0, 3);
        const type = (header >> 1) & 3;
        if (type === 3)
            throw (0,problem/* unreadable */.O)('what is packed is damaged: its zstd data cannot be decompressed', `block at ${at}`);
        // A run-length block holds one byte, however long it is.
        at += 3 + (type === 1 ? 1 : header >> 3);
        if (header & 1)
            break;
    }
    if (descriptor & 4)
        at += 4;
    (0,payload_bytes/* bytesAt */.L1)(source, at, 0);
    return at;
}
const skippable = 0x184d2a5;
/** All frames of a source, one after the other; those for other programs are left out. @throws PayloadError */
function* zstdFrames(source) {
    for (let at = 0; at < source.size;) {
        const rest = (0,payload_bytes/* slice */.di)(source, at, source.size - at);
        const size = zstdFrameSize(rest);
        if (size !== null)
            yield (0,payload_bytes/* slice */.di)(rest, 0, size);
        at += size ?? 8 + skippableSize(rest);
    }
}
/** RFC 8878, section 3.1.2: sixteen magic numbers, then the size. */
function skippableSize(source) {
    const header = (0,payload_bytes/* bytesAt */.L1)(source, 0, 8);
    if (header.readUInt32LE() >>> 4 === skippable)
        return header.readUInt32LE(4);
    throw (0,problem/* unreadable */.O)('what is packed is damaged: its zstd data cannot be decompressed', 'bytes after the last frame');
}

;// CONCATENATED MODULE: ./.build/js/payload/decode.js


const readable = new Set(['gzip', 'zlib', 'deflate', 'zstd', 'xz']);
/** How compressed data starts; what we do not read is named. */
const starts = [
    { magic: '\x1f\x8b', name: 'gzip' },
    { magic: '\x28\xb5\x2f\xfd', name: 'zstd' },
    { magic: '\xfd7zXZ\0', name: 'xz' },
    { magic: 'BZh', name: 'bzip2' },
    { magic: '\x5d\0\0', name: 'lzma' },
    { magic: '\x04\x22\x4d\x18', name: 'lz4' },
];
/** The compression whose data starts like this, or null; also names those that cannot be read. */
function compressionOf(start) {
    const text = start.toString('latin1', 0, 8);
    return starts.find(s => text.startsWith(s.magic))?.name ?? null;
}
/** Whether {@link decompress} reads it. */
function isReadable(name) {
    return readable.has(name);
}
/** @throws PayloadError for a compression that cannot be read */
function readableCompression(name) {
    if (isReadable(name))
        return name;
    throw (0,problem/* unreadable */.O)(`what is packed is compressed with ${name}, which is not read`, name);
}
/**
 * The decompressed bytes, piece by piece; no more is decompressed than is asked for.
 * @throws PayloadError `payload-unreadable` for damaged data, `limit`
 */
async function* decompress(name, source, meter) {
    if (name === 'xz') {
        const { decompressXz } = await __nccwpck_require__.e(/* import() */ 840).then(__nccwpck_require__.bind(__nccwpck_require__, 840));
        yield* decompressXz(source, meter);
        return;
    }
    // Most files have nothing packed in them: Node's streams and zlib are loaded for those that have.
    const { decode } = await __nccwpck_require__.e(/* import() */ 52).then(__nccwpck_require__.bind(__nccwpck_require__, 52));
    // Node ends after the first frame of zstd and forgets the others.
    const parts = name === 'zstd' ? zstdFrames(source) : [source];
    for (const part of parts)
        yield* decode(name, part, meter);
}

;// CONCATENATED MODULE: ./.build/js/payload/stream.js

const nothing = Buffer.alloc(0);
/** Reads pieces of any length from pieces that come as they come. */
class ByteStream {
    #pieces;
    #rest = nothing;
    #ended = false;
    /** Bytes that were read. */
    position = 0;
    constructor(pieces) {
        this.#pieces = pieces[Symbol.asyncIterator]();
    }
    /** Up to `most` bytes, at least one; null at the end. Only valid until the next read. */
    async some(most) {
        while (this.#rest.length === 0) {
            if (this.#ended)
                return null;
            const next = await this.#pieces.next();
            if (next.done)
                this.#ended = true;
            else
                this.#rest = next.value;
        }
        const piece = this.#rest.subarray(0, most);
        this.#rest = this.#rest.subarray(piece.length);
        this.position += piece.length;
        return piece;
    }
    /** The next bytes, fewer at the end. The caller has bounded `length`. */
    async upTo(length) {
        const parts = [];
        for (let missing = length; missing > 0;) {
            const part = await this.some(missing);
            if (part === null)
                break;
            parts.push(part);
            missing -= part.length;
        }
        const [first] = parts;
        return parts.length === 1 && first ? first : Buffer.concat(parts);
    }
    /** The next `length` bytes. @throws PayloadError when there are fewer */
    async exactly(length) {
        const bytes = await this.upTo(length);
        if (bytes.length === length)
            return bytes;
        throw (0,problem/* unreadable */.O)('what is packed ends before it is complete', `at ${this.position} bytes`);
    }
    /** Text up to the next NUL, which is read too. @throws PayloadError when it is longer than `most` bytes */
    async text(most) {
        const parts = [];
        for (let length = 0; length <= most;) {
            const part = await this.some(most - length + 1);
            if (part === null)
                break;
            const nul = part.indexOf(0);
            if (nul >= 0) {
                // Both are of one piece, one after the other: what follows the name is given back without copying it.
                const given = part.length - nul - 1;
                this.#rest = Buffer.from(part.buffer, part.byteOffset + nul + 1, given + this.#rest.length);
                this.position -= given;
                return Buffer.concat([...parts, part.subarray(0, nul)]).toString('utf8');
            }
            parts.push(part);
            length += part.length;
        }
        throw (0,problem/* unreadable */.O)('a name has no end', `at ${this.position} bytes`);
    }
    /** Reads and forgets. @throws PayloadError when there are fewer bytes */
    async skip(length) {
        for (let missing = length; missing > 0;) {
            const part = await this.some(missing);
            if (part === null)
                throw (0,problem/* unreadable */.O)('what is packed ends before it is complete', `at ${this.position} bytes`);
            missing -= part.length;
        }
    }
    /** Reads to the end, so that whoever decompresses compares the checksums. */
    async drain() {
        while ((await this.some(1 << 20)) !== null)
            ;
    }
    /** Whether everything was read. */
    async isAtEnd() {
        const part = await this.some(1);
        if (part === null)
            return true;
        this.#rest = Buffer.concat([part, this.#rest]);
        this.position--;
        return false;
    }
    /** Ends whoever makes the pieces. */
    async close() {
        this.#rest = nothing;
        this.#ended = true;
        await this.#pieces.return?.();
    }
}
/** A length of a stream that someone may read, or not: what they leave is skipped. */
class Portion {
    #stream;
    #missing;
    constructor(stream, length) {
        this.#stream = stream;
        this.#missing = length;
    }
    /** The bytes. @throws PayloadError when the stream ends before */
    async *pieces() {
        while (this.#missing > 0) {
            const part = await this.#stream.some(this.#missing);
            if (part === null)
                throw (0,problem/* unreadable */.O)('what is packed ends before it is complete', `at ${this.#stream.position} bytes`);
            this.#missing -= part.length;
            yield part;
        }
    }
    /** Skips what nobody read. */
    async finish() {
        const missing = this.#missing;
        this.#missing = 0;
        await this.#stream.skip(missing);
    }
}
/** What was read of a stream already, then the rest of it. */
async function* joined(start, stream) {
    try {
        yield start;
        for (let piece = await stream.some(1 << 20); piece !== null; piece = await stream.some(1 << 20))
            yield piece;
    }
    finally {
        await stream.close();
    }
}

;// CONCATENATED MODULE: ./.build/js/payload/member.js
/** A member without content. */
function without(path, kind) {
    return { path, mode: 0, kind, size: 0, pieces: async function* () { } };
}

;// CONCATENATED MODULE: ./.build/js/payload/tar.js




const block = 512;
/** Extended headers, by type: pax (POSIX.1-2001 "pax Interchange Format") and GNU's long names. */
const extensions = {
    x: readPax,
    g: () => ({}),
    L: content => ({ path: textOf(content) }),
    K: () => ({}),
};
const tar_kinds = {
    '0': 'file',
    '\0': 'file',
    '7': 'file',
    '1': 'link',
    '2': 'link',
};
/**
 * The members of a tar archive. Our own reader, because tar-stream keeps an extended header of any size in memory.
 * @throws PayloadError
 */
async function* readTar(stream) {
    let extended = {};
    for (;;) {
        const bytes = await stream.upTo(block);
        if (bytes.length === 0 || isEmpty(bytes))
            break;
        const header = tar_readHeader(bytes);
        const size = extended.size ?? header.size;
        const padding = (block - (size % block)) % block;
        const extension = extensions[header.type];
        if (extension) {
            if (size > payload_limits/* payloadLimits */.P.name)
                throw new problem/* PayloadError */.t('limit', 'an extended header is too long', `${size} bytes`);
            extended = { ...extended, ...extension(await stream.exactly(size)) };
            await stream.skip(padding);
            continue;
        }
        const path = extended.path ?? header.name;
        if (header.type === 'S' || extended.sparse)
            throw (0,problem/* unreadable */.O)('a packed file is stored with holes', path);
        extended = {};
        const kind = tar_kinds[header.type] ?? 'other';
        if (kind !== 'file') {
            yield without(path, kind);
            // Links, devices and directories have no content, whatever size they name (POSIX leaves it open).
            if (!/[1-6]/.test(header.type))
                await stream.skip(size + padding);
            continue;
        }
        const portion = new Portion(stream, size);
        yield { path, mode: header.mode, kind, size, pieces: () => portion.pieces() };
        await portion.finish();
        await stream.skip(padding);
    }
    await stream.drain();
}
/** Whether a tar archive starts with this block. */
function startsTar(start) {
    return start.length >= block && !isEmpty(start.subarray(0, block)) && sumFits(start);
}
function isEmpty(bytes) {
    return bytes.every(b => b === 0);
}
/** The sum of all bytes of the header, its own field counted as spaces. */
function sumFits(header) {
    let sum = 8 * 0x20;
    for (let i = 0; i < block; i++)
        if (i < 148 || i >= 156)
            sum += header[i] ?? 0;
    return readOctal(header.subarray(148, 156)) === sum;
}
function tar_readHeader(bytes) {
    if (bytes.length < block || !sumFits(bytes))
        throw (0,problem/* unreadable */.O)('the archive is damaged: a header makes no sense', '');
    const name = textOf(bytes.subarray(0, 100));
    // GNU's own format (`ustar  `) has times where POSIX has the start of long names.
    const prefix = bytes.toString('latin1', 257, 263) === 'ustar\0' ? textOf(bytes.subarray(345, 500)) : '';
    const size = readSize(bytes.subarray(124, 136));
    const mode = readOctal(bytes.subarray(100, 108)) ?? 0;
    if (size === null)
        throw (0,problem/* unreadable */.O)('the archive is damaged: a size makes no sense', name);
    return {
        name: prefix === '' ? name : `${prefix}/${name}`,
        mode: mode & 0o7777,
        size,
        type: String.fromCharCode(bytes[156] ?? 0),
    };
}
function textOf(bytes) {
    const end = bytes.indexOf(0);
    return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}
function readOctal(bytes) {
    const text = textOf(bytes).trim();
    return /^[0-7]*$/.test(text) ? Number.parseInt(text || '0', 8) : null;
}
/** Octal, or GNU's binary number: the first bit is set, the rest is big endian. */
function readSize(bytes) {
    if (((bytes[0] ?? 0) & 0x80) === 0)
        return readOctal(bytes);
    if (bytes[0] !== 0x80)
        return null;
    const value = bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
    return Number.isSafeInteger(value) ? value : null;
}
/** Records `<length> <key>=<value>\n`. */
function readPax(content) {
    let extended = {};
    for (let at = 0; at < content.length;) {
        const record = /^([1-9][0-9]{0,7}) /.exec(content.toString('latin1', at, at + 10));
        const length = Number(record?.[1] ?? 0);
        if (length === 0 || at + length > content.length)
            throw (0,problem/* unreadable */.O)('the archive is damaged: an extended header makes no sense', '');
        const [key = '', ...rest] = content.toString('utf8', at + (record?.[0].length ?? 0), at + length - 1).split('=');
        const value = rest.join('=');
        if (key === 'path')
            extended = { ...extended, path: value };
        if (key === 'size') {
            if (!/^[0-9]{1,15}$/.test(value))
                throw (0,problem/* unreadable */.O)('the archive is damaged: a size makes no sense', value);
            extended = { ...extended, size: Number(value) };
        }
        if (key.startsWith('GNU.sparse.'))
            extended = { ...extended, sparse: true };
        at += length;
    }
    return extended;
}

;// CONCATENATED MODULE: ./.build/js/payload/deb.js






const mostParts = 100;
/** Whether a Debian package starts like this: an ar archive whose first member says so (deb(5)). */
function startsDeb(start) {
    return start.toString('latin1', 0, 21) === `${arMagic}debian-binary`;
}
/** The members of a Debian package: those that it installs, and its scripts below `DEBIAN/`. @throws PayloadError */
async function* readDeb(source, meter) {
    let installs = false;
    for (const { name, content } of partsOf(source)) {
        const part = /^(control|data)\.tar(\.[a-z0-9]+)?$/.exec(name)?.[1];
        if (!part)
            continue;
        installs ||= part === 'data';
        const compression = compressionOf((0,payload_bytes/* bytesAt */.L1)(content, 0, Math.min(8, content.size)));
        const pieces = compression ? decompress(readableCompression(compression), content, meter) : (0,payload_bytes/* piecesOf */.Xe)(content);
        const stream = new ByteStream(pieces);
        try {
            for await (const member of readTar(stream)) {
                const path = member.path.replace(/^\.\//, '');
                yield part === 'data' ? { ...member, path } : { ...member, path: `DEBIAN/${path}` };
            }
        }
        finally {
            await stream.close();
        }
    }
    if (!installs)
        throw (0,problem/* unreadable */.O)('the package has no data', 'data.tar');
}
/** The parts of an ar archive: a header of text, then the bytes, filled up to an even number (deb(5), ar(5)). */
function partsOf(source) {
    const parts = [];
    for (let at = arMagic.length; at < source.size;) {
        const header = readArHeader((0,payload_bytes/* bytesAt */.L1)(source, at, arHeaderSize).toString('latin1'));
        if (header === null)
            throw (0,problem/* unreadable */.O)('the package is damaged: a header makes no sense', `at ${at}`);
        if (parts.length >= mostParts)
            throw new problem/* PayloadError */.t('limit', 'the package has more parts than any real one', `at ${at}`);
        parts.push({ name: header.name, content: (0,payload_bytes/* slice */.di)(source, at + arHeaderSize, header.size) });
        at += arHeaderSize + header.size + (header.size % 2);
    }
    return parts;
}

;// CONCATENATED MODULE: ./.build/js/payload/nuitka.js









const headSize = 3;
const trailerSize = 8;
const nameLimit = 4096;
/** First bytes of a zstd frame (RFC 8878). */
const zstdMagic = 0xfd2fb528;
const flagBits = { executable: 1, link: 2 };
/** Bytes at the start of a segment where a payload that was linked in begins: before it is only the small program that unpacks. */
const searched = 1 << 20;
/** Bytes of code that the program which unpacks has at most: 80 KiB, a whole static glibc less than 1 MiB. */
const mostCode = 2 << 20;
/** Bytes that are searched at once, small enough for the CPU's cache; the room is never kept over a turn. */
const nuitka_piece = 1 << 17;
const room = Buffer.allocUnsafeSlow(nuitka_piece + headSize + nameLimit);
/**
 * The payload of Nuitka's onefile mode: appended (up to 4.0), or linked into a segment.
 * @returns null when there is none
 * @throws PayloadError when there is one that makes no sense
 */
async function findNuitka(source, elf) {
    const { is64, littleEndian } = elf.header;
    const layout = { is64, littleEndian };
    const appended = findAppended(source, layout);
    if (appended) {
        const found = await nuitka_settle(source, appended, layout);
        if (found)
            return found;
        throw damaged('nothing fits what follows the mark');
    }
    for (const place of linkedPlaces(source, elf)) {
        const found = await nuitka_settle(source, place, layout);
        if (found)
            return found;
    }
    return null;
}
function damaged(evidence) {
    return (0,problem/* unreadable */.O)('the payload of Nuitka is damaged', evidence);
}
/** The number at the end of the file says where it starts. */
function findAppended(source, layout) {
    if (source.size < headSize + trailerSize)
        return null;
    const end = source.size - trailerSize;
    const start = end - tableOf((0,payload_bytes/* bytesAt */.L1)(source, end, trailerSize), layout).u64OrInfinity(0);
    if (start < 0 || start > end - headSize)
        return null;
    return /^KA[XY]$/.test((0,payload_bytes/* bytesAt */.L1)(source, start, headSize).toString('latin1')) ? { start, end: source.size } : null;
}
/** Whether a zstd frame follows, or a name with flags that there are: the mark alone is in many texts. */
function startsEntries(bytes) {
    if (bytes.length >= 4 && bytes.readUInt32LE() === zstdMagic)
        return true;
    const nul = bytes.subarray(0, nameLimit).indexOf(0);
    // Too close to the end of what was read to say.
    if (nul < 0)
        return bytes.length < nameLimit;
    const flags = bytes[nul + 1] ?? 0;
    return (nul > 0 && flags <= (flagBits.executable | flagBits.link) && !/[\0-\x1f]/.test(bytes.toString('latin1', 0, nul)));
}
function* linkedPlaces(source, elf) {
    // What it unpacks it starts: a program that does not import `execv` has nothing to look for.
    const isDynamic = (elf.dynamic?.needed.length ?? 0) > 0;
    if (isDynamic && !elf.imports.all.some(i => i.name === 'execv'))
        return;
    if ((codeSize(elf.segments) ?? 0) > mostCode)
        return;
    for (const { offset, filesz } of constantSegments(elf.segments)) {
        const end = Math.min(offset + filesz, source.size);
        if (end - offset < headSize + trailerSize)
            continue;
        for (const start of marksIn(source, offset, Math.min(end - offset, searched)))
            yield { start, end };
    }
}
/** Where in a range a mark stands that entries seem to follow. */
function marksIn(source, from, length) {
    const found = [];
    for (let done = 0; done < length; done += nuitka_piece) {
        // What follows a mark at the end of the piece is seen too.
        const bytes = room.subarray(0, Math.min(room.length, length - done));
        if (source.read(bytes, from + done) !== bytes.length)
            break;
        for (let at = bytes.indexOf('KA'); at >= 0 && at < nuitka_piece; at = bytes.indexOf('KA', at + 1)) {
            const kind = bytes[at + 2];
            if ((kind === 0x58 || kind === 0x59) && startsEntries(bytes.subarray(at + headSize)))
                found.push(from + done + at);
        }
    }
    return found;
}
/** Finds out how the entries are written: the way that ends where the payload does. Null when none does. */
async function nuitka_settle(source, { start, end }, layout) {
    const packed = (0,payload_bytes/* bytesAt */.L1)(source, start + 2, 1).toString('latin1') === 'Y';
    const from = start + headSize;
    const whole = (0,payload_bytes/* slice */.di)(source, from, end - from);
    const frame = packed ? zstdFrameSize(whole) : null;
    if (frame !== null) {
        if (!endsAt(source, start, from + frame, layout))
            throw damaged('its size is not what it says');
        return { ...layout, content: (0,payload_bytes/* slice */.di)(source, from, frame), entries: null };
    }
    for (const checksums of [false, true]) {
        const entries = { checksums, packed };
        const length = await lengthOf(whole, entries, layout);
        if (length !== null && endsAt(source, start, from + length, layout)) {
            return { ...layout, content: (0,payload_bytes/* slice */.di)(source, from, length), entries };
        }
    }
    return null;
}
function endsAt(source, start, end, layout) {
    if (end + trailerSize > source.size)
        return false;
    return tableOf((0,payload_bytes/* bytesAt */.L1)(source, end, trailerSize), layout).u64OrInfinity(0) === end - start;
}
/** Bytes up to the empty name, read like this; null when it makes no sense. */
async function lengthOf(content, entries, layout) {
    const stream = new ByteStream((0,payload_bytes/* piecesOf */.Xe)(content));
    try {
        for await (const _ of walk(stream, content, entries, layout, null))
            ;
        return stream.position;
    }
    catch (error) {
        if (error instanceof problem/* PayloadError */.t)
            return null;
        throw error;
    }
    finally {
        await stream.close();
    }
}
/** The members; the first one is the program. @throws PayloadError */
async function* readNuitka(payload, meter) {
    const { content, entries } = payload;
    if (entries) {
        yield* walk(new ByteStream((0,payload_bytes/* piecesOf */.Xe)(content)), content, entries, payload, meter);
        return;
    }
    for (const checksums of [false, true]) {
        const written = { checksums, packed: false };
        if (!(await isWholeStream(content, written, payload, meter)))
            continue;
        const stream = new ByteStream(decompress('zstd', content, meter));
        try {
            yield* walk(stream, content, written, payload, meter);
        }
        finally {
            await stream.close();
        }
        return;
    }
    throw damaged('its entries make no sense');
}
/** Whether the entries, read like this, end where the compressed data does. */
async function isWholeStream(content, entries, layout, meter) {
    const stream = new ByteStream(decompress('zstd', content, meter));
    try {
        for await (const _ of walk(stream, content, entries, layout, null))
            ;
        return await stream.isAtEnd();
    }
    catch (error) {
        if (error instanceof problem/* PayloadError */.t && error.id !== 'limit')
            return false;
        throw error;
    }
    finally {
        await stream.close();
    }
}
/** The entries up to the empty name. @param meter null to look only at how they are written */
async function* walk(stream, content, { checksums, packed }, layout, meter) {
    for (let count = 0;; count++) {
        if (count > payload_limits/* payloadLimits */.P.members)
            throw new problem/* PayloadError */.t('limit', 'more files are packed than any real program has', `${count}`);
        const path = await stream.text(nameLimit);
        if (path === '')
            return;
        const flags = (await stream.exactly(1))[0] ?? 0;
        if (flags > (flagBits.executable | flagBits.link))
            throw damaged(path);
        if (flags & flagBits.link) {
            await stream.text(nameLimit);
            yield without(path, 'link');
            continue;
        }
        const size = tableOf(await stream.exactly(8), layout).u64OrInfinity(0);
        if (checksums)
            await stream.skip(4);
        const length = packed ? tableOf(await stream.exactly(4), layout).u32(0) : size;
        if (length > payload_limits/* payloadLimits */.P.total)
            throw damaged(path);
        const mode = flags & flagBits.executable ? 0o755 : 0o644;
        const portion = new Portion(stream, length);
        if (meter) {
            const at = stream.position;
            const pieces = () => (packed ? decompress('zstd', (0,payload_bytes/* slice */.di)(content, at, length), meter) : portion.pieces());
            yield { path, mode, kind: 'file', size, pieces };
        }
        await portion.finish();
    }
}

;// CONCATENATED MODULE: ./.build/js/payload/pyinstaller.js





// Format: PyInstaller's `archive/writers.py` (CArchiveWriter); all numbers are big endian.
const pyinstaller_magic = Buffer.from('MEI\x0c\x0b\x0a\x0b\x0e', 'latin1');
const cookieSize = 88;
const entrySize = 18;
/** The archive is the last thing of its section or file; a signature may follow it. */
const pyinstaller_searched = 1 << 16;
/** Types of entries: what is a file once unpacked, and what is a link; the others are Python code and options. */
const pyinstaller_kinds = { b: 'file', x: 'file', Z: 'file', n: 'link' };
/**
 * The archive that PyInstaller puts into the section `pydata`, or after the end of the program.
 * @param trailing where the bytes start that belong to no segment or section
 * @returns null when there is none
 */
function findPyInstaller(source, elf, trailing) {
    const section = elf.sections.find(s => s.name === 'pydata' && s.offset + s.size <= source.size);
    const places = [
        ...(section ? [[section.offset, section.offset + section.size]] : []),
        [trailing, source.size],
    ];
    for (const [from, to] of places) {
        if (to - from < cookieSize)
            continue;
        const start = Math.max(from, to - pyinstaller_searched);
        const at = (0,payload_bytes/* bytesAt */.L1)(source, start, to - start).lastIndexOf(pyinstaller_magic);
        if (at < 0 || start + at + cookieSize > to)
            continue;
        const end = start + at + cookieSize;
        const length = (0,payload_bytes/* bytesAt */.L1)(source, start + at + pyinstaller_magic.length, 4).readUInt32BE();
        return (0,payload_bytes/* slice */.di)(source, end - length, length);
    }
    return null;
}
/** The members of an archive that ends with its cookie. @throws PayloadError */
async function* readPyInstaller(archive, meter) {
    const cookie = (0,payload_bytes/* bytesAt */.L1)(archive, archive.size - cookieSize, cookieSize);
    const [tableAt, tableSize] = [cookie.readUInt32BE(12), cookie.readUInt32BE(16)];
    if (tableSize > payload_limits/* payloadLimits */.P.table)
        throw new problem/* PayloadError */.t('limit', 'the table of packed files is too large', `${tableSize} bytes`);
    const table = (0,payload_bytes/* bytesAt */.L1)(archive, tableAt, tableSize);
    for (let at = 0; at < table.length;) {
        if (at + entrySize > table.length)
            throw pyinstaller_damaged(`at ${at}`);
        const [length, offset, packed, size] = [0, 4, 8, 12].map(i => table.readUInt32BE(at + i));
        if (length <= entrySize || at + length > table.length)
            throw pyinstaller_damaged(`an entry of ${length} bytes`);
        const [isPacked, type] = [table[at + 16] === 1, String.fromCharCode(table[at + 17] ?? 0)];
        const path = table.toString('utf8', at + entrySize, at + length).replace(/\0+$/, '');
        at += length;
        const kind = pyinstaller_kinds[type] ?? 'other';
        if (kind !== 'file') {
            yield without(path, kind);
            continue;
        }
        if (!isPacked && packed !== size)
            throw pyinstaller_damaged(path);
        const content = (0,payload_bytes/* slice */.di)(archive, offset, packed);
        yield {
            path,
            mode: 0o755,
            kind,
            size,
            pieces: () => (isPacked ? decompress('zlib', content, meter) : (0,payload_bytes/* piecesOf */.Xe)(content)),
        };
    }
}
function pyinstaller_damaged(evidence) {
    return (0,problem/* unreadable */.O)('the archive of PyInstaller is damaged', evidence);
}

;// CONCATENATED MODULE: ./.build/js/payload/cpio.js




const headerSize = 110;
const magics = ['070701', '070702'];
const fileType = 0xf000;
/** `S_IFMT` of stat(2); hexadecimal, because the formatter turns octal keys into wrong numbers. */
const cpio_kinds = { 32768: 'file', 40960: 'link' };
/**
 * The members of a cpio archive in the "new ASCII" format, the one inside of RPM packages (cpio(5)): a header of
 * hexadecimal numbers, the name and the content, each filled up to four bytes.
 * @throws PayloadError
 */
async function* readCpio(stream) {
    for (;;) {
        const header = (await stream.exactly(headerSize)).toString('latin1');
        if (!magics.includes(header.slice(0, 6)))
            throw (0,problem/* unreadable */.O)('the cpio archive is damaged or of another kind', header.slice(0, 6));
        const number = (field) => {
            const text = header.slice(6 + field * 8, 14 + field * 8);
            if (!/^[0-9a-f]{8}$/i.test(text))
                throw (0,problem/* unreadable */.O)('the cpio archive is damaged: a number makes no sense', text);
            return Number.parseInt(text, 16);
        };
        const [mode, size, nameSize] = [number(1), number(6), number(11)];
        if (nameSize > payload_limits/* payloadLimits */.P.name)
            throw new problem/* PayloadError */.t('limit', 'a name is too long', `${nameSize} bytes`);
        const path = (await stream.exactly(nameSize)).toString('utf8').replace(/\0$/, '');
        await stream.skip(fill(headerSize + nameSize));
        if (path === 'TRAILER!!!')
            break;
        const kind = cpio_kinds[mode & fileType] ?? 'other';
        const portion = new Portion(stream, size);
        yield kind === 'file'
            ? { path, mode: mode & 0o7777, kind, size, pieces: () => portion.pieces() }
            : without(path, kind);
        await portion.finish();
        await stream.skip(fill(size));
    }
    await stream.drain();
}
function fill(length) {
    return (4 - (length % 4)) % 4;
}

;// CONCATENATED MODULE: ./.build/js/payload/rpm.js






const leadMagic = '\xed\xab\xee\xdb';
const leadSize = 96;
const headerMagic = '\x8e\xad\xe8';
const rpm_entrySize = 16;
/** Whether an RPM package starts like this. */
function startsRpm(start) {
    return start.toString('latin1', 0, 4) === leadMagic;
}
/**
 * The members of an RPM package (format of rpm 4, "Package format v4"): lead, signature, header, then a compressed cpio archive.
 * @throws PayloadError
 */
async function* readRpm(source, meter) {
    const signature = headerEnd(source, leadSize);
    const at = headerEnd(source, Math.ceil(signature / 8) * 8);
    const content = (0,payload_bytes/* slice */.di)(source, at, source.size - at);
    const compression = compressionOf((0,payload_bytes/* bytesAt */.L1)(content, 0, Math.min(8, content.size)));
    if (compression === null)
        throw (0,problem/* unreadable */.O)('the compression of the package is not known', `at ${at}`);
    const stream = new ByteStream(decompress(readableCompression(compression), content, meter));
    try {
        for await (const member of readCpio(stream))
            yield { ...member, path: member.path.replace(/^\.\//, '') };
    }
    finally {
        await stream.close();
    }
}
/** Where a header structure ends: magic, number of entries, bytes of their values. */
function headerEnd(source, at) {
    const intro = (0,payload_bytes/* bytesAt */.L1)(source, at, 16);
    if (intro.toString('latin1', 0, 3) !== headerMagic)
        throw (0,problem/* unreadable */.O)('the package is damaged: a header is missing', `at ${at}`);
    const size = intro.readUInt32BE(8) * rpm_entrySize + intro.readUInt32BE(12);
    if (size > payload_limits/* payloadLimits */.P.table * 8)
        throw new problem/* PayloadError */.t('limit', 'a header of the package is too large', `${size} bytes`);
    return at + 16 + size;
}

;// CONCATENATED MODULE: ./.build/js/payload/squashfs-inode.js


/** Kinds by type; those from 8 on are the extended forms. */
const inodeKinds = {
    ...{ 1: 'directory', 2: 'file', 3: 'link', 4: 'other', 5: 'other', 6: 'other', 7: 'other' },
    ...{ 8: 'directory', 9: 'file', 10: 'link', 11: 'other', 12: 'other', 13: 'other', 14: 'other' },
};
const squashfs_inode_headerSize = 16;
const noFragment = 0xffffffff;
const squashfs_inode_empty = { start: 0, blocks: [], fragment: noFragment, fragmentOffset: 0 };
/** What follows the common header, by type (`squashfs_fs.h`: `squashfs_reg_inode`, `squashfs_dir_inode` and their long forms). */
const layouts = {
    1: {
        length: 16,
        read: b => ({ ...squashfs_inode_empty, start: b.readUInt32LE(0), size: b.readUInt16LE(8), fragmentOffset: b.readUInt16LE(10) }),
    },
    8: {
        length: 24,
        read: b => ({ ...squashfs_inode_empty, size: b.readUInt32LE(4), start: b.readUInt32LE(8), fragmentOffset: b.readUInt16LE(18) }),
    },
    2: {
        length: 16,
        read: b => ({
            ...squashfs_inode_empty,
            ...{
                start: b.readUInt32LE(0),
                fragment: b.readUInt32LE(4),
                fragmentOffset: b.readUInt32LE(8),
                size: b.readUInt32LE(12),
            },
        }),
    },
    9: {
        length: 40,
        read: b => ({
            ...squashfs_inode_empty,
            ...{ start: squashfs_inode_wide(b, 0), size: squashfs_inode_wide(b, 8), fragment: b.readUInt32LE(28), fragmentOffset: b.readUInt32LE(32) },
        }),
    },
};
/** Reads an inode with the sizes of its blocks. @param read gives the next bytes of metadata @throws PayloadError */
async function readInode(read, blockSize) {
    const header = await read(squashfs_inode_headerSize);
    const type = header.readUInt16LE(0);
    const kind = inodeKinds[type];
    const mode = header.readUInt16LE(2);
    if (!kind)
        throw (0,problem/* unreadable */.O)('the squashfs image is damaged', `an inode of type ${type}`);
    const layout = layouts[type];
    if (!layout)
        return { ...squashfs_inode_empty, kind, mode, size: 0 };
    const inode = layout.read(await read(layout.length));
    if (kind === 'directory')
        return { ...inode, kind, mode };
    if (inode.size > payload_limits/* payloadLimits */.P.member) {
        throw new problem/* PayloadError */.t('limit', 'a packed file claims to be larger than any real one', `${inode.size} bytes`);
    }
    // The end of a file may lie in a fragment, together with the ends of others.
    const count = inode.fragment === noFragment ? Math.ceil(inode.size / blockSize) : Math.floor(inode.size / blockSize);
    const sizes = await read(count * 4);
    return { ...inode, kind, mode, blocks: Array.from({ length: count }, (_, i) => sizes.readUInt32LE(i * 4)) };
}
function squashfs_inode_wide(bytes, at) {
    return bytes.readUInt32LE(at + 4) * 2 ** 32 + bytes.readUInt32LE(at);
}

;// CONCATENATED MODULE: ./.build/js/payload/squashfs.js





// Format: the kernel's `Documentation/filesystems/squashfs.rst` and `fs/squashfs/squashfs_fs.h`, version 4; little endian.
const squashfs_magic = 'hsqs';
const superblockSize = 96;
const metadataSize = 8192;
const storedMetadata = 0x8000;
const storedBlock = 1 << 24;
const squashfs_noFragment = 0xffffffff;
const fragmentSize = 16;
const fragmentsPerBlock = metadataSize / fragmentSize;
const depthLimit = 64;
/** Compressors by their number; those that cannot be read are named too. */
const compressors = { 1: 'zlib', 2: 'lzma', 3: 'lzo', 4: 'xz', 5: 'lz4', 6: 'zstd' };
const decoders = {
    zlib: async (bytes, most) => (await __nccwpck_require__.e(/* import() */ 52).then(__nccwpck_require__.bind(__nccwpck_require__, 52))).decompressBlock('zlib', bytes, most),
    zstd: async (bytes, most) => (await __nccwpck_require__.e(/* import() */ 52).then(__nccwpck_require__.bind(__nccwpck_require__, 52))).decompressBlock('zstd', bytes, most),
    xz: async (bytes, most, meter) => (await __nccwpck_require__.e(/* import() */ 840).then(__nccwpck_require__.bind(__nccwpck_require__, 840))).decompressXzBlock(bytes, most, meter),
};
/** Whether a squashfs image starts here. */
function startsSquashfs(start) {
    return start.toString('latin1', 0, 4) === squashfs_magic;
}
/**
 * The members of a squashfs image. Tables are read as they are needed; a handful of decompressed blocks is kept.
 * @throws PayloadError
 */
async function* readSquashfs(source, meter) {
    const image = openImage(source, meter);
    yield* readDirectory(image, image.root, '', 0);
}
function openImage(source, meter) {
    const superblock = (0,payload_bytes/* bytesAt */.L1)(source, 0, superblockSize);
    const compressor = compressors[superblock.readUInt16LE(20)] ?? `number ${superblock.readUInt16LE(20)}`;
    const decode = decoders[compressor];
    if (!decode)
        throw (0,problem/* unreadable */.O)(`the image is compressed with ${compressor}, which is not read`, compressor);
    const blockSize = superblock.readUInt32LE(12);
    if (superblock.readUInt16LE(28) !== 4)
        throw squashfs_damaged(`version ${superblock.readUInt16LE(28)}`);
    if (blockSize < 4096 || blockSize > 1 << 20)
        throw squashfs_damaged(`blocks of ${blockSize} bytes`);
    const [inodes, directories, fragments] = [64, 72, 80].map(at => squashfs_wide(superblock, at));
    const cached = makeCache();
    const block = (at, packed, stored, most) => {
        if (packed > most || packed === 0)
            throw squashfs_damaged(`a block of ${packed} bytes`);
        return cached(`${at}`, async () => {
            const bytes = (0,payload_bytes/* bytesAt */.L1)(source, at, packed);
            meter.spend(most);
            return stored ? bytes : await decode(bytes, most, meter);
        });
    };
    const metadata = async (at) => {
        const header = (0,payload_bytes/* bytesAt */.L1)(source, at, 2).readUInt16LE();
        const size = header & (storedMetadata - 1);
        return { bytes: await block(at + 2, size, header >= storedMetadata, metadataSize), next: at + 2 + size };
    };
    const reader = (table, place) => {
        let at = table + place.block;
        let offset = place.offset;
        return async (length) => {
            const parts = [];
            for (let missing = length; missing > 0;) {
                const { bytes, next } = await metadata(at);
                if (offset > bytes.length)
                    throw squashfs_damaged(`a place beyond its block at ${at}`);
                const part = bytes.subarray(offset, offset + missing);
                parts.push(part);
                missing -= part.length;
                offset += part.length;
                if (missing > 0)
                    [at, offset] = [next, 0];
            }
            return Buffer.concat(parts);
        };
    };
    const fragment = async (index) => {
        const pointer = squashfs_wide((0,payload_bytes/* bytesAt */.L1)(source, fragments + Math.floor(index / fragmentsPerBlock) * 8, 8), 0);
        const entry = await reader(pointer, { block: 0, offset: (index % fragmentsPerBlock) * fragmentSize })(fragmentSize);
        const size = entry.readUInt32LE(8);
        return block(squashfs_wide(entry, 0), size % storedBlock, size >= storedBlock, blockSize);
    };
    const root = squashfs_wide(superblock, 32);
    return {
        blockSize,
        root: { block: Math.floor(root / 65_536), offset: root % 65_536 },
        inode: place => readInode(reader(inodes, place), blockSize),
        directory: place => reader(directories, place),
        seen: new Set(),
        async *content(inode) {
            let at = inode.start;
            let missing = inode.size;
            for (const size of inode.blocks) {
                const length = Math.min(blockSize, missing);
                missing -= length;
                if (size === 0) {
                    meter.spend(length);
                    yield Buffer.alloc(length); // a hole
                    continue;
                }
                const bytes = await block(at, size % storedBlock, size >= storedBlock, blockSize);
                if (bytes.length !== length)
                    throw squashfs_damaged(`a block of ${bytes.length} bytes`);
                at += size % storedBlock;
                yield bytes;
            }
            if (inode.fragment === squashfs_noFragment || missing === 0)
                return;
            const bytes = (await fragment(inode.fragment)).subarray(inode.fragmentOffset, inode.fragmentOffset + missing);
            if (bytes.length !== missing)
                throw squashfs_damaged('a fragment ends too early');
            yield bytes;
        },
    };
}
function squashfs_damaged(evidence) {
    return (0,problem/* unreadable */.O)('the squashfs image is damaged', evidence);
}
/** 64-bit places; an impossible one is refused by whoever reads there. */
function squashfs_wide(bytes, at) {
    return bytes.readUInt32LE(at + 4) * 2 ** 32 + bytes.readUInt32LE(at);
}
/** Keeps the last blocks: neighbours share them. */
function makeCache() {
    const kept = new Map();
    return async (key, make) => {
        const known = kept.get(key);
        if (known)
            return known;
        const bytes = await make();
        if (kept.size >= 16) {
            const [oldest] = kept.keys();
            if (oldest !== undefined)
                kept.delete(oldest);
        }
        kept.set(key, bytes);
        return bytes;
    };
}
async function* readDirectory(image, place, path, depth) {
    const key = `${place.block} ${place.offset}`;
    if (depth > depthLimit || image.seen.has(key))
        throw squashfs_damaged(`directories in a circle or too deep: ${path}`);
    image.seen.add(key);
    const inode = await image.inode(place);
    if (inode.kind !== 'directory')
        throw squashfs_damaged(`${path || 'the root'} is no directory`);
    const listing = image.directory({ block: inode.start, offset: inode.fragmentOffset });
    // Three bytes of the size stand for the entries `.` and `..`, which are not stored.
    for (let missing = inode.size - 3; missing > 0;) {
        const header = await listing(12);
        const [count, block] = [header.readUInt32LE(0) + 1, header.readUInt32LE(4)];
        missing -= 12;
        if (count > 256)
            throw squashfs_damaged(`${count} entries under one header`);
        for (let i = 0; i < count; i++) {
            const entry = await listing(8);
            const length = entry.readUInt16LE(6) + 1;
            missing -= 8 + length;
            if (missing < 0)
                throw squashfs_damaged('an entry leaves its directory');
            const name = (await listing(length)).toString('utf8');
            if (name.includes('/'))
                throw new problem/* PayloadError */.t('payload-path', 'the name of a packed file has a slash', name);
            const child = path === '' ? name : `${path}/${name}`;
            yield* readEntry(image, { block, offset: entry.readUInt16LE(0) }, entry.readUInt16LE(4), child, depth);
        }
    }
}
async function* readEntry(image, place, type, path, depth) {
    const kind = inodeKinds[type];
    if (kind === 'directory') {
        yield without(path, 'other');
        yield* readDirectory(image, place, path, depth + 1);
    }
    else if (kind === 'file') {
        const inode = await image.inode(place);
        if (inode.kind !== 'file')
            throw squashfs_damaged(`${path} is no file`);
        yield { path, mode: inode.mode, kind: 'file', size: inode.size, pieces: () => image.content(inode) };
    }
    else {
        yield without(path, kind === 'link' ? 'link' : 'other');
    }
}
/** The image that starts at a place of a file. @throws PayloadError when it does not fit */
function imageAt(source, at) {
    const used = squashfs_wide((0,payload_bytes/* bytesAt */.L1)(source, at, superblockSize), 40);
    return (0,payload_bytes/* slice */.di)(source, at, Math.min(used, payload_limits/* payloadLimits */.P.total));
}

;// CONCATENATED MODULE: ./.build/js/payload/zip.js




const signatures = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50, entry: 0x02014b50, local: 0x04034b50 };
const zip_sizes = { end: 22, end64: 56, locator64: 20, entry: 46, local: 30 };
const full = { half: 0xffff, word: 0xffffffff };
const methods = { 0: 'stored', 8: 'deflate', 93: 'zstd' };
const encrypted = 1;
/** `S_IFMT` of stat(2); hexadecimal, because the formatter turns octal keys into wrong numbers. */
const fileTypes = { 0: 'file', 32768: 'file', 40960: 'link' };
/** Whether a zip archive starts like this: with an entry, or with the end of an empty one. */
function startsZip(start) {
    return start.length >= 4 && [signatures.local, signatures.end].includes(start.readUInt32LE());
}
/** Whether the source ends like a zip archive, whatever it starts with. */
function endsAsZip(source) {
    return findEnd(source) !== null;
}
/**
 * The members of a zip archive, by its directory (APPNOTE 6.3): what unpackers look at. Our own reader, because yauzl wants a
 * stream for every range and throws where nobody can catch it.
 * @throws PayloadError
 */
async function* readZip(source, meter) {
    const directory = findDirectory(source);
    let at = directory.at;
    for (let i = 0; i < directory.entries; i++) {
        const { entry, next } = zip_readEntry(source, at, directory.end);
        at = next;
        const kind = entry.name.endsWith('/') ? 'other' : (fileTypes[entry.unixMode & 0xf000] ?? 'other');
        if (kind !== 'file')
            yield without(entry.name, kind);
        else {
            const mode = entry.unixMode === 0 ? 0o755 : entry.unixMode & 0o7777;
            yield { path: entry.name, mode, kind, size: entry.size, pieces: () => contentOf(source, entry, meter) };
        }
    }
}
function zip_damaged(evidence) {
    return (0,problem/* unreadable */.O)('the zip archive is damaged', evidence);
}
function findEnd(source) {
    const length = Math.min(source.size, zip_sizes.end + full.half);
    const from = source.size - length;
    const tail = (0,payload_bytes/* bytesAt */.L1)(source, from, length);
    const mark = Buffer.from('PK\x05\x06', 'latin1');
    for (let at = tail.lastIndexOf(mark); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(mark, at - 1)) {
        // The comment ends where the file does.
        if (at + zip_sizes.end <= length && at + zip_sizes.end + tail.readUInt16LE(at + 20) === length) {
            return { record: tail.subarray(at, at + zip_sizes.end), at: from + at };
        }
    }
    return null;
}
function findDirectory(source) {
    const found = findEnd(source);
    if (!found)
        throw zip_damaged('no end of the directory');
    const { record, at: end } = found;
    const [entries, size, at] = [record.readUInt16LE(10), record.readUInt32LE(12), record.readUInt32LE(16)];
    const directory = readZip64(source, end) ?? { at, end: at + size, entries };
    if (directory.end > end || directory.entries * zip_sizes.entry > directory.end - directory.at) {
        throw zip_damaged(`a directory of ${directory.entries} entries at ${directory.at}`);
    }
    return directory;
}
/** The larger record of archives with more than 65,535 entries or 4 GiB (APPNOTE 4.3.14). */
function readZip64(source, end) {
    if (end < zip_sizes.locator64)
        return null;
    const locator = (0,payload_bytes/* bytesAt */.L1)(source, end - zip_sizes.locator64, zip_sizes.locator64);
    if (locator.readUInt32LE() !== signatures.locator64)
        return null;
    const record = (0,payload_bytes/* bytesAt */.L1)(source, zip_wide(locator, 8), zip_sizes.end64);
    if (record.readUInt32LE() !== signatures.end64)
        throw zip_damaged('no zip64 end of the directory');
    const at = zip_wide(record, 48);
    return { at, end: at + zip_wide(record, 40), entries: zip_wide(record, 32) };
}
function zip_wide(bytes, at) {
    return bytes.readUInt32LE(at + 4) * 2 ** 32 + bytes.readUInt32LE(at);
}
function zip_readEntry(source, at, end) {
    const fixed = (0,payload_bytes/* bytesAt */.L1)(source, at, zip_sizes.entry);
    if (fixed.readUInt32LE() !== signatures.entry)
        throw zip_damaged(`no entry at ${at}`);
    const [nameSize, extraSize] = [fixed.readUInt16LE(28), fixed.readUInt16LE(30)];
    const next = at + zip_sizes.entry + nameSize + extraSize + fixed.readUInt16LE(32);
    if (next > end)
        throw zip_damaged('an entry leaves the directory');
    const variable = (0,payload_bytes/* bytesAt */.L1)(source, at + zip_sizes.entry, nameSize + extraSize);
    // Zip64 puts in the extra field, in this order, what does not fit the fixed ones (APPNOTE 4.5.3).
    const large = zip64Of(variable.subarray(nameSize));
    const word = (offset) => {
        const value = fixed.readUInt32LE(offset);
        return value === full.word ? (large.shift() ?? value) : value;
    };
    const size = word(24);
    const packed = word(20);
    const header = word(42);
    return {
        next,
        entry: {
            name: variable.toString('utf8', 0, nameSize),
            flags: fixed.readUInt16LE(8),
            method: fixed.readUInt16LE(10),
            crc: fixed.readUInt32LE(16),
            packed,
            size,
            header,
            // Who writes no Unix attributes leaves zeros.
            unixMode: fixed.readUInt32LE(38) >>> 16,
        },
    };
}
function zip64Of(extra) {
    for (let at = 0; at + 4 <= extra.length;) {
        const size = extra.readUInt16LE(at + 2);
        const field = extra.subarray(at + 4, at + 4 + size);
        if (extra.readUInt16LE(at) === 1) {
            return Array.from({ length: Math.min(3, Math.floor(field.length / 8)) }, (_, i) => zip_wide(field, i * 8));
        }
        at += 4 + size;
    }
    return [];
}
async function* contentOf(source, entry, meter) {
    const method = methods[entry.method];
    if (entry.flags & encrypted)
        throw (0,problem/* unreadable */.O)('a packed file is encrypted', entry.name);
    if (!method)
        throw (0,problem/* unreadable */.O)(`a packed file is compressed by a method that is not read (${entry.method})`, entry.name);
    const local = (0,payload_bytes/* bytesAt */.L1)(source, entry.header, zip_sizes.local);
    if (local.readUInt32LE() !== signatures.local)
        throw zip_damaged(entry.name);
    const start = entry.header + zip_sizes.local + local.readUInt16LE(26) + local.readUInt16LE(28);
    const packed = (0,payload_bytes/* slice */.di)(source, start, entry.packed);
    const { crc32 } = await __nccwpck_require__.e(/* import() */ 52).then(__nccwpck_require__.bind(__nccwpck_require__, 52));
    let size = 0;
    let crc = 0;
    for await (const piece of method === 'stored' ? (0,payload_bytes/* piecesOf */.Xe)(packed) : decompress(method, packed, meter)) {
        size += piece.length;
        crc = crc32(piece, crc);
        if (size > entry.size)
            throw zip_damaged(`${entry.name} is larger than it says`);
        yield piece;
    }
    if (size !== entry.size || crc !== entry.crc)
        throw zip_damaged(entry.name);
}

;// CONCATENATED MODULE: ./.build/js/payload/unknown.js



const looked = 4096;
/** Each with the place where its own loader looks. */
const unknown_kinds = [
    // postject puts the blob into a note (`node --experimental-sea-config`)
    { name: 'a Node.js single executable application', is: ({ source, elf }) => findNote(source, elf, 'NODE_SEA') },
    // denoland/deno `cli/standalone/binary.rs`: the data starts and ends with the mark
    { name: 'a program compiled by Deno', is: ({ head, tail }) => holds('d3n0l4nd', head, tail) },
    // oven-sh/bun `StandaloneModuleGraph.zig`: appended with a trailer, later a section of its own
    {
        name: 'a program compiled by Bun',
        is: ({ head, tail, elf }) => holds('\n---- Bun! ----\n', head, tail) ?? findSection(elf, '.bun'),
    },
    // indygreg/PyOxidizer `pyembed`: resources in a section of the linker's choice, named only where it is kept apart
    { name: 'a program made by PyOxidizer', is: ({ elf }) => findSection(elf, '.pyembed') },
    {
        name: 'a zip archive at its end (pex, shiv, zipapp)',
        is: ({ source, tail }) => (tail.length > 0 && endsAsZip(source) ? 'PK' : null),
    },
];
/** The kind of package that an executable carries without us being able to open it, or null. */
function findUnknown(source, elf, trailing) {
    const length = Math.min(looked, source.size - trailing);
    const clues = {
        source,
        elf,
        head: (0,payload_bytes/* bytesAt */.L1)(source, trailing, length),
        tail: (0,payload_bytes/* bytesAt */.L1)(source, source.size - length, length),
    };
    for (const { name, is } of unknown_kinds) {
        const evidence = is(clues);
        if (evidence !== null)
            return { name, evidence };
    }
    return null;
}
const scripts = [
    { name: 'a self-extracting archive of makeself', is: start => /makeself/i.test(start) },
    { name: 'a script with a zip archive at its end (pex, shiv, zipapp)', is: (_, source) => endsAsZip(source) },
];
/** The kind of package that a script carries, or null. */
function findUnknownScript(source, start) {
    const text = start.toString('latin1');
    if (!text.startsWith('#!'))
        return null;
    const found = scripts.find(s => s.is(text, source));
    return found ? { name: found.name, evidence: text.split('\n', 1)[0] ?? '' } : null;
}
function holds(mark, ...places) {
    return places.some(p => p.length > 0 && p.includes(mark)) ? mark.trim() : null;
}
function findSection(elf, name) {
    return elf.sections.some(s => s.name === name) ? name : null;
}
/** A note whose owner's name starts like this: only the first of each segment is looked at, which is how it is injected. */
function findNote(source, elf, owner) {
    for (const { type, offset, filesz } of elf.segments) {
        if (type !== segmentTypes.note || filesz < 12 + owner.length || offset + filesz > source.size)
            continue;
        const found = (0,payload_bytes/* bytesAt */.L1)(source, offset + 12, owner.length).toString('latin1');
        if (found === owner)
            return owner;
    }
    return null;
}

;// CONCATENATED MODULE: ./.build/js/payload/payload.js















/** Bytes at the start that tell formats apart: a tar header and more. */
const startSize = 4096;
/** Packages by their first bytes. */
const payload_formats = [
    { kind: 'zip', starts: startsZip, read: readZip },
    { kind: 'deb', starts: startsDeb, read: readDeb },
    { kind: 'rpm', starts: startsRpm, read: readRpm },
    { kind: 'tar', starts: startsTar, read: source => membersOfTar((0,payload_bytes/* piecesOf */.Xe)(source)) },
];
/** Whether the members can be read. */
function isPayload(opened) {
    return 'members' in opened;
}
/**
 * Looks for a package inside a file, or a file that is one.
 * @param elf the file's structures when it is ELF, else null
 * @param name of the file: names the content of `tool.gz`
 * @returns null when nothing is packed in it
 * @throws PayloadError when something is and it makes no sense
 */
function openPayload(source, elf, name, budget) {
    return elf ? openExecutable(source, elf, budget) : openPackage(source, name, budget);
}
function payloadOf(kind, source, budget, read) {
    const meter = new Meter(budget, source.size);
    return { kind, meter, members: () => read(source, meter), close: async () => { } };
}
/** Whether these are the first bytes of a package that is opened when it lies in another; `path` is its name there. */
function looksPacked(start, path) {
    if (payload_formats.some(f => f.starts(start)))
        return true;
    return (compressionOf(start) !== null &&
        /\.(t?gz|tzst|txz|xz|zst|bz2|tbz2?)$/i.test(path) &&
        !/\.(\d|[a-z]+\.\d)\.gz$/.test(path));
}
async function openPackage(source, name, budget) {
    const start = (0,payload_bytes/* bytesAt */.L1)(source, 0, Math.min(source.size, startSize));
    const format = payload_formats.find(f => f.starts(start));
    if (format)
        return payloadOf(format.kind, source, budget, format.read);
    const compression = compressionOf(start);
    if (compression === null)
        return findUnknownScript(source, start);
    if (!isReadable(compression)) {
        throw (0,problem/* unreadable */.O)(`the archive is compressed with ${compression}, which is not read`, compression);
    }
    return openCompressed(source, compression, name, budget);
}
/** A compressed tar archive, or one compressed file: its first bytes tell, and are not decompressed twice. */
async function openCompressed(source, compression, name, budget) {
    const meter = new Meter(budget, source.size);
    const stream = new ByteStream(decompress(compression, source, meter));
    const close = () => stream.close();
    try {
        const start = Buffer.from(await stream.upTo(512));
        const isTar = startsTar(start);
        const members = () => (isTar ? membersOfTar(joined(start, stream)) : only(name, joined(start, stream)));
        return { kind: isTar ? 'tar' : compression, meter, members, close };
    }
    catch (error) {
        await close();
        throw error;
    }
}
async function* membersOfTar(pieces) {
    const stream = new ByteStream(pieces);
    try {
        yield* readTar(stream);
    }
    finally {
        await stream.close();
    }
}
/** The one file of `tool.gz`: permissions and size are not kept. */
async function* only(name, pieces) {
    const path = (name.split('/').at(-1) ?? name).replace(/\.(gz|zst|xz)$/, '');
    yield { path, mode: 0o755, kind: 'file', size: 0, pieces: () => pieces };
}
const appImage = { at: 8, mark: 'AI', squashfs: 2 };
async function openExecutable(source, elf, budget) {
    const mark = (0,payload_bytes/* bytesAt */.L1)(source, 0, Math.min(source.size, 16)).subarray(appImage.at, appImage.at + 3);
    const trailing = payload_endOf(elf, source.size);
    if (mark.toString('latin1', 0, 2) === appImage.mark)
        return openAppImage(source, mark[2] ?? 0, trailing, budget);
    const archive = findPyInstaller(source, elf, trailing);
    if (archive)
        return payloadOf('PyInstaller onefile', archive, budget, readPyInstaller);
    const nuitka = await findNuitka(source, elf);
    if (nuitka)
        return payloadOf('Nuitka onefile', nuitka.content, budget, (_, meter) => readNuitka(nuitka, meter));
    return findUnknown(source, elf, trailing);
}
/** Type 2: a squashfs image right after the program (AppImage specification). */
function openAppImage(source, type, at, budget) {
    if (type !== appImage.squashfs)
        throw (0,problem/* unreadable */.O)(`this is an AppImage of type ${type}, which is not read`, `type ${type}`);
    if (!startsSquashfs((0,payload_bytes/* bytesAt */.L1)(source, at, Math.min(4, source.size - at)))) {
        throw (0,problem/* unreadable */.O)('this is an AppImage without its image', `at ${at}`);
    }
    return payloadOf('AppImage', imageAt(source, at), budget, readSquashfs);
}
/** Where the last of segments, sections and section headers ends: what follows is no part of the program. */
function payload_endOf({ header, segments, sections }, size) {
    let end = Math.max(header.phoff + header.phnum * sizesOf(header).segment, header.shoff + header.shnum * header.shentsize);
    for (const s of segments)
        end = Math.max(end, s.offset + s.filesz);
    for (const s of sections) {
        if (s.type !== sectionTypes.noBits && s.type !== sectionTypes.nothing)
            end = Math.max(end, s.offset + s.size);
    }
    return Math.min(end, size);
}

;// CONCATENATED MODULE: ./.build/js/verify/nested-places.js




const nested_places_nowhere = { runsOn: [] };
/**
 * Where a package runs: only where everything in it does.
 * @param arch the one architecture of all of it, or null
 * @param floor the most that the package and its members need
 * @param names of the libraries that the package brings
 */
function placesOfAll(parts, arch, floor, names) {
    // A library that needs no libc promises nothing and demands nothing.
    const telling = parts.filter(p => p.runsOn.length > 0 || p.linkage !== 'shared-library');
    const [first] = telling;
    if (!first || telling.some(p => p.runsOn.length === 0))
        return nested_places_nowhere;
    const unsure = telling.find(p => p.dependsOn !== undefined);
    if (unsure)
        return { runsOn: unsure.runsOn, ...rest(unsure.notOn, unsure.dependsOn) };
    if (floor.glibc === null && floor.musl === null) {
        return telling.every(p => p.runsOn.join() === first.runsOn.join()) ? nested_places_placesOf(first) : nested_places_nowhere;
    }
    if (arch === null || telling.some(p => p.linkage === 'dynamic-musl') !== (floor.glibc === null))
        return nested_places_nowhere;
    const libc = floor.glibc === null ? 'musl' : 'glibc';
    const { runsOn, fails, depends } = reach(arch, libc, floor[libc], { gcc: gccFor(floor) });
    const needed = new Set(telling.flatMap(p => p.needed));
    const others = [...needed].filter(n => !names.has(n) && !isGlibcLibrary(n) && !libcNames.musl.test(n));
    const more = others.length > 4 ? `${others.length} more libraries` : others.join(', ');
    return { runsOn: runsOn.map(r => (more === '' ? r : `${r} with ${more}`)), ...rest(fails, depends) };
}
function nested_places_placesOf({ runsOn, notOn, dependsOn }) {
    return { runsOn, ...rest(notOn, dependsOn) };
}
function rest(notOn = [], dependsOn = []) {
    return {
        ...(notOn.length > 0 ? { notOn: [...notOn] } : {}),
        ...(dependsOn.length > 0 ? { dependsOn: [...dependsOn] } : {}),
    };
}

;// CONCATENATED MODULE: ./.build/js/verify/outcome.js

const noFloor = { glibc: null, musl: null, glibcxx: null, cxxabi: null, gcc: null };
/** The report of a file of which nothing is known yet. */
function blank(path, policy) {
    return {
        path,
        sha256: null,
        size: null,
        target: policy.target,
        arch: null,
        linkage: 'not-elf',
        interpreter: null,
        needed: [],
        floor: noFloor,
        explanations: [],
        runsOn: [],
        findings: [],
        payload: [],
        verified: false,
    };
}
/** Adds findings to a report (a failed start) and settles again whether the file is verified. */
function withFindings(report, findings) {
    const all = sortFindings([...report.findings, ...findings]);
    const wrong = all.some(f => f.severity === 'error') || report.payload.some(p => !p.verified);
    return { ...report, findings: all, verified: !wrong };
}

;// CONCATENATED MODULE: ./.build/js/verify/nested-report.js







/**
 * What is demanded of members: the same, but they may be shared libraries; those of an executable are for its machine and are
 * not bound to its commit.
 * @param outer the report of the executable that holds them, or null for an archive
 */
function memberPolicy(policy, outer) {
    const linkage = policy.linkage && [...new Set([...policy.linkage, 'shared-library'])];
    if (outer === null)
        return { ...policy, linkage };
    const { commit: _, ...rest } = policy;
    return { ...rest, linkage, arch: isArch(outer.arch) ? outer.arch : policy.arch };
}
/** Whether a report is of a package in which there was nothing to judge, and nothing wrong. */
function isNothing(report) {
    const foreign = report.findings.every(f => f.severity !== 'error' || f.id === 'not-elf');
    return report.kind !== undefined && report.linkage === 'not-elf' && report.payload.length === 0 && foreign;
}
/** Adds what was found inside to the report of the file. @param isElf whether the file itself is a program */
function withPayload(report, isElf, nested, policy) {
    const payload = nested.reports.map(r => supplied(r, nested.names));
    const whole = { ...report, kind: nested.kind, skipped: nested.skipped, payload };
    const own = report.findings.filter(f => f.id !== 'trailing-data' && !isForgiven(f, report, payload, policy));
    const raised = raise(whole, isElf, nested.names);
    const { notOn: _notOn, dependsOn: _dependsOn, ...bare } = whole;
    const base = payload.length === 0 ? whole : bare;
    return withFindings({ ...base, ...raised.fields, findings: own }, [
        ...nested.findings,
        ...applyRules(raised.findings, policy),
        ...(nested.findings.length > 0 && payload.length === 0 ? [] : summary(whole, isElf)),
    ]);
}
/** A static program that only unpacks others (AppImage's) is as good as what it unpacks. */
function isForgiven(found, report, payload, policy) {
    if (found.id !== 'linkage-mismatch' || !report.linkage.startsWith('static'))
        return false;
    return payload.some(p => policy.linkage?.includes(p.linkage)) === true;
}
/** A library that lies in the same package need not be on the system; those of the libc always come from there. */
function supplied(report, names) {
    const isHere = (f) => f.id === 'needed-not-allowed' &&
        names.has(f.evidence) &&
        !libcNames.glibc.has(f.evidence) &&
        !libcNames.musl.test(f.evidence);
    return report.findings.some(isHere)
        ? withFindings({ ...report, findings: report.findings.filter(f => !isHere(f)) }, [])
        : report;
}
function summary({ payload, kind, skipped }, isElf) {
    const bad = payload.filter(p => !p.verified);
    if (bad.length > 0) {
        const evidence = bad.slice(0, 3).map(p => p.path);
        const message = `${bad.length} of ${payload.length} packed ${payload.length === 1 ? 'file is' : 'files are'} not as demanded`;
        return [finding('payload-member', message, evidence.join(', '))];
    }
    if (isElf || payload.length > 0)
        return [];
    return [finding('not-elf', `this is a ${kind} package without any Linux executable`, `${skipped} other files`)];
}
const nested_report_series = ['glibc', 'musl', 'glibcxx', 'cxxabi', 'gcc'];
/** What the whole needs: the most of what it and its members need, and which member it is. */
function raise(report, isElf, names) {
    const { payload } = report;
    const floor = { ...report.floor };
    const by = new Map();
    for (const member of payload) {
        for (const name of nested_report_series) {
            const most = maxVersion(floor[name], member.floor[name]);
            if (most === floor[name])
                continue;
            floor[name] = most;
            by.set(name, member);
        }
    }
    const archNames = [...new Set(payload.map(p => p.arch))];
    const arch = isElf ? report.arch : archNames.length === 1 ? (archNames[0] ?? null) : null;
    const raising = [...new Set(by.values())];
    const known = new Set(report.explanations.map(e => `${e.version} ${e.library}`));
    const more = raising.flatMap(m => m.explanations).filter(e => !known.has(`${e.version} ${e.library}`));
    const libc = by.get('glibc') ? 'glibc' : by.get('musl') ? 'musl' : null;
    const told = isElf || payload.length > 1;
    return {
        fields: {
            arch,
            floor,
            explanations: [...report.explanations, ...uniqueExplanations(more)],
            ...(payload.length === 0
                ? {}
                : placesOfAll(isElf ? [report, ...payload] : payload, isArch(arch) ? arch : null, floor, names)),
        },
        findings: !told || libc === null ? [] : [raisedBy(libc, by.get(libc), report, floor)],
    };
}
function raisedBy(libc, member, report, floor) {
    const before = report.floor[libc];
    const message = `${member?.path} needs ${libc} ${floor[libc]}, ${before === null ? 'the most of all' : `the file itself ${before}`}`;
    const symbols = member?.explanations.find(e => e.version.endsWith(`_${floor[libc]}`))?.symbols ?? [];
    return finding('payload-floor', message, symbols.slice(0, 6).join(', '));
}
function uniqueExplanations(explanations) {
    const byKey = new Map(explanations.map(e => [`${e.version} ${e.library}`, e]));
    return [...byKey.values()];
}
function isArch(name) {
    return name !== null && Object.hasOwn(arch_archs, name);
}

;// CONCATENATED MODULE: ./.build/js/verify/nested.js











/** Bytes of a member that tell whether it is worth unpacking as a whole. */
const probeSize = 512;
/** Members with bad names that are told one by one. */
const toldPaths = 20;
/**
 * Judges what is packed inside a file and adds it to the file's report: members in `payload`, their worst needs in `floor`.
 * A file in which nothing is packed keeps its report as it is.
 * @param elf the file's structures, or null when it is not ELF
 */
async function judgePayload(report, source, elf, policy, options, judge) {
    const told = (found) => withFindings(report, applyRules(found, policy));
    try {
        const opened = await openPayload(source, elf, report.path, options.budget);
        if (opened === null)
            return report;
        if (!isPayload(opened))
            return told([finding('payload-unknown', `the file is ${opened.name}, which is not opened`, opened.evidence)]);
        if (options.depth >= payload_limits/* payloadLimits */.P.depth) {
            await opened.close();
            throw new problem/* PayloadError */.t('limit', `files are packed in files more than ${payload_limits/* payloadLimits */.P.depth} deep`, opened.kind);
        }
        const inner = memberPolicy(policy, elf === null ? null : report);
        const nested = await judgeMembers(opened, inner, options, judge);
        return withPayload(report, elf !== null, { ...nested, findings: applyRules(nested.findings, policy) }, policy);
    }
    catch (error) {
        if (error instanceof problem/* PayloadError */.t)
            return told([nested_problem(error)]);
        throw error;
    }
}
function nested_problem(error) {
    return finding(error.id, error.message, error.evidence);
}
async function judgeMembers(payload, policy, options, judge) {
    const { budget } = options;
    const reports = [];
    const names = new Set();
    const findings = [];
    let skipped = 0;
    try {
        for await (const member of payload.members()) {
            budget.member();
            if (isUnsafe(member.path) && findings.length < toldPaths) {
                findings.push(finding('payload-path', 'a packed file would be unpacked outside of its directory', member.path));
            }
            if (member.kind === 'link')
                names.add(baseName(member.path));
            if (member.kind !== 'file')
                continue;
            const held = await holdIfJudged(member, payload.meter);
            try {
                const deadline = Math.min(budget.deadline, performance.now() + limits.time);
                const inner = { ...options, depth: options.depth + 1, deadline };
                const facts = { name: member.path, mode: member.mode };
                const report = held && (await judge(held.source, facts, policy, inner));
                if (report === null || isNothing(report)) {
                    skipped += 1 + (report?.skipped ?? 0);
                    continue;
                }
                names.add(baseName(member.path));
                reports.push(report);
            }
            finally {
                held?.close();
            }
        }
    }
    catch (error) {
        if (!(error instanceof problem/* PayloadError */.t))
            throw error;
        findings.push(nested_problem(error));
    }
    return { kind: payload.kind, reports, names, skipped, findings };
}
/** Unpacks a member that is ELF or a package; null for all others, of which only the start is read. */
async function holdIfJudged(member, meter) {
    meter.promise(member.size);
    const stream = new ByteStream(member.pieces());
    try {
        const start = Buffer.from(await stream.upTo(probeSize));
        if (!hasMagic(start) && !looksPacked(start, member.path))
            return null;
        return await (0,held/* hold */._)(joined(start, stream));
    }
    finally {
        await stream.close();
    }
}
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/** A name that leads out of the directory where the package is unpacked; backslashes separate names on some systems. */
function isUnsafe(path) {
    return /^[/\\]|^[A-Za-z]:[/\\]|\0/.test(path) || path.split(/[/\\]/).includes('..');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./.build/js/verify/open.js

const types = [
    [s => s.isDirectory(), 'a directory'],
    [s => s.isFIFO(), 'a named pipe'],
    [s => s.isSocket(), 'a socket'],
    [s => s.isCharacterDevice() || s.isBlockDevice(), 'a device'],
];
/**
 * Opens a file without ever waiting for a writer or touching a device: asks what it is first, opens without blocking,
 * and asks again what was opened. Not asynchronous: a hop to another thread costs more than all of it.
 */
function openRegular(path) {
    let fd = null;
    try {
        const before = (0,external_node_fs_.statSync)(path);
        if (!before.isFile())
            return refuse(before);
        fd = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_NOCTTY);
        const stats = (0,external_node_fs_.fstatSync)(fd);
        if (stats.isFile())
            return { fd, stats };
        (0,external_node_fs_.closeSync)(fd);
        return refuse(stats);
    }
    catch (error) {
        if (fd !== null)
            (0,external_node_fs_.closeSync)(fd);
        return refuseError(error);
    }
}
/** What the operating system says, in a sentence; any other exception is one of ours, and says so. */
function refuseError(error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const isSystem = error instanceof Error && 'syscall' in error;
    if (!isSystem && !code.startsWith('ERR_INVALID_ARG')) {
        return { reason: 'a defect of the verifier stopped it, please report this file', evidence: String(error) };
    }
    const reasons = {
        ENOENT: 'it does not exist',
        EACCES: 'permission was denied',
        EPERM: 'permission was denied',
        ELOOP: 'its symbolic links form a loop',
        ENOTDIR: 'a part of its path is no directory',
        EISDIR: 'it is a directory',
        EIO: 'the disk has an error there',
    };
    return { reason: reasons[code] ?? 'the operating system refused', evidence: code || String(error) };
}
function refuse(stats) {
    const name = types.find(([is]) => is(stats))?.[1] ?? 'no regular file';
    return { reason: `it is ${name}`, evidence: name };
}

;// CONCATENATED MODULE: ./.build/js/verify/secrets.js

/** A copy of plain data in which no text holds the value of a secret. */
function masked(data, secrets) {
    if (secrets.length === 0)
        return data;
    const hide = (text) => secrets.reduce((rest, { value, name }) => rest.replaceAll(value, `<${name}>`), text);
    const walk = (part) => {
        if (typeof part === 'string')
            return hide(part);
        if (Array.isArray(part))
            return part.map(walk);
        if (typeof part !== 'object' || part === null)
            return part;
        return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value)]));
    };
    return walk(data);
}
/** Shorter values are found by chance: eight random bytes are in a file of 100 MB once in 10^11 times. */
const leastLength = 8;
/**
 * The values of variables that are secrets, by the names of the variables.
 * @throws BuildError `bad-input` for a variable that is not set (a check that looks for nothing always passes) or too short
 */
function secretsOf(names, env) {
    return [...new Set(names)].map(name => {
        const value = env[name]?.trim() ?? '';
        if (value.length >= leastLength)
            return { name, value };
        throw new BuildError('bad-input', value === ''
            ? `secrets: the variable ${name} is not set`
            : `secrets: the value of ${name} has less than ${leastLength} characters`, { hint: 'Name environment variables whose values must not be in the files; a short value is found by chance.' });
    });
}

;// CONCATENATED MODULE: ./.build/js/verify/judge-bytes.js
















/**
 * Judges bytes of any source against a policy. Never throws: what cannot be read, parsed or recognized is a finding,
 * and the bytes are not verified.
 */
async function judgeBytes(source, facts, policy, options = {}) {
    const empty = { ...blank(facts.name, policy), size: source.size };
    try {
        const report = await judge(source, facts, empty, policy, {
            forbiddenPaths: [],
            secrets: [],
            depth: 0,
            deadline: performance.now() + limits.time,
            digest: 'auto',
            imports: false,
            budget: new Budget(),
            ...options,
        });
        return masked(report, options.secrets ?? []);
    }
    catch (error) {
        const { reason, evidence } = refuseError(error);
        return withFindings(empty, [finding('unreadable', `the file cannot be read: ${reason}`, evidence)]);
    }
}
const noDigest = { sha256: null, hits: [], findings: [] };
const noParts = { segments: [], sections: [] };
async function judge(source, facts, empty, policy, options) {
    const { size } = source;
    const start = bytesUpTo(source, 64);
    if (!hasMagic(start)) {
        const digest = await digestOf(source, noParts, [], options.digest, options.deadline);
        const base = withFindings({ ...empty, sha256: digest.sha256 }, digest.findings);
        const report = await judgePayload(base, source, null, policy, options, judgeBytes);
        // A package is judged by its members; what could not be opened has said so.
        if (report.kind !== undefined || report.findings.some(f => f.severity === 'error'))
            return report;
        const what = describeForeign(start);
        return withFindings(report, [finding('not-elf', `this is ${what}`, start.subarray(0, 16).toString('latin1'))]);
    }
    let subject;
    try {
        const elf = readElf(source);
        const packed = isPacked(source, elf.header.phoff + elf.header.phnum * sizesOf(elf.header).segment);
        subject = makeSubject(elf, policy, { size, mode: facts.mode, packed, hits: [] });
    }
    catch (error) {
        if (!(error instanceof ElfError))
            throw error;
        const digest = await digestOf(source, noParts, [], options.digest, options.deadline);
        const damaged = finding(error.kind, error.message, error.evidence);
        return withFindings({ ...empty, sha256: digest.sha256 }, [damaged, ...digest.findings]);
    }
    const paths = [...options.forbiddenPaths, ...(policy.forbidPaths ?? [])];
    const needles = needlesFor(isStatic(subject.linkage) && subject.elf.notes.kernel !== null, paths, options.secrets);
    const isWanted = options.digest !== 'never' || needles.length > 0;
    const digest = isWanted ? await digestOf(source, subject.elf, needles, options.digest, options.deadline) : noDigest;
    const whole = { ...subject, file: { ...subject.file, hits: digest.hits } };
    const findings = [...check(whole), ...digest.findings];
    const own = { ...empty, sha256: digest.sha256, ...describe(whole, findings, options.imports) };
    return judgePayload(withFindings(own, findings), source, subject.elf, policy, options, judgeBytes);
}
/** `UPX!` */
const upxMark = 0x55505821;
/** UPX puts its mark right after the program headers (`l_info`: a checksum, then the magic). */
function isPacked(source, end) {
    const mark = Buffer.allocUnsafe(4);
    return end + 8 <= source.size && source.read(mark, end + 4) === 4 && mark.readUInt32BE() === upxMark;
}
/** The first bytes, as many as there are; not cleared before, which is most of what making a buffer costs. */
function bytesUpTo(source, most) {
    const start = Buffer.allocUnsafe(Math.min(source.size, most));
    return start.subarray(0, source.read(start, 0));
}

;// CONCATENATED MODULE: ./.build/js/verify/presets.js
/**
 * What can be demanded in one word. The checks of integrity, loading and hardening are the same in all of them; a preset
 * says what a file may need of the system that it comes to.
 */
const presets = {
    static: {
        title: 'complete in itself: no loader, no library; starts on any Linux, in an empty container too',
        linkage: ['static', 'static-pie'],
        allowLibraries: [],
    },
    glibc: {
        title: "glibc's loader and libraries and no others, no version above `glibc` where it is set",
        linkage: ['dynamic-glibc'],
        allowLibraries: [],
    },
    musl: {
        title: "static, or musl's loader and library and no others (Alpine)",
        linkage: ['static', 'static-pie', 'dynamic-musl'],
        allowLibraries: [],
    },
    any: {
        title: 'whole, loadable and not dangerous: every linkage and every library is allowed, and told',
        linkage: null,
        allowLibraries: ['*'],
    },
};
/** All names, in the order of the table. */
const presetNames = Object.keys(presets);

;// CONCATENATED MODULE: ./.build/js/verify/policies.js





/**
 * What a target promises its users, as demands on a file: static for musl and for programs without libc, dynamic with a
 * floor for glibc (the check accepts a static file there only if it provably uses no libc: pure Go).
 * @throws BuildError `bad-input` for keys that cannot be, and for a preset that no file of the target can fulfil
 */
function policyFor(target, extra) {
    const own = target.libc === 'glibc' ? 'glibc' : 'static';
    if (extra.preset && contradictions[target.libc].includes(extra.preset)) {
        throw new errors_BuildError('bad-input', `policy ${extra.preset} and target ${target.name} contradict each other`, {
            hint: `Files of this target are ${target.libc === 'glibc' ? 'dynamic' : 'static'}: name another target, or leave \`policy\` out.`,
        });
    }
    const policy = demand(extra.preset ?? null, extra.preset ?? own, extra);
    return {
        ...policy,
        target: target.name,
        arch: target.arch,
        floor: { ...policy.floor, glibc: target.floor },
        ...(target.libc === 'none' ? { cgo: false } : {}),
    };
}
const contradictions = {
    glibc: ['static', 'musl'],
    musl: ['glibc'],
    none: [],
};
/**
 * A policy for files of any architecture. Pure.
 * @param preset the word for most of it; null: what the keys mean together (a glibc is glibc's preset, nothing is `any`)
 * @throws BuildError `bad-input` for keys that contradict each other or are not known, `unknown-glibc`
 */
function policyFrom(preset, keys = {}) {
    const glibc = keys.glibc == null ? null : readFloor(keys.glibc);
    if (glibc !== null && !isKnownGlibc(glibc)) {
        throw new errors_BuildError('unknown-glibc', `glibc ${glibc} does not exist`, {
            hint: `The nearest version is ${nearestGlibc(glibc)}.`,
        });
    }
    const implied = glibc !== null ? 'glibc' : 'any';
    const own = preset ?? implied;
    if (glibc !== null && (own === 'static' || own === 'musl')) {
        throw new errors_BuildError('bad-input', `policy ${own} and glibc ${glibc} contradict each other`, {
            hint: 'A floor is for files that need glibc: `policy: glibc` or `policy: any`.',
        });
    }
    const policy = demand(preset, own, keys);
    const linkage = policy.linkage === null ? null : withLibraries(policy.linkage);
    return { ...policy, linkage, floor: { ...policy.floor, glibc } };
}
/** Demands nothing but integrity: the architecture comes from the file, its defaults apply, every library is allowed. */
function anyPolicy() {
    return policyFrom(null);
}
/** Shared libraries among the files of any target are judged by what they need: a wheel or a plugin has nothing else. */
function withLibraries(linkage) {
    return linkage.some(l => l.startsWith('dynamic-')) ? [...linkage, 'shared-library'] : linkage;
}
/** A preset with the keys on top; what was not said is left out, so that the report says what was demanded. */
function demand(said, preset, keys) {
    const row = presets[preset];
    const allow = readRules('allow', keys.allow ?? []);
    const forbid = readRules('forbid', keys.forbid ?? []);
    refuseContradiction(allow, forbid);
    const allowed = keys.allowLibraries ?? [];
    const musl = readVersion('musl', keys.musl);
    const kernel = readVersion('kernel', keys.kernel);
    const pageSize = readPageSize(keys.maxPageSize);
    return {
        target: null,
        arch: null,
        linkage: row.linkage,
        floor: { glibc: null, ...(musl === null ? {} : { musl }) },
        allowLibraries: allowed.length > 0 ? allowed : row.allowLibraries,
        ...(keys.forbidLibraries?.length ? { forbidLibraries: keys.forbidLibraries } : {}),
        ...(keys.forbidPaths?.length ? { forbidPaths: keys.forbidPaths } : {}),
        ...(keys.secrets?.length ? { secrets: keys.secrets } : {}),
        ...(keys.cpu ? { cpu: keys.cpu } : {}),
        ...(kernel === null ? {} : { kernel }),
        ...(pageSize === null ? {} : { pageSize }),
        ...(said === null ? {} : { preset: said }),
        ...(allow.length > 0 ? { allow } : {}),
        ...(forbid.length > 0 ? { forbid } : {}),
        ...(keys.commit ? { commit: keys.commit } : {}),
    };
}
function readVersion(key, text) {
    if (text == null || text.trim() === '')
        return null;
    const version = text.trim().replace(/^v/, '');
    if (/^[0-9]+(\.[0-9]+){1,2}$/.test(version))
        return version;
    throw new errors_BuildError('bad-input', `${key} is ${JSON.stringify(text)}, not a version`, {
        hint: `Write it with dots: \`${key}: ${key === 'musl' ? '1.2.3' : '3.10'}\`.`,
    });
}
const units = { '': 1, k: 1024, kib: 1024, kb: 1024 };
/** `64K`, `0x10000`, `65536`: a power of two, 4 KiB to 16 MiB. @throws BuildError `bad-input` */
function readPageSize(text) {
    if (text == null || text.trim() === '')
        return null;
    const [, number = '', unit = ''] = /^(0x[0-9a-f]+|[0-9]+)\s*([a-z]*)$/i.exec(text.trim()) ?? [];
    const bytes = Number(number) * (units[unit.toLowerCase()] ?? Number.NaN);
    if (number !== '' && bytes >= 4096 && bytes <= 1 << 24 && Number.isInteger(Math.log2(bytes)))
        return bytes;
    throw new errors_BuildError('bad-input', `max-page-size is ${JSON.stringify(text)}, not the size of a page`, {
        hint: 'A power of two: `4K`, `16K`, `64K` or `0x10000`.',
    });
}
/** The demands as the report prints them. */
function printedPolicy(policy) {
    const { linkage, allowLibraries, forbidLibraries, forbidPaths, secrets, allow, forbid, ...rest } = policy;
    return {
        ...rest,
        linkage: linkage && [...linkage],
        allowLibraries: [...allowLibraries],
        ...(forbidLibraries ? { forbidLibraries: [...forbidLibraries] } : {}),
        ...(forbidPaths ? { forbidPaths: [...forbidPaths] } : {}),
        ...(secrets ? { secrets: [...secrets] } : {}),
        ...(allow ? { allow: [...allow] } : {}),
        ...(forbid ? { forbid: [...forbid] } : {}),
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./.build/js/verify/expand.js




const expand_magic = Buffer.alloc(4);
/**
 * Finds the files: a path that exists is that file or directory, whatever characters it has; else it is a pattern
 * (`*`, `?`, `[…]`, `{a,b}`, `**`). Directories give the ELF files below them; links to directories are not followed.
 */
function expand(args) {
    const found = { files: new Set(), unreadable: new Map(), skipped: new Set() };
    const unmatched = [];
    for (const arg of args) {
        const before = found.files.size + found.unreadable.size;
        const matched = expandOne(arg, found);
        // The same file named twice is a match; a directory without ELF is none.
        if (!matched && found.files.size + found.unreadable.size === before)
            unmatched.push(arg);
    }
    return {
        files: [...found.files].sort(),
        unreadable: [...found.unreadable]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([path, refusal]) => ({ path, refusal })),
        skipped: found.skipped.size,
        unmatched,
    };
}
/** Whether the argument stands for at least one file. */
function expandOne(arg, found) {
    const kind = kindOf(arg);
    if (kind === 'directory')
        return expand_walk(arg, found);
    if (kind !== 'missing') {
        found.files.add(arg);
        return true;
    }
    let matched = false;
    for (const path of (0,external_node_fs_.globSync)(arg).sort()) {
        // `**` matches the directories and the files in them; other patterns stand for the directory itself.
        const isDirectory = kindOf(path) === 'directory';
        if (isDirectory && arg.includes('**'))
            continue;
        if (isDirectory)
            matched = expand_walk(path, found) || matched;
        else {
            found.files.add(path);
            matched = true;
        }
    }
    return matched;
}
/** Not asynchronous: a hop to another thread costs ten times as much, and a thousand files are a thousand of them. */
function kindOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory() ? 'directory' : 'other';
    }
    catch (error) {
        const { evidence } = refuseError(error);
        // What is there but cannot be looked at is named, so that judging says why.
        return evidence === 'ENOENT' || evidence === 'ENOTDIR' ? 'missing' : 'other';
    }
}
/** Takes the ELF files of a tree; links last, so that a file is named by its own name where it has one there. */
function expand_walk(root, found) {
    const links = [];
    const seen = new Set();
    let matched = walkDirectory(root, found, links, seen);
    for (const path of links)
        matched = take(path, false, found, seen) || matched;
    return matched;
}
function walkDirectory(dir, found, links, seen) {
    let entries;
    try {
        entries = (0,external_node_fs_.readdirSync)(dir, { withFileTypes: true });
    }
    catch (error) {
        found.unreadable.set(dir, refuseError(error));
        return true;
    }
    let matched = false;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = (0,external_node_path_.join)(dir, entry.name);
        if (entry.isSymbolicLink())
            links.push(path);
        else if (entry.isDirectory())
            matched = walkDirectory(path, found, links, seen) || matched;
        else
            matched = take(path, entry.isFile(), found, seen) || matched;
    }
    return matched;
}
function take(path, isFile, found, seen) {
    const wanted = isCandidate(path, isFile, seen);
    (wanted ? found.files : found.skipped).add(path);
    return wanted;
}
/**
 * ELF files, once under their real name, and files that cannot be read: nobody knows what those are. Links into nothing,
 * pipes and devices are no files.
 */
function isCandidate(path, isFile, seen) {
    const opened = openRegular(path);
    if ('reason' in opened)
        return isFile;
    try {
        if ((0,external_node_fs_.readSync)(opened.fd, expand_magic, 0, expand_magic.length, 0) < expand_magic.length || !hasMagic(expand_magic))
            return false;
        const real = external_node_fs_.realpathSync.native(path);
        if (seen.has(real))
            return false;
        seen.add(real);
        return true;
    }
    catch {
        return true;
    }
    finally {
        (0,external_node_fs_.closeSync)(opened.fd);
    }
}

;// CONCATENATED MODULE: ./.build/js/verify/judge.js






/**
 * Judges one file against a policy, from its bytes alone. Never throws and never waits: what cannot be read, parsed or
 * recognized is a finding, and the file is not verified.
 */
async function judgeFile(path, policy, options = {}) {
    const name = options.name ?? path;
    const opened = openRegular(path);
    if ('reason' in opened) {
        const cause = finding('unreadable', `the file cannot be read: ${opened.reason}`, opened.evidence);
        return withFindings(blank(name, policy), [cause]);
    }
    const { fd, stats } = opened;
    const ends = judge_spare.pop() ?? { head: Buffer.allocUnsafeSlow(endSize), tail: Buffer.allocUnsafeSlow(endSize) };
    try {
        const report = await judgeBytes(sourceOf(fd, stats.size, ends), { name, mode: stats.mode }, policy, options);
        const after = (0,external_node_fs_.fstatSync)(fd);
        const same = after.size === stats.size && after.mtimeMs === stats.mtimeMs;
        return same || report.findings.some(f => f.id === 'unreadable') ? report : withFindings(report, [fileChanged()]);
    }
    catch (error) {
        const { reason, evidence } = refuseError(error);
        return withFindings(blank(name, policy), [finding('unreadable', `the file cannot be read: ${reason}`, evidence)]);
    }
    finally {
        judge_spare.push(ends);
        (0,external_node_fs_.closeSync)(fd);
    }
}
/** Bytes at the start of a file that are read at once, and at its end: headers, names and marks are looked at one by one. */
const endSize = 1 << 14;
/** Room that is not in use: as much as files are judged at a time. */
const judge_spare = [];
/** An open file. What is asked of its ends is answered from memory after the first time. */
function sourceOf(fd, size, { head, tail }) {
    const read = (target, at) => (0,external_node_fs_.readSync)(fd, target, 0, target.length, at);
    const tailAt = Math.floor(size / endSize) * endSize;
    let headLength = -1;
    let tailLength = -1;
    return {
        size,
        read(target, at) {
            const end = at + target.length;
            if (end <= endSize) {
                if (headLength < 0)
                    headLength = read(head.subarray(0, Math.min(endSize, size)), 0);
                return head.copy(target, 0, at, Math.min(end, headLength));
            }
            if (at < tailAt || end > size)
                return read(target, at);
            if (tailLength < 0)
                tailLength = read(tail.subarray(0, size - tailAt), tailAt);
            return tail.copy(target, 0, at - tailAt, Math.min(end - tailAt, tailLength));
        },
    };
}

;// CONCATENATED MODULE: ./.build/js/verify/verify.js








/** Thrown when an argument stands for no file: nothing was judged, and the verdict for `--json` says so. */
class NothingMatched extends errors_BuildError {
    verdict;
    constructor(unmatched, skipped, verdict) {
        const names = unmatched.map(name => JSON.stringify(printable(name, 200))).join(', ');
        const others = skipped > 0 ? `; ${skipped} ${skipped === 1 ? 'file' : 'files'} skipped, not ELF` : '';
        const verb = unmatched.length === 1 ? 'matches' : 'match';
        super('nothing-matched', unmatched.length === 0 ? 'no file was named' : `${names} ${verb} nothing to verify${others}`);
        this.verdict = verdict;
    }
}
/**
 * Judges everything that the arguments stand for: files, patterns, directories (notes on each: {@link expand}). A named
 * file is always judged; in directories only ELF files are.
 * @throws NothingMatched when one of the arguments stands for nothing
 */
async function verifyPaths(args, policy, options = {}) {
    const { onFile, ...judging } = options;
    const { files, unreadable, skipped, unmatched } = expand(args);
    if (unmatched.length > 0 || files.length + unreadable.length === 0) {
        throw new NothingMatched(unmatched, skipped, verdictOf([], policy));
    }
    const refused = new Map(unreadable.map(({ path, refusal }) => [path, refusal]));
    const reports = [];
    const empty = [];
    for (const path of [...files, ...refused.keys()].sort()) {
        const report = await judgeOne(path, refused.get(path), policy, judging);
        // An archive without any ELF file stands for nothing, like such a directory.
        const judged = !isNothing(report);
        (judged ? reports : empty).push(report);
        if (judged)
            onFile?.(report);
    }
    if (empty.length > 0) {
        const others = empty.reduce((sum, r) => sum + (r.skipped ?? 0), skipped);
        throw new NothingMatched(empty.map(r => r.path), others, verdictOf([], policy));
    }
    return verdictOf(reports, policy);
}
async function judgeOne(path, refusal, policy, options) {
    if (refusal === undefined)
        return judgeFile(path, policy, options);
    const cause = finding('unreadable', `the directory cannot be read: ${refusal.reason}`, refusal.evidence);
    return withFindings(blank(path, policy), [cause]);
}
/** A run is verified only if something was judged and all of it is verified. */
function verdictOf(files, policy) {
    return {
        schema: 1,
        files: [...files],
        policy: printedPolicy(policy),
        verified: files.length > 0 && files.every(f => f.verified),
    };
}

;// CONCATENATED MODULE: ./.build/js/verify/index.js
/**
 * `portable-build/verify`: the verifier as a library. All types are here, so that the published declarations need no other
 * package; a test holds them against the schema of the JSON. Nothing that is exported is renamed or removed within a major
 * version; reports get new fields, and findings new ids, in minor ones (docs/library.md).
 */






/** Version of the reports: the `schema` of every verdict. */
const schemaVersion = 1;
/**
 * Judges files, directories and patterns (`dist/**`) from their bytes; nothing of them is run, nothing is written.
 * @throws VerifyError when a path stands for nothing, or a demand cannot be. What is wrong with a file is a finding
 */
async function verify(paths, request = {}) {
    const { onFile, imports = false, digest = 'auto' } = request;
    const args = typeof paths === 'string' ? [paths] : paths;
    return verifyPaths(args, policyOf(request), { imports, digest, ...(onFile ? { onFile } : {}) });
}
/**
 * Judges bytes that are in memory. Never throws for what is in them.
 * @param name how the report names them
 * @throws VerifyError when a demand cannot be
 */
async function verifyBytes(bytes, name, demands = {}) {
    const read = (into, at) => {
        const part = bytes.subarray(at, at + into.length);
        into.set(part);
        return part.length;
    };
    return judgeBytes({ size: bytes.length, read }, { name, mode: 0o755 }, policyOf(demands));
}
/**
 * What got worse between two verdicts: a floor rose, a library, a CPU or a finding is new, hardening or a file was lost, a file
 * grew by more than so many percent. Pure.
 */
function whatGotWorse(before, after, growth = 10) {
    return compareReports(before, after, growth).worse;
}
/** Whether a thrown thing is a mistake of the caller, with a code and what to do. */
function isVerifyError(error) {
    return error instanceof errors_BuildError;
}
function policyOf(demands) {
    const { target, policy = null, glibc = null, ...keys } = demands;
    const libc = glibc !== null || policy === 'glibc' ? 'glibc' : 'musl';
    const written = target === undefined ? [] : [parseTarget(target)];
    const [settled] = settleTargets(written, { libc, glibc }).targets;
    return settled ? policyFor(settled, { ...keys, preset: policy }) : policyFrom(policy, { ...keys, glibc });
}

var __webpack_exports__isVerifyError = __webpack_exports__.O1;
var __webpack_exports__schemaVersion = __webpack_exports__.CZ;
var __webpack_exports__verify = __webpack_exports__.MX;
var __webpack_exports__verifyBytes = __webpack_exports__.RV;
var __webpack_exports__whatGotWorse = __webpack_exports__.FY;
export { __webpack_exports__isVerifyError as isVerifyError, __webpack_exports__schemaVersion as schemaVersion, __webpack_exports__verify as verify, __webpack_exports__verifyBytes as verifyBytes, __webpack_exports__whatGotWorse as whatGotWorse };
