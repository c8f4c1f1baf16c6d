/*
 * The text of Python strings: UTF-8 that may hold surrogates (three bytes each,
 * as 'surrogatepass' writes them), and which characters repr() shows as they are.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point at `text`, surrogates included, and its length in *used; -1 where it is malformed. */
int32_t wtf8_next(const char *text, size_t bytes, size_t *used);
/* str.isprintable() of CPython 3.11 (Unicode 14) for one code point. */
bool rune_printable(uint32_t rune);
/* The largest length <= `bytes` that does not cut a character of `text` in two. */
size_t text_cut(const char *text, size_t bytes);
