#ifndef WALK_H
#define WALK_H

#include "queue.h"

/* Adds every regular file at or below `path`; links are not followed. Returns 0, or an errno for `path` itself. */
int walk(const char *path, struct list *list);

#endif
