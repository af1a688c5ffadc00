import { describe, expect, it } from 'vitest'
import { build } from '../support/build.ts'
import { atMost, readelf } from '../support/readelf.ts'
import { start } from '../support/start.ts'
import { project } from './build.ts'

/** C of its own, and the two packages of the standard library that ask libc when they may. */
const files = {
  'go.mod': 'module example.com/withc\n\ngo 1.22\n',
  'main.go': `package main

// #cgo CPPFLAGS: -DANSWER=42
// int answer(void);
import "C"

import (
	"fmt"
	"net"
	"os/user"
)

func main() {
	who, err := user.LookupId("0")
	if err != nil {
		panic(err)
	}
	addresses, err := net.LookupHost("127.0.0.1")
	if err != nil {
		panic(err)
	}
	fmt.Println(C.answer(), who.Username, addresses[0])
}
`,
  'answer.c': 'int answer(void) { return ANSWER; }\n',
}

/** The same answer by way of a C++ exception: its runtime has to be linked, statically too. */
const { 'answer.c': _c, ...others } = files
const filesWithThrow = {
  ...others,
  'answer.cpp': `#include <stdexcept>
#include <string>
extern "C" int answer(void) {
  try {
    throw std::runtime_error(std::to_string(ANSWER));
  } catch (const std::runtime_error &e) {
    return std::stoi(e.what());
  }
}
`,
}

describe('Go with C', () => {
  it('is linked statically with musl for both architectures by default, and runs', async () => {
    const built = await build(project(files), { targets: 'amd64,arm64' })
    for (const target of ['x86_64-linux-musl', 'aarch64-linux-musl']) {
      const path = built.artifact(target, 'withc')
      expect(readelf(path)).toMatchObject({ interpreter: null, needed: [] })
      expect(await start(target, [path])).toBe('42 root 127.0.0.1\n')
    }
  })

  it('needs no glibc newer than the floor', async () => {
    const target = 'x86_64-linux-gnu.2.17'
    const built = await build(project(files), { targets: target })
    const { glibc, interpreter } = readelf(built.artifact(target, 'withc'))
    expect(interpreter).toBe('/lib64/ld-linux-x86-64.so.2')
    expect(glibc.filter(version => !atMost(version, '2.17'))).toEqual([])
    expect(await start(target, [built.artifact(target, 'withc')], { place: 'glibc 2.31' })).toBe('42 root 127.0.0.1\n')
  })

  it('brings the C++ runtime along', async () => {
    const target = 'x86_64-linux-musl'
    const path = (await build(project(filesWithThrow), { targets: target })).artifact(target, 'withc')
    expect(readelf(path)).toMatchObject({ interpreter: null, needed: [] })
    expect(await start(target, [path])).toBe('42 root 127.0.0.1\n')
  })

  it('gives the same bytes in two directories', async () => {
    const target = 'x86_64-linux-musl'
    const [one] = (await build(project(files), { targets: target })).bytes([target], 'withc')
    const [two] = (await build(project(files), { targets: target })).bytes([target], 'withc')
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true)
  })
})
