/* Projects that the tests ask about, the keys of a question with single quotes. */
#pragma once
/* 22 days, critical path D-E-F-G-H. */
#define EIGHT                                                                                                          \
	"'tasks': {'A': {'days': 2}, 'B': {'days': 4, 'after': 'A'}, 'C': {'days': 2, 'after': 'B'}, 'D': {'days': "   \
	"10}, "                                                                                                        \
	"'E': {'days': 1, 'after': 'D'}, 'F': {'days': 3, 'after': 'B, E'}, 'G': {'days': 1, 'after': 'F'}, "          \
	"'H': {'days': 7, 'after': 'C, G'}}, "
/* Two critical paths, DCFG and DEFG. */
#define SEVEN                                                                                                          \
	"'tasks': {'A': {'days': 2}, 'B': {'days': 3, 'after': 'A'}, 'C': {'days': 4, 'after': 'A, D'}, 'D': "         \
	"{'days': 4}, "                                                                                                \
	"'E': {'days': 4, 'after': 'D'}, 'F': {'days': 3, 'after': 'C, E'}, 'G': {'days': 2, 'after': 'B, F'}}, "
/* Each level has a shortest way that is not the longest: 0 1 2 3 4. */
#define LADDER                                                                                                         \
	"'tasks': {'A': {'days': 1}, 'B': {'days': 1, 'after': 'A'}, 'C': {'days': 1, 'after': 'AB'}, 'D': {'days': "  \
	"1, "                                                                                                          \
	"'after': ['A', 'C']}, 'E': {'days': 1, 'after': 'B D'}}, "
/* PERT: 10 days, critical path A-D-E through the dummy x. */
#define FIVE_STAGES                                                                                                    \
	"'method': 'pert', 'tasks': {'A': {'days': 3}, 'B': {'days': 2}, 'C': {'days': 4}, 'D': {'days': 5}, 'E': "    \
	"{'days': 2}}, "                                                                                               \
	"'stages': {'A': '1-2', 'B': '1-3', 'C': '2-4', 'D': '3-4', 'x': '2-3', 'E': '4-5'}, "
