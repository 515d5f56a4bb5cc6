/* Speed of the encoder: pieces a second on every path that this processor can run.
 *
 * SPDX-License-Identifier: Apache-2.0
 *
 *     chancery-bench-encode [SECONDS] [PIECES] [SENTENCES] [PATH]
 *
 * A network of random numbers, of the size of the real one, encodes SENTENCES sentences of PIECES
 * pieces at a time on one thread. Beside the speed stands the share that the encoder's products of
 * bytes would take if nothing else were done and a multiplier never waited: the peak is measured
 * with products that stay in registers. */
#include <stdio.h>
#include <time.h>

#include "../tests/unit/encode_fixture.h"

#if defined(__x86_64__)
#include <immintrin.h>
#if defined(__clang__)
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("GCC unroll 16")
#endif
#endif

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

#if defined(__x86_64__)
enum { CHAINS = 10, STEPS = 20000000 };

__attribute__((target("avx512f,avx512vnni"))) static double vnni_peak(volatile int *sink)
{
    __m512i sum[CHAINS];
    __m512i a = _mm512_set1_epi8(1);
    for (int c = 0; c < CHAINS; c++)
        sum[c] = _mm512_set1_epi32(c);
    double began = now();
    for (int i = 0; i < STEPS; i++) {
        UNROLL
        for (int c = 0; c < CHAINS; c++)
            sum[c] = _mm512_dpbusd_epi32(sum[c], a, a);
    }
    double spent = now() - began;
    for (int c = 0; c < CHAINS; c++)
        *sink = _mm512_reduce_add_epi32(sum[c]);
    return 64.0 * CHAINS * STEPS / spent;
}

/* As the tile does it: sign, multiply, widen, add. The empty assembly hides from the compiler that
 * all the rounds are the same. */
__attribute__((target("avx2"))) static double avx2_peak(volatile int *sink)
{
    __m256i sum[CHAINS];
    __m256i ones = _mm256_set1_epi16(1);
    __m256i a = _mm256_set1_epi8(1);
    for (int c = 0; c < CHAINS; c++)
        sum[c] = _mm256_set1_epi32(c);
    double began = now();
    for (int i = 0; i < STEPS; i++) {
        UNROLL
        for (int c = 0; c < CHAINS; c++) {
            __asm__ volatile("" : "+x"(a));
            __m256i pair = _mm256_maddubs_epi16(a, _mm256_sign_epi8(a, a));
            sum[c] = _mm256_add_epi32(sum[c], _mm256_madd_epi16(pair, ones));
        }
    }
    double spent = now() - began;
    for (int c = 0; c < CHAINS; c++)
        *sink = _mm256_extract_epi32(sum[c], 0);
    return 32.0 * CHAINS * STEPS / spent;
}

static double peak_of(const char *name)
{
    volatile int sink = 0;
    if (strcmp(name, "vnni") == 0)
        return vnni_peak(&sink);
    return strcmp(name, "avx2") == 0 ? avx2_peak(&sink) : 0.0;
}
#else
static double peak_of(const char *name)
{
    (void)name;
    return 0.0;
}
#endif

/* Products of bytes that a piece takes in the layers. */
static double products_per_piece(const net_config *c)
{
    return (double)c->layers * c->hidden * (4.0 * c->hidden + 2.0 * c->inner);
}

static void measure(const net *n, const kernel_set *kernels, const net_pieces *sentences,
                    size_t count, double seconds)
{
    net_scores *scores = calloc(count, sizeof *scores);
    net_scratch *scratch = net_scratch_new_with(kernels);
    double peak = peak_of(kernels->name);
    size_t pieces = 0;
    double spent = 0.0;
    if (!scores || !scratch)
        abort();
    for (int round = 0; round == 0 || spent < seconds; round++) {
        double began = now();
        if (net_encode(n, sentences, count, scratch, scores, NULL))
            abort();
        if (round == 0)
            continue;
        spent += now() - began;
        for (size_t i = 0; i < count; i++)
            pieces += sentences[i].piece_count + 2;
    }
    double speed = (double)pieces / spent;
    double rate = speed * products_per_piece(&n->config);
    printf("%-6s %8.0f pieces/s %7.0f sentences/s %6.1f G products/s", kernels->name, speed,
           speed / (double)(sentences[0].piece_count + 2), rate / 1e9);
    if (peak > 0.0)
        printf(", %4.1f %% of %.0f", 100.0 * rate / peak, peak / 1e9);
    printf("\n");
    net_scratch_free(scratch);
    free(scores);
}

int main(int argc, char **argv)
{
    double seconds = argc > 1 ? strtod(argv[1], NULL) : 3.0;
    size_t length = argc > 2 ? strtoul(argv[2], NULL, 10) : 28;
    size_t count = argc > 3 ? strtoul(argv[3], NULL, 10) : 64;
    random_net r = {0};
    uint64_t state = 5;
    random_sentence *sentences = calloc(count, sizeof *sentences);
    net_pieces *pieces = calloc(count, sizeof *pieces);
    if (!sentences || !pieces || length == 0 || length > 254)
        abort();
    r.n.config = (net_config){.layers = 6,
                              .hidden = 384,
                              .heads = 12,
                              .inner = 1536,
                              .positions = 256,
                              .vocabulary = 30000,
                              .case_rows = 10,
                              .upos = 17,
                              .xpos = 50,
                              .feats = 400,
                              .lemma = 700,
                              .ner = 37,
                              .arc = 256,
                              .rel = 256,
                              .deprel = 50,
                              .cls = 1,
                              .sep = 2};
    random_fill(&r, RANDOM_TAME, 1);
    for (size_t i = 0; i < count; i++) {
        random_pieces(&r.n, &sentences[i], length, &state);
        pieces[i] = sentences[i].pieces;
    }
    for (size_t i = 0; kernel_path(i); i++)
        if (argc <= 4 || strcmp(argv[4], kernel_path(i)->name) == 0)
            measure(&r.n, kernel_path(i), pieces, count, seconds);
    random_free(&r);
    free(sentences);
    free(pieces);
    return 0;
}
