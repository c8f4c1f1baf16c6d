#include "program.h"
#include <stdbool.h>
#include <string.h>

static bool jumps(const struct sock_filter *at, uint32_t accumulator)
{
	switch (at->code) {
	case BPF_JMP | BPF_JEQ | BPF_K:
		return accumulator == at->k;
	case BPF_JMP | BPF_JGT | BPF_K:
		return accumulator > at->k;
	case BPF_JMP | BPF_JGE | BPF_K:
		return accumulator >= at->k;
	default:
		return accumulator & at->k; /* BPF_JSET: the caller let nothing else pass */
	}
}

uint32_t program_answer(const struct sock_fprog *program, const struct seccomp_data *data)
{
	uint32_t accumulator = 0;
	for (size_t next = 0; next < program->len;) {
		const struct sock_filter *at = &program->filter[next++];
		switch (at->code) {
		case BPF_LD | BPF_W | BPF_ABS:
			if (at->k % 4 || at->k > sizeof(*data) - 4)
				return UINT32_MAX;
			memcpy(&accumulator, (const char *)data + at->k, sizeof(accumulator));
			break;
		case BPF_ALU | BPF_AND | BPF_K:
			accumulator &= at->k;
			break;
		case BPF_JMP | BPF_JA:
			next += at->k;
			break;
		case BPF_JMP | BPF_JEQ | BPF_K:
		case BPF_JMP | BPF_JGT | BPF_K:
		case BPF_JMP | BPF_JGE | BPF_K:
		case BPF_JMP | BPF_JSET | BPF_K:
			next += jumps(at, accumulator) ? at->jt : at->jf;
			break;
		case BPF_RET | BPF_K:
			return at->k;
		default:
			return UINT32_MAX;
		}
	}
	return UINT32_MAX;
}
