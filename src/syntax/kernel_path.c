/* Which kernels this processor can run.
 *
 * SPDX-License-Identifier: Apache-2.0 */
#include "syntax/kernel.h"

extern const kernel_set kernel_plain;

#if defined(__x86_64__)
extern const kernel_set kernel_avx2;
extern const kernel_set kernel_vnni;

const kernel_set *kernel_path(size_t i)
{
    const kernel_set *paths[4] = {NULL};
    size_t count = 0;
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni"))
        paths[count++] = &kernel_vnni;
    if (__builtin_cpu_supports("avx2"))
        paths[count++] = &kernel_avx2;
    paths[count++] = &kernel_plain;
    return i < count ? paths[i] : NULL;
}
#else
const kernel_set *kernel_path(size_t i)
{
    return i == 0 ? &kernel_plain : NULL;
}
#endif
