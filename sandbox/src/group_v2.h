/*
 * Where the groups of cgroup v2 may be made. The kernel's rule: a group with processes of its own (but the root) may give
 * its children no controllers.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/*
 * Gives the folder below which this process may make groups with memory and pids; false: there is none.
 *
 *  1. its own group, when that is the root, or delegated: then all that runs in it goes to the leaf "bareme-main" first;
 *  2. else the nearest group above that has the controllers and that we may write, so that a group which somebody
 *     else manages (a login session, a service without Delegate=) stays as it is;
 *  3. else its own group after all, as 1., if we may: what a container or an old systemd hands over says nothing of it.
 */
bool group_v2_home(char *out, size_t size);
/* memory and pids for the children of `folder`. */
bool group_v2_enable(const char *folder);
