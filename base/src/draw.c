#include "base/draw.h"
#include <string.h>
#include "base/buf.h"
#include "base/id.h"

void draw_open(struct draw *draw, uint64_t seed, const char *name)
{
	static const char label[] = "bareme draw 1";
	struct buf cleanup_buf text = BUF_INIT;
	uint8_t digest[32];

	buf_add(&text, label, sizeof(label));
	for (int i = 0; i < 8; i++)
		buf_addch(&text, (char)(seed >> (8 * i)));
	buf_addstr(&text, name);
	sha256_raw(digest, text.data, text.len);
	for (size_t i = 0; i < 4; i++) {
		draw->state[i] = 0;
		for (size_t j = 8; j > 0; j--)
			draw->state[i] = draw->state[i] << 8 | digest[8 * i + j - 1];
	}
}

static uint64_t rotate(uint64_t x, int bits)
{
	return x << bits | x >> (64 - bits);
}

uint64_t draw_bits(struct draw *draw)
{
	uint64_t *s = draw->state;
	uint64_t out = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= t;
	s[3] = rotate(s[3], 45);
	return out;
}

/* What lies above the last multiple of the bound would favour the small values: it is drawn again. */
uint64_t draw_below_wide(struct draw *draw, uint64_t bound)
{
	uint64_t left_over = -bound % bound, bits;

	do
		bits = draw_bits(draw);
	while (bits < left_over);
	return bits % bound;
}

uint32_t draw_below(struct draw *draw, uint32_t bound)
{
	return (uint32_t)draw_below_wide(draw, bound);
}
