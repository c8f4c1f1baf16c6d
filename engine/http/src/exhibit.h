/* What the making of an exhibit is made of. */
#pragma once
#include <jansson.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/msg.h"
#include "model/exercise.h"

/* The page with a drawing in each place that asks for one. NULL for NULL; may be `html` itself. */
const char *exhibit_draw(const char *html, const struct exercise *exercise, enum lang lang, struct arena *arena);
/* A picture and the same as a table for who cannot see it; nothing when it is no picture (picture/picture.h). */
void exhibit_figure(struct buf *out, const json_t *picture, enum lang lang);
