/*
 * Every system call under the filter of runs, against the reviewed table.
 *
 * Twice: by the instructions of the very program that runs install, for any arguments and any architecture; and by
 * the call itself in a process made for it. An allowed call is made with arguments with which the kernel answers none
 * of the filter's own errors, so that the two cannot be taken for each other.
 */
#include <errno.h>
#include <linux/audit.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "filter.h"
#include "program.h"
#include "table.h"
#include "throwaway.h"

struct tally {
	unsigned checks, wrong;
};

static void note(struct tally *tally, const struct row *row, const char *how, const char *got, long value)
{
	tally->wrong++;
	fprintf(stderr, "line %d: %s%u %s (%s): %s %s %ld\n", row->line,
		row->way == WAY_INT80 ? "int 0x80 "
		: row->way == WAY_X32 ? "x32 "
				      : "",
		row->number, row->name, row->why, how, got, value);
}

static uint32_t action_of(const struct row *row)
{
	switch (row->must) {
	case MUST_KILL:
		return SECCOMP_RET_KILL_PROCESS;
	case MUST_ERRNO:
	case MUST_PAST:
		return SECCOMP_RET_ERRNO | (uint32_t)row->error;
	default:
		return SECCOMP_RET_ALLOW;
	}
}

static bool check_answer(
	struct tally *tally, const struct filter *filter, const struct row *row, const struct seccomp_data *data)
{
	uint32_t answer = program_answer(&filter->program, data);
	tally->checks++;
	if (answer == action_of(row))
		return true;
	note(tally, row, "by the program", "answers", answer);
	return false;
}

/* Whether further rows of the same number give cases: then the arguments do matter. */
static bool has_cases(const struct table *table, const struct row *row)
{
	for (size_t i = 0; i < table->count; i++)
		if (table->rows[i].number == row->number && table->rows[i].way == row->way &&
			!table->rows[i].any_arguments && action_of(&table->rows[i]) != action_of(row))
			return true;
	return false;
}

static void check_by_program(
	struct tally *tally, const struct filter *filter, const struct table *table, const struct row *row)
{
	static const uint64_t patterns[] = { 0, 1, 2, 3, 4, 7, 0x40, 0x200, 0x1000, 0x5412, 0x7fffffff, 0x80000000,
		UINT32_MAX, 0x100000000, 0x100000001, 0x7f0000000000, UINT64_MAX };
	struct seccomp_data data = { .nr = (int)row->number,
		.arch = row->way == WAY_INT80 ? AUDIT_ARCH_I386 : AUDIT_ARCH_X86_64 };
	for (size_t i = 0; i < 6; i++)
		data.args[i] = row->word[i] ? 0x7fff00001000 : row->args[i];
	if (!check_answer(tally, filter, row, &data) || !row->any_arguments || has_cases(table, row))
		return;
	for (size_t arg = 0; arg < 6; arg++)
		for (size_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++) {
			data.args[arg] = patterns[i];
			if (!check_answer(tally, filter, row, &data))
				return;
		}
}

/* Whatever the number, a foreign architecture kills. */
static void check_architectures(struct tally *tally, const struct filter *filter)
{
	static const uint32_t foreign[] = { AUDIT_ARCH_I386, AUDIT_ARCH_AARCH64, AUDIT_ARCH_ARM, AUDIT_ARCH_ARMEB,
		AUDIT_ARCH_RISCV64, AUDIT_ARCH_RISCV32, AUDIT_ARCH_PPC64LE, AUDIT_ARCH_S390X, AUDIT_ARCH_MIPSEL64,
		AUDIT_ARCH_LOONGARCH64, 0, UINT32_MAX };
	struct row row = { .must = MUST_KILL, .name = "any", .why = "foreign architecture" };
	for (size_t i = 0; i < sizeof(foreign) / sizeof(foreign[0]); i++)
		for (row.number = 0; row.number < 1024; row.number++) {
			struct seccomp_data data = { .nr = (int)row.number, .arch = foreign[i] };
			check_answer(tally, filter, &row, &data);
		}
	row = (struct row){ .must = MUST_KILL, .way = WAY_X32, .name = "any", .why = "every number of x32" };
	for (uint32_t number = 0; number < 4096; number++) {
		struct seccomp_data data = { .arch = AUDIT_ARCH_X86_64 };
		row.number = 0x40000000 | number;
		data.nr = (int)row.number;
		check_answer(tally, filter, &row, &data);
	}
}

static bool is_the_filters(long result)
{
	return result == -EPERM || result == -EROFS || result == -ENOSYS || result == -ENOTTY;
}

static bool as_it_must(const struct row *row, const struct outcome *outcome)
{
	switch (row->must) {
	case MUST_ALLOW:
		return outcome->returned && !is_the_filters(outcome->result);
	case MUST_ALLOW_ENDS:
		return !outcome->returned && outcome->signal != SIGSYS;
	case MUST_ERRNO:
		return outcome->returned && outcome->result == -row->error;
	case MUST_PAST:
		return outcome->returned ? outcome->result == -row->error || outcome->result == -ENXIO
					 : outcome->signal == SIGILL;
	default:
		return !outcome->returned && outcome->signal == SIGSYS;
	}
}

/* A kernel without calls of 32 bits ends the process by itself, before any filter. */
static bool has_int80(void)
{
	const struct row getpid = { .way = WAY_INT80, .number = 20 };
	struct outcome outcome;
	return throwaway_call(&outcome, NULL, &getpid) && outcome.returned;
}

static void check_by_call(struct tally *tally, const struct filter *filter, const struct row *row, bool int80)
{
	struct outcome outcome;
	bool made = throwaway_call(&outcome, filter, row);
	tally->checks++;
	if (!made || !outcome.tried)
		note(tally, row, "by the call", "could not be tried", 0);
	else if (row->way == WAY_INT80 && !int80 ? outcome.signal != SIGSEGV : !as_it_must(row, &outcome))
		note(tally, row, "by the call", outcome.returned ? "returned" : "ended by signal",
			outcome.returned ? outcome.result : outcome.signal);
}

int main(int argc, char **argv)
{
	struct table table;
	struct filter filter;
	struct tally tally = { 0 };
	if (argc != 2 || !table_read(&table, argv[1]))
		return 2;
	if (filter_build(&filter) < 0) {
		perror("build the filter");
		return 2;
	}
	for (size_t i = 0; i < table.count; i++)
		check_by_program(&tally, &filter, &table, &table.rows[i]);
	check_architectures(&tally, &filter);
	if (!throwaway_leave_host())
		return 2;
	bool int80 = has_int80();
	for (size_t i = 0; i < table.count; i++)
		check_by_call(&tally, &filter, &table.rows[i], int80);
	free(filter.program.filter);
	free(table.rows);
	printf("%zu rows, %u checks, %u wrong\n", table.count, tally.checks, tally.wrong);
	return tally.wrong == 0 ? 0 : 1;
}
