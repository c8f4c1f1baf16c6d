/*
 * Answers to questions on graphs. Whatever comes in is read or told to be unreadable, reading and marking agree, the points
 * lie between none and all, and what is unreadable earns nothing and says why.
 * links: grader_graph
 */
#include "../answer_check.h"
#include "grader_graph/grader_graph.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

#define EXERCISE(ask)                                                                                                  \
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"graph\", \"points\": 20, "      \
	"\"graph\": {\"vertices\": \"ABCD\", \"arcs\": \"AB:4 AC:1 CB:2 BD:5 CD:9\"}, \"from\": \"A\", \"to\": "       \
	"\"D\", "                                                                                                      \
	"\"ask\": [" ask "]}]}"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static const struct kind *const kinds[] = { &graph_kind, NULL };
	static const char *const exercises[] = { EXERCISE("\"adjacency-matrix\""), EXERCISE("\"predecessors\""),
		EXERCISE("\"levels\""), EXERCISE("\"distances\""), EXERCISE("\"shortest-path\""),
		EXERCISE("\"hamiltonian-path\""), EXERCISE("\"spanning-tree\""), EXERCISE("\"ordered-by-level\""),
		EXERCISE("\"colouring\""), EXERCISE("\"levels\", \"longest-path\", \"components\"") };
	struct arena *cleanup_arena arena = arena_new(0);

	for (size_t i = 0; i < sizeof(exercises) / sizeof(exercises[0]); i++)
		try_answers(exercises[i], kinds, data, bytes, arena);
	return 0;
}
