#pragma once

// libcurl's setopt and getinfo take variable arguments, which Swift cannot call.
// Each option that the mail delivery uses has its own function here, with its real type.

#include <stddef.h>

typedef void lk_curl;

/// What the transfer asks of its owner. `context` is handed through untouched.
typedef struct {
    void *context;
    /// Fills `buffer` with at most `capacity` bytes of the message; 0 ends it, a negative value aborts the transfer.
    long (*read)(void *context, char *buffer, size_t capacity);
    /// One line that the server sent (with its line end).
    void (*reply)(void *context, const char *line, size_t length);
    /// One command that went to the server (with its line end); may hold credentials.
    void (*command)(void *context, const char *line, size_t length);
} lk_callbacks;

/// What one delivery needs; strings are copied by libcurl. NULL leaves an option out.
typedef struct {
    const char *url;
    const char *user;
    const char *password;
    const char *ca_file;
    /// 1: the connection must become encrypted before anything else is said. 0: plain text.
    int require_tls;
    long connect_timeout_seconds;
    long reply_timeout_seconds;
    long total_timeout_seconds;
} lk_server;

/// Once per process, before any other call. Also ignores SIGPIPE, which OpenSSL would raise on a broken connection.
int lk_curl_start(void);

/// A connection to be; NULL if memory is short.
lk_curl *lk_curl_open(const lk_server *server);
void lk_curl_close(lk_curl *curl);

/// Delivers one message to one recipient; returns libcurl's code (0 = the server said 250 to the end of the message).
/// `error` takes at least 256 bytes.
int lk_curl_send(
    lk_curl *curl, const char *from, const char *to, long long size, const lk_callbacks *callbacks, char *error);

/// The last three-digit code of the server, 0 if there was none.
long lk_curl_reply_code(lk_curl *curl);
const char *lk_curl_words(int code);
