#include "compare_match.h"
#include <stdlib.h>
#include <string.h>

/* By the order alone; also finds the missing and the extra when a tolerance found no matching. */
static void merge_join(struct matching *m, struct members expected, struct members got)
{
	size_t i = 0, j = 0;
	while (i < expected.count || j < got.count) {
		int order = i >= expected.count ? 1
			    : j >= got.count    ? -1
						: node_order(&expected.nodes[i], &got.nodes[j]);
		if (order == 0) {
			if (!m->pair(m->context, &expected.nodes[i], &got.nodes[j]))
				return;
			i++;
			j++;
		} else if (order < 0) {
			m->missing = m->missing != NULL ? m->missing : &expected.nodes[i];
			i++;
		} else {
			m->extra = m->extra != NULL ? m->extra : &got.nodes[j];
			j++;
		}
	}
	m->equal = m->missing == NULL && m->extra == NULL;
}

static bool side_by_side(struct matching *m, struct members expected, struct members got)
{
	if (expected.count != got.count)
		return false;
	for (size_t i = 0; i < expected.count; i++)
		if (!m->close(m->context, &expected.nodes[i], &got.nodes[i]))
			return false;
	return true;
}

struct bipartite {
	bool close[MATCH_MOST][MATCH_MOST]; /* [expected][got] */
	int owner[MATCH_MOST]; /* of each got: the expected that it stands for, or -1 */
	bool seen[MATCH_MOST];
	size_t expected, got;
};

/* Kuhn's augmenting path; as deep as there are members, at most MATCH_MOST. */
static bool augment(struct bipartite *b, size_t expected)
{
	for (size_t j = 0; j < b->got; j++) {
		if (!b->close[expected][j] || b->seen[j])
			continue;
		b->seen[j] = true;
		if (b->owner[j] < 0 || augment(b, (size_t)b->owner[j])) {
			b->owner[j] = (int)expected;
			return true;
		}
	}
	return false;
}

static void one_for_one(struct matching *m, struct bipartite *b, struct members expected, struct members got)
{
	for (size_t j = 0; j < b->got; j++)
		b->owner[j] = -1;
	for (size_t i = 0; i < b->expected; i++) {
		memset(b->seen, 0, sizeof(b->seen));
		if (!augment(b, i) && m->missing == NULL)
			m->missing = &expected.nodes[i];
	}
	for (size_t j = b->got; j-- > 0;)
		if (b->owner[j] < 0)
			m->extra = &got.nodes[j];
}

static void several_for_one(struct matching *m, struct bipartite *b, struct members expected, struct members got)
{
	for (size_t i = b->expected; i-- > 0;)
		if (memchr(b->close[i], true, b->got) == NULL)
			m->missing = &expected.nodes[i];
	for (size_t j = b->got; j-- > 0;) {
		bool found = false;
		for (size_t i = 0; i < b->expected; i++)
			found = found || b->close[i][j];
		if (!found)
			m->extra = &got.nodes[j];
	}
}

static void bipartite_match(struct matching *m, struct members expected, struct members got)
{
	struct bipartite *b = calloc(1, sizeof(*b));
	if (b == NULL)
		abort();
	b->expected = expected.count;
	b->got = got.count;
	for (size_t i = 0; i < expected.count; i++)
		for (size_t j = 0; j < got.count; j++)
			b->close[i][j] = m->close(m->context, &expected.nodes[i], &got.nodes[j]);
	if (m->distinct)
		several_for_one(m, b, expected, got);
	else
		one_for_one(m, b, expected, got);
	m->equal = m->missing == NULL && m->extra == NULL;
	free(b);
}

void match_members(struct matching *m, struct members expected, struct members got)
{
	if (m->close != NULL && side_by_side(m, expected, got))
		m->equal = true;
	else if (m->close != NULL && !m->plain && expected.count <= MATCH_MOST && got.count <= MATCH_MOST)
		bipartite_match(m, expected, got);
	else
		merge_join(m, expected, got);
}
