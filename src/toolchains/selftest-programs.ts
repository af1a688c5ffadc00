/** A program of the self-test and what it prints when all is well. */
interface Program {
  readonly name: string
  readonly language: 'c' | 'c++'
  readonly text: string
  readonly prints: string
}

/** zig before 0.12 lost errno of a failed stat() for glibc before 2.33 (the wrappers around __xstat). */
export const errnoProgram: Program = {
  name: 'errno',
  language: 'c',
  prints: 'ENOENT',
  text: `#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
int main(void) {
  struct stat s;
  errno = 0;
  if (stat("/portable-build/does/not/exist", &s) == 0) return 2;
  if (errno != ENOENT) return printf("errno %d\\n", errno), 1;
  return puts("ENOENT") < 0;
}
`,
}

/** Exceptions need the unwinder's tables and its own synchronisation; static programs get both from zig. */
export const throwProgram: Program = {
  name: 'throw',
  language: 'c++',
  prints: '400',
  text: `#include <atomic>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>
static std::atomic<int> caught{0};
static void deep(int n) {
  std::string held(static_cast<size_t>(n) + 1, 'x');
  if (n == 0) throw std::runtime_error("thrown");
  deep(n - 1);
}
int main() {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; t++)
    threads.emplace_back([] {
      for (int i = 0; i < 100; i++) try { deep(10); } catch (const std::exception& e) {
        if (std::string(e.what()) == "thrown") caught++;
      }
    });
  for (auto& t : threads) t.join();
  std::printf("%d\\n", caught.load());
}
`,
}

/** A loop that every optimizer turns into vector code: with which registers is the question. */
export const baselineProgram: Program = {
  name: 'baseline',
  language: 'c',
  prints: '',
  text: `void scale(float *restrict to, const float *restrict from, float by, int n) {
  for (int i = 0; i < n; i++) to[i] += from[i] * by;
}
`,
}
