/* The service's processes; what each is given stands in dispatch/roles.h. */
#pragma once

int front_role(int argc, char **argv);
int grader_role(int argc, char **argv);
