#ifndef QUEUE_H
#define QUEUE_H

#include <stddef.h>

/* One file: its path, and either its sum in hex or the errno that reading it gave. */
struct item {
    char *path;
    char sum[65];
    int error;
};

struct list {
    struct item *items;
    size_t count, room;
};

/* Takes the path over. */
void list_add(struct list *list, char *path);

/* Fills in the sum of every item, in `threads` threads. Returns 0, or the errno of a thread that could not start. */
int sum_all(struct list *list, unsigned threads);

#endif
