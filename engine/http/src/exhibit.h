/* What the making of an exhibit is made of. */
#pragma once
#include "base/arena.h"
#include "base/msg.h"
#include "model/exercise.h"

/* The page with a drawing in each place that asks for one. NULL for NULL; may be `html` itself. */
const char *exhibit_draw(const char *html, const struct exercise *exercise, enum lang lang, struct arena *arena);
