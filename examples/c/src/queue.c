#include "queue.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "sha256.h"

enum { MAX_THREADS = 256 };

struct work {
    struct list *list;
    atomic_size_t next;
};

void list_add(struct list *list, char *path) {
    if (list->count == list->room) {
        list->room = list->room ? 2 * list->room : 256;
        list->items = realloc(list->items, list->room * sizeof *list->items);
        if (!list->items) {
            perror("treesum");
            exit(2);
        }
    }
    list->items[list->count++] = (struct item){.path = path};
}

static void sum_one(struct item *item) {
    unsigned char buffer[1 << 16], digest[SHA256_BYTES];
    struct sha256 sum;
    size_t n;
    FILE *file = fopen(item->path, "rb");
    if (!file) {
        item->error = errno;
        return;
    }
    sha256_start(&sum);
    while ((n = fread(buffer, 1, sizeof buffer, file)) > 0) sha256_add(&sum, buffer, n);
    if (ferror(file)) item->error = errno ? errno : EIO;
    fclose(file);
    sha256_end(&sum, digest);
    for (int i = 0; i < SHA256_BYTES; i++) snprintf(item->sum + 2 * i, 3, "%02x", digest[i]);
}

static void *run(void *argument) {
    struct work *work = argument;
    size_t i;
    while ((i = atomic_fetch_add(&work->next, 1)) < work->list->count) sum_one(&work->list->items[i]);
    return NULL;
}

int sum_all(struct list *list, unsigned threads) {
    struct work work = {.list = list};
    pthread_t ids[MAX_THREADS];
    pthread_attr_t attributes;
    unsigned started = 0;
    int error = 0;
    if (threads > MAX_THREADS) threads = MAX_THREADS;
    if (threads > list->count) threads = (unsigned)list->count;
    pthread_attr_init(&attributes);
    /* musl gives threads 128 KiB by default: the buffer above takes half of it, so say what is needed. */
    pthread_attr_setstacksize(&attributes, 1 << 20);
    while (started < threads) {
        error = pthread_create(&ids[started], &attributes, run, &work);
        if (error) break;
        started++;
    }
    for (unsigned i = 0; i < started; i++) pthread_join(ids[i], NULL);
    pthread_attr_destroy(&attributes);
    return started > 0 ? 0 : error;
}
