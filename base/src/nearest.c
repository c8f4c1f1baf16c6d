/* "Did you mean": the distance of Damerau and Levenshtein (neighbours swapped count one). */
#include <string.h>
#include "base/json.h"

enum { LONGEST = 48 };

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int distance(const char *a, const char *b)
{
	int rows[LONGEST + 1][LONGEST + 1];
	int m = (int)strlen(a), n = (int)strlen(b);

	for (int i = 0; i <= m; i++)
		rows[i][0] = i;
	for (int j = 0; j <= n; j++)
		rows[0][j] = j;
	for (int i = 1; i <= m; i++) {
		for (int j = 1; j <= n; j++) {
			int cost = a[i - 1] != b[j - 1];

			rows[i][j] = least(least(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				rows[i][j] = least(rows[i][j], rows[i - 2][j - 2] + 1);
		}
	}
	return rows[m][n];
}

const char *nearest_name(const char *word, const char *const *names)
{
	size_t length = strlen(word);
	int bound = length < 6 ? 1 : length < 9 ? 2 : 3;
	const char *best = NULL;
	int best_distance = bound + 1;

	if (length == 0 || length > LONGEST)
		return NULL;
	for (; *names != NULL; names++) {
		int far;

		if (strlen(*names) > LONGEST)
			continue;
		far = distance(word, *names);
		if (far < best_distance) {
			best = *names;
			best_distance = far;
		}
	}
	return best;
}
