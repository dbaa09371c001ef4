/* TestU01 batteries on the keyed draws of sim/kernel/draws.py, in the orders in which the model uses them.
 *
 * crush NESTING BATTERY SEED [OUTPUT]
 *   NESTING  which field changes fastest: entity week future purpose vendor deal seed pair few
 *   BATTERY  small crush big rabbit vectors
 *   SEED     seed of the study
 *   OUTPUT   high (default): top 32 bits; both: top 32, then low 32, in turn;
 *            reversed: the lowest 32 bits in use, last bit first
 *
 * ROUNDS (2 or 3, at compile time) is the number of multiplications of the mixer; the model uses 3.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <testu01/bbattery.h>
#include <testu01/unif01.h>

#ifndef ROUNDS
#define ROUNDS 3
#endif

typedef uint64_t u64;
enum { SEED, FUTURE, VENDOR, WEEK, PURPOSE, ENTITY, DEAL, FIELDS };

static u64 mix(u64 z)
{
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
#if ROUNDS == 3
    z = (z ^ (z >> 31)) * 0xD6E8FEB86659FD93u;
    return z ^ (z >> 32);
#else
    return z ^ (z >> 31);
#endif
}

static u64 absorb(u64 key, u64 number) { return mix(key + number + 0x9E3779B97F4A7C15u); }

static u64 stream_key(const u64 *at)
{
    u64 key = 0;
    for (int field = SEED; field <= PURPOSE; field++)
        key = absorb(key, at[field]);
    return key;
}

struct nesting {
    const char *name;
    int order[FIELDS]; /* fastest first; the last one never ends */
    u64 size[FIELDS];
};

static const struct nesting NESTINGS[] = {
    {"entity", {ENTITY, WEEK, PURPOSE, VENDOR, FUTURE, SEED}, {1000, 156, 26, 3, 200000, 0}},
    {"few", {ENTITY, WEEK, PURPOSE, VENDOR, FUTURE, SEED}, {2, 156, 26, 3, 200000, 0}},
    {"week", {WEEK, ENTITY, PURPOSE, VENDOR, FUTURE, SEED}, {156, 1000, 26, 3, 200000, 0}},
    {"future", {FUTURE, WEEK, ENTITY, PURPOSE, VENDOR, SEED}, {1000, 156, 1000, 26, 3, 0}},
    {"purpose", {PURPOSE, WEEK, ENTITY, VENDOR, FUTURE, SEED}, {26, 156, 1000, 3, 200000, 0}},
    {"vendor", {VENDOR, WEEK, ENTITY, PURPOSE, FUTURE, SEED}, {3, 156, 1000, 26, 200000, 0}},
    {"deal", {DEAL, ENTITY, PURPOSE, VENDOR, FUTURE, SEED}, {16, 1000, 5, 3, 200000, 0}},
    {"seed", {SEED, WEEK, ENTITY, PURPOSE, VENDOR, FUTURE}, {65536, 156, 1000, 26, 3, 0}},
    {"pair", {ENTITY, WEEK, PURPOSE, VENDOR, FUTURE, SEED}, {1000, 156, 26, 3, 200000, 0}},
};

static const struct nesting *nesting;
static u64 at[FIELDS], key, partner_key, spare;
static int deals, pairs, output, have_spare;

static u64 draw_here(void)
{
    u64 z = absorb(key, at[ENTITY]);
    if (deals)
        return absorb(z, at[DEAL]);
    return pairs ? z ^ absorb(partner_key, at[ENTITY]) : z;
}

static void rekey(void)
{
    key = stream_key(at);
    if (pairs) {
        at[FUTURE]++;
        partner_key = stream_key(at);
        at[FUTURE]--;
    }
}

static u64 next_draw(void)
{
    u64 z = draw_here();
    int stale = 0;
    for (int place = 0; place < FIELDS - 1; place++) {
        int field = nesting->order[place];
        stale |= field <= PURPOSE;
        if (++at[field] != nesting->size[place])
            break;
        at[field] = 0;
    }
    if (stale)
        rekey();
    return z;
}

static uint32_t reversed(uint32_t x)
{
    uint32_t y = 0;
    for (int bit = 0; bit < 32; bit++, x >>= 1)
        y = (y << 1) | (x & 1);
    return y;
}

static unsigned int next_bits(void)
{
    if (output == 0)
        return (unsigned int)(next_draw() >> 32);
    if (output == 2)
        return reversed((uint32_t)(next_draw() >> 12));
    if (have_spare) {
        have_spare = 0;
        return (unsigned int)spare;
    }
    u64 z = next_draw();
    spare = (uint32_t)z;
    have_spare = 1;
    return (unsigned int)(z >> 32);
}

static void vectors(void)
{
    static const u64 cases[][7] = {
        {0, 0, 0, 0, 0, 0, 0},     {12345, 0, 0, 0, 0, 0, 0}, {12345, 0, 0, 0, 0, 1, 0}, {12345, 1, 0, 0, 0, 0, 0},
        {12345, 0, 1, 0, 0, 0, 0}, {12345, 0, 0, 1, 0, 0, 0}, {12345, 0, 0, 0, 1, 0, 0}, {12345, 0, 0, 0, 0, 0, 1},
        {(u64)1 << 63, 99999, 7, 155, 31, 999999, 40},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const u64 *c = cases[i];
        u64 k = stream_key(c), z = absorb(k, c[ENTITY]);
        printf("%016" PRIx64 " %.17g %.17g\n", k, (z >> 12) * 0x1p-52 + 0x1p-53,
               (absorb(z, c[DEAL]) >> 12) * 0x1p-52 + 0x1p-53);
    }
}

int main(int argc, char **argv)
{
    if (argc >= 2 && !strcmp(argv[1], "vectors")) {
        vectors();
        return 0;
    }
    if (argc < 4) {
        fprintf(stderr, "use: crush NESTING BATTERY SEED [high|both|reversed], or: crush vectors\n");
        return 2;
    }
    for (size_t i = 0; i < sizeof NESTINGS / sizeof *NESTINGS; i++)
        if (!strcmp(argv[1], NESTINGS[i].name))
            nesting = &NESTINGS[i];
    if (!nesting) {
        fprintf(stderr, "unknown nesting %s\n", argv[1]);
        return 2;
    }
    deals = !strcmp(argv[1], "deal");
    pairs = !strcmp(argv[1], "pair");
    at[SEED] = strtoull(argv[3], NULL, 0);
    output = argc > 4 ? (!strcmp(argv[4], "both") ? 1 : !strcmp(argv[4], "reversed") ? 2 : 0) : 0;
    rekey();
    char name[120];
    snprintf(name, sizeof name, "rounds=%d %s seed=%s output=%s", ROUNDS, argv[1], argv[3], argc > 4 ? argv[4] : "high");
    unif01_Gen *gen = unif01_CreateExternGenBits(name, next_bits);
    if (!strcmp(argv[2], "small"))
        bbattery_SmallCrush(gen);
    else if (!strcmp(argv[2], "crush"))
        bbattery_Crush(gen);
    else if (!strcmp(argv[2], "big"))
        bbattery_BigCrush(gen);
    else
        bbattery_Rabbit(gen, 0x1p27);
    unif01_DeleteExternGenBits(gen);
    return 0;
}
