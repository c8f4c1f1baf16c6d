#include "auth.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <fcntl.h>
#include "base/file.h"
#include "base/id.h"
#include "route.h"

enum { TOKEN_FILE_MAX = 1 << 20, TOKENS_MAX = 1000, TOKEN_MAX = 512 };

struct token {
	char name[sizeof(((struct caller *)0)->name)];
	unsigned scopes;
	char digest[SHA256_TEXT];
};

struct keyring {
	size_t count;
	struct token tokens[];
};

static bool read_scopes(const char *text, size_t bytes, unsigned *scopes)
{
	static const enum scope all[] = { SCOPE_SUBMIT, SCOPE_READ, SCOPE_READ_TESTS, SCOPE_OPERATE,
		SCOPE_HANDED_IN_AT };

	*scopes = 0;
	for (size_t at = 0; at < bytes;) {
		const char *comma = memchr(text + at, ',', bytes - at);
		size_t length = comma != NULL ? (size_t)(comma - text) - at : bytes - at;
		unsigned found = 0;

		for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
			const char *name = scope_name(all[i]);

			if (strlen(name) == length && memcmp(name, text + at, length) == 0)
				found = all[i];
		}
		if (found == 0)
			return false;
		*scopes |= found;
		at += length + 1;
	}
	return *scopes != 0;
}

static int read_token(struct token *token, const char *line, size_t bytes, size_t number, struct err *err)
{
	const char *words[3];
	size_t lengths[3], count = 0;

	for (size_t at = 0; at < bytes;) {
		size_t length = 0;

		while (at + length < bytes && strchr(" \t\r", line[at + length]) == NULL)
			length++;
		if (length > 0 && count == 3)
			return err_set(err, ERR_INPUT, "line %zu: more than three words", number);
		if (length > 0) {
			words[count] = line + at;
			lengths[count++] = length;
		}
		at += length + 1;
	}
	if (count != 3)
		return err_set(err, ERR_INPUT, "line %zu: expected NAME SCOPE[,SCOPE] sha256:HEX", number);
	if (lengths[0] >= sizeof(token->name))
		return err_set(
			err, ERR_INPUT, "line %zu: the name is longer than %zu bytes", number, sizeof(token->name) - 1);
	memcpy(token->name, words[0], lengths[0]);
	token->name[lengths[0]] = '\0';
	if (!read_scopes(words[1], lengths[1], &token->scopes))
		return err_set(err, ERR_INPUT,
			"line %zu: scopes are among submit, read, read-tests, operate, handed-in-at", number);
	if (lengths[2] != SHA256_TEXT - 1 || strncmp(words[2], "sha256:", 7) != 0 ||
		strspn(words[2] + 7, "0123456789abcdef") < SHA256_TEXT - 8)
		return err_set(err, ERR_INPUT,
			"line %zu: the last word is sha256: and 64 lower-case hexadecimal digits", number);
	memcpy(token->digest, words[2], lengths[2]);
	token->digest[lengths[2]] = '\0';
	return 0;
}

struct keyring *keyring_parse(const char *text, size_t bytes, struct err *err)
{
	struct keyring *keyring = calloc(1, sizeof(*keyring) + TOKENS_MAX * sizeof(keyring->tokens[0]));
	size_t number = 0;

	if (keyring == NULL)
		abort();
	for (size_t at = 0; at < bytes;) {
		const char *end = memchr(text + at, '\n', bytes - at);
		size_t length = end != NULL ? (size_t)(end - text) - at : bytes - at;
		const char *line = text + at;
		size_t blank = 0;

		number++;
		at += length + 1;
		while (blank < length && (line[blank] == ' ' || line[blank] == '\t' || line[blank] == '\r'))
			blank++;
		if (blank == length || line[blank] == '#')
			continue;
		if (keyring->count == TOKENS_MAX) {
			err_set(err, ERR_TOO_LARGE, "more than %d tokens", TOKENS_MAX);
			goto fail;
		}
		if (read_token(&keyring->tokens[keyring->count], line, length, number, err) != 0)
			goto fail;
		keyring->count++;
	}
	return keyring;
fail:
	free(keyring);
	return NULL;
}

void keyring_free(struct keyring *keyring)
{
	free(keyring);
}

size_t keyring_count(const struct keyring *keyring)
{
	return keyring->count;
}

bool keyring_find(const struct keyring *keyring, const char *token, struct caller *caller)
{
	char digest[SHA256_TEXT];
	bool found = false;

	if (strlen(token) > TOKEN_MAX)
		return false;
	sha256_text(digest, token, strlen(token));
	for (size_t i = 0; i < keyring->count; i++) {
		const struct token *row = &keyring->tokens[i];
		unsigned char differs = 0;

		for (size_t j = 0; j < SHA256_TEXT; j++)
			differs |= (unsigned char)(row->digest[j] ^ digest[j]);
		if (differs == 0 && !found) {
			memcpy(caller->name, row->name, sizeof(caller->name));
			caller->scopes = row->scopes;
			found = true;
		}
	}
	return found;
}

struct keyring_file {
	char *path;
	struct stat seen;
	pthread_mutex_t lock;
	struct keyring *keyring; /* under the lock */
};

static struct keyring *read_keyring(const char *path, struct err *err)
{
	struct buf cleanup_buf text = BUF_INIT;

	if (file_read(&text, AT_FDCWD, path, TOKEN_FILE_MAX, err) != 0)
		return NULL;
	return keyring_parse(buf_str(&text), text.len, err);
}

struct keyring_file *keyring_open(const char *path, struct err *err)
{
	struct keyring_file *file;
	struct keyring *keyring = read_keyring(path, err);

	if (keyring == NULL) {
		err_wrap(err, "token file %s", path);
		return NULL;
	}
	file = calloc(1, sizeof(*file));
	if (file == NULL || (file->path = strdup(path)) == NULL)
		abort();
	pthread_mutex_init(&file->lock, NULL);
	file->keyring = keyring;
	if (stat(path, &file->seen) != 0)
		memset(&file->seen, 0, sizeof(file->seen));
	return file;
}

void keyring_close(struct keyring_file *file)
{
	if (file == NULL)
		return;
	keyring_free(file->keyring);
	pthread_mutex_destroy(&file->lock);
	free(file->path);
	free(file);
}

int keyring_refresh(struct keyring_file *file, struct err *err)
{
	struct keyring *fresh, *old;
	struct stat now;

	if (stat(file->path, &now) != 0)
		return err_sys(err, "token file %s", file->path);
	if (now.st_mtim.tv_sec == file->seen.st_mtim.tv_sec && now.st_mtim.tv_nsec == file->seen.st_mtim.tv_nsec &&
		now.st_size == file->seen.st_size && now.st_ino == file->seen.st_ino)
		return 0;
	file->seen = now;
	fresh = read_keyring(file->path, err);
	if (fresh == NULL)
		return err_wrap(err, "token file %s, the former tokens stay", file->path);
	pthread_mutex_lock(&file->lock);
	old = file->keyring;
	file->keyring = fresh;
	pthread_mutex_unlock(&file->lock);
	keyring_free(old);
	return 1;
}

bool keyring_admits(struct keyring_file *file, const char *token, struct caller *caller)
{
	bool found;

	pthread_mutex_lock(&file->lock);
	found = keyring_find(file->keyring, token, caller);
	pthread_mutex_unlock(&file->lock);
	return found;
}

bool host_is_local(const char *host, unsigned port)
{
	static const char *const names[] = { "localhost", "127.0.0.1", "[::1]" };

	for (size_t i = 0; host != NULL && i < sizeof(names) / sizeof(names[0]); i++) {
		size_t length = strlen(names[i]);
		char *end;

		if (strncasecmp(host, names[i], length) != 0)
			continue;
		if (host[length] == '\0')
			return port == 80;
		if (host[length] == ':' && host[length + 1] >= '1' && host[length + 1] <= '9' &&
			strlen(host + length) <= 6)
			return strtoul(host + length + 1, &end, 10) == port && *end == '\0';
	}
	return false;
}

bool origin_is_local(const char *origin, unsigned port)
{
	return strncmp(origin, "http://", 7) == 0 && host_is_local(origin + 7, port);
}
