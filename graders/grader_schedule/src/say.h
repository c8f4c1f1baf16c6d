/* Inside the kind `schedule`: what is said of an answer. */
#pragma once
#include "judge.h"
