#include "walk.h"

#include <errno.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>

static struct list *found; /* nftw has no argument for its callback */

static int visit(const char *path, const struct stat *stat, int type, struct FTW *at) {
    (void)at;
    if (type == FTW_F && S_ISREG(stat->st_mode)) {
        char *copy = strdup(path);
        if (!copy) return errno;
        list_add(found, copy);
    }
    return 0;
}

int walk(const char *path, struct list *list) {
    struct stat stat_of;
    if (lstat(path, &stat_of) != 0) return errno;
    found = list;
    int result = nftw(path, visit, 32, FTW_PHYS);
    return result < 0 ? errno : result;
}
