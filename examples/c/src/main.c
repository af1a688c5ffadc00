#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "queue.h"
#include "walk.h"

static const char usage[] = "usage: treesum [-j THREADS] FILE-OR-DIRECTORY...\n"
                            "Prints the SHA-256 of every file, sorted by name.\n";

static int by_path(const void *a, const void *b) {
    return strcmp(((const struct item *)a)->path, ((const struct item *)b)->path);
}

/* The number of threads that was asked for, or 0 when the text is no such number. */
static unsigned threads_from(const char *text) {
    char *end;
    errno = 0;
    unsigned long n = strtoul(text, &end, 10);
    return errno || *end || *text < '0' || *text > '9' || n > 256 ? 0 : (unsigned)n;
}

int main(int argc, char **argv) {
    struct list list = {0};
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned threads = online > 0 ? (unsigned)online : 1;
    int failed = 0, first = 1;

    if (argc > 1 && strcmp(argv[1], "--version") == 0) return printf("treesum %s\n", TREESUM_VERSION) < 0;
    if (argc > 1 && strcmp(argv[1], "--help") == 0) return printf("%s", usage) < 0;
    if (argc > 2 && strcmp(argv[1], "-j") == 0) {
        threads = threads_from(argv[2]);
        first = 3;
    }
    if (first >= argc || threads == 0) {
        fputs(usage, stderr);
        return 2;
    }
    for (int i = first; i < argc; i++) {
        int error = walk(argv[i], &list);
        if (error) {
            fprintf(stderr, "treesum: %s: %s\n", argv[i], strerror(error));
            failed = 1;
        }
    }
    int error = sum_all(&list, threads);
    if (list.count > 0 && error) {
        fprintf(stderr, "treesum: cannot start a thread: %s\n", strerror(error));
        return 2;
    }
    if (list.count > 0) qsort(list.items, list.count, sizeof *list.items, by_path);
    for (size_t i = 0; i < list.count; i++) {
        struct item *item = &list.items[i];
        if (item->error) {
            fprintf(stderr, "treesum: %s: %s\n", item->path, strerror(item->error));
            failed = 1;
        } else if (printf("%s  %s\n", item->sum, item->path) < 0) {
            failed = 1;
        }
        free(item->path);
    }
    free(list.items);
    return fflush(stdout) != 0 || failed;
}
