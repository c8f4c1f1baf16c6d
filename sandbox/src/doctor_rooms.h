/*
 * The probes that make a user namespace first: what is needed to build a room. Each as in doctor_probes.h: 0, or -1 with
 * errno and *step, in a process that may be thrown away.
 */
#pragma once

int rooms_user(const char **step);
int rooms_mount(const char **step);
int rooms_pid(const char **step);
int rooms_net(const char **step);
int rooms_ipc(const char **step);
int rooms_uts(const char **step);
int rooms_tmpfs(const char **step);
int rooms_mounts(const char **step);
int rooms_capabilities(const char **step);
int rooms_clone3(const char **step);

/* Writes a text into a file of /proc. */
int rooms_write(const char *path, const char *text);
