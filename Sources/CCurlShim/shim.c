#include "CCurlShim.h"

#include <curl/curl.h>
#include <signal.h>

int lk_curl_start(void) {
    signal(SIGPIPE, SIG_IGN);
    return (int)curl_global_init(CURL_GLOBAL_DEFAULT);
}

static size_t on_read(char *buffer, size_t size, size_t count, void *context) {
    const lk_callbacks *callbacks = context;
    long written = callbacks->read(callbacks->context, buffer, size * count);
    return written < 0 ? CURL_READFUNC_ABORT : (size_t)written;
}

static size_t on_reply(char *line, size_t size, size_t count, void *context) {
    const lk_callbacks *callbacks = context;
    callbacks->reply(callbacks->context, line, size * count);
    return size * count;
}

static int on_debug(CURL *curl, curl_infotype kind, char *data, size_t length, void *context) {
    (void)curl;
    const lk_callbacks *callbacks = context;
    if (kind == CURLINFO_HEADER_OUT) callbacks->command(callbacks->context, data, length);
    return 0;
}

lk_curl *lk_curl_open(const lk_server *server) {
    CURL *curl = curl_easy_init();
    if (!curl) return NULL;
    curl_easy_setopt(curl, CURLOPT_URL, server->url);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_USE_SSL, server->require_tls ? (long)CURLUSESSL_ALL : (long)CURLUSESSL_NONE);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, server->connect_timeout_seconds);
    curl_easy_setopt(curl, CURLOPT_FTP_RESPONSE_TIMEOUT, server->reply_timeout_seconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, server->total_timeout_seconds);
    if (server->user) curl_easy_setopt(curl, CURLOPT_USERNAME, server->user);
    if (server->password) curl_easy_setopt(curl, CURLOPT_PASSWORD, server->password);
    if (server->ca_file) curl_easy_setopt(curl, CURLOPT_CAINFO, server->ca_file);
    return curl;
}

void lk_curl_close(lk_curl *curl) { curl_easy_cleanup(curl); }

int lk_curl_send(
    lk_curl *curl, const char *from, const char *to, long long size, const lk_callbacks *callbacks, char *error) {
    struct curl_slist *recipients = curl_slist_append(NULL, to);
    if (!recipients) return (int)CURLE_OUT_OF_MEMORY;
    error[0] = 0;
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)size);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, on_read);
    curl_easy_setopt(curl, CURLOPT_READDATA, (void *)callbacks);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_reply);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, (void *)callbacks);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, on_debug);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, (void *)callbacks);
    CURLcode code = curl_easy_perform(curl);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, NULL);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, NULL);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 0L);
    curl_slist_free_all(recipients);
    return (int)code;
}

long lk_curl_reply_code(lk_curl *curl) {
    long code = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
    return code;
}

const char *lk_curl_words(int code) { return curl_easy_strerror((CURLcode)code); }
