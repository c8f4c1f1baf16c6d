/*
 * What a BPF program of a system-call filter answers, worked out without the kernel: the same instructions as the
 * kernel's, of the few kinds that such programs use. It settles what a call alone cannot tell: whether EPERM came
 * from the filter or from the kernel behind it.
 */
#pragma once
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdint.h>

/* The action and its data, as SECCOMP_RET_*; UINT32_MAX on an instruction of another kind. */
uint32_t program_answer(const struct sock_fprog *program, const struct seccomp_data *data);
