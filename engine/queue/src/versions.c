/*
 * Which versions are surely stored: a small table where a new entry takes the
 * place of an old one. A digest that is not in it costs a copy, never an error.
 */
#include <stdlib.h>
#include <string.h>
#include "inner.h"

enum { SLOTS = 512, TENANT_BYTES = 64 };

struct version {
	char tenant[TENANT_BYTES], digest[SHA256_TEXT];
};
struct versions {
	pthread_mutex_t mutex;
	struct version slots[SLOTS];
};

struct versions *versions_new(void)
{
	struct versions *versions = calloc(1, sizeof(*versions));

	if (versions)
		pthread_mutex_init(&versions->mutex, NULL);
	return versions;
}

void versions_free(struct versions *versions)
{
	if (!versions)
		return;
	pthread_mutex_destroy(&versions->mutex);
	free(versions);
}

static struct version *slot(struct versions *versions, const char *tenant, const char *digest)
{
	uint32_t hash = 2166136261u;

	if (strlen(tenant) >= TENANT_BYTES || strlen(digest) >= SHA256_TEXT)
		return NULL;
	for (const char *c = tenant; *c; c++)
		hash = (hash ^ (unsigned char)*c) * 16777619u;
	for (const char *c = digest; *c; c++)
		hash = (hash ^ (unsigned char)*c) * 16777619u;
	return &versions->slots[hash % SLOTS];
}

bool versions_has(struct versions *versions, const char *tenant, const char *digest)
{
	struct version *version = slot(versions, tenant, digest);
	bool has;

	if (!version)
		return false;
	pthread_mutex_lock(&versions->mutex);
	has = strcmp(version->tenant, tenant) == 0 && strcmp(version->digest, digest) == 0;
	pthread_mutex_unlock(&versions->mutex);
	return has;
}

void versions_add(struct versions *versions, const char *tenant, const char *digest)
{
	struct version *version = slot(versions, tenant, digest);

	if (!version)
		return;
	pthread_mutex_lock(&versions->mutex);
	memcpy(version->tenant, tenant, strlen(tenant) + 1);
	memcpy(version->digest, digest, strlen(digest) + 1);
	pthread_mutex_unlock(&versions->mutex);
}
