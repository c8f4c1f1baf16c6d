#include "sheet/carried.h"

int carried_sum(
	struct carried_sum *out, const struct carried_cell *cells, size_t count, struct frac credit, struct err *err)
{
	struct frac carried = FRAC_ZERO, share;

	*out = (struct carried_sum){ .direct = FRAC_ZERO, .points = FRAC_ZERO, .first_wrong = CARRIED_NONE };
	for (size_t i = 0; i < count; i++) {
		const struct carried_cell *cell = &cells[i];

		if (cell->state == CARRIED_RIGHT && frac_add(&out->direct, out->direct, cell->weight, err))
			return -1;
		if (cell->state == CARRIED_CONSISTENT && !cell->flat &&
			(frac_mul(&share, cell->weight, credit, err) || frac_add(&carried, carried, share, err)))
			return -1;
		if (cell->state == CARRIED_WRONG || cell->state == CARRIED_BLANK) {
			if (out->wrong++ == 0)
				out->first_wrong = i;
		}
	}
	out->carries = out->wrong <= (count / 4 > 1 ? count / 4 : 1);
	out->points = out->direct;
	return out->carries ? frac_add(&out->points, out->direct, carried, err) : 0;
}
