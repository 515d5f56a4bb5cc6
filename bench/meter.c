/* Meter: runs a command once and says what it took.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     meter INPUT COMMAND [ARGUMENT ...]
 *
 * INPUT is the command's standard input; what it prints is thrown away. One line comes out: seconds
 * on the clock, seconds of processor, peak memory in KiB, exit status. Linux counts towards a
 * process's peak what its parent held when it forked, so the parent must be as small as this. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
    extern char **environ;
    posix_spawn_file_actions_t files;
    struct timespec began;
    struct timespec ended;
    struct rusage usage;
    pid_t child = 0;
    int status = 0;
    if (argc < 3) {
        fputs("usage: meter INPUT COMMAND [ARGUMENT ...]\n", stderr);
        return 2;
    }
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, argv[1], O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    clock_gettime(CLOCK_MONOTONIC, &began);
    if (posix_spawn(&child, argv[2], &files, NULL, argv + 2, environ) != 0 ||
        wait4(child, &status, 0, &usage) < 0) {
        fprintf(stderr, "meter: %s cannot be run\n", argv[2]);
        return 1;
    }
    clock_gettime(CLOCK_MONOTONIC, &ended);
    printf("%.6f %.6f %ld %d\n",
           (double)(ended.tv_sec - began.tv_sec) + (double)(ended.tv_nsec - began.tv_nsec) / 1e9,
           seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss,
           WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    posix_spawn_file_actions_destroy(&files);
    return 0;
}
