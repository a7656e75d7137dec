"""Signs in to a house that a check has started: an administrator of its own, by the pages a person uses."""

import secrets
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

from lxml import html

EMAIL = "pruefung@example.org"


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Visitor:
    """A browser without pictures: keeps cookies, fills in forms with their hidden fields."""

    def __init__(self, base):
        self.base, self.jar = base, CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar), NoRedirect)

    def open(self, path, fields=None):
        data = urllib.parse.urlencode(fields).encode() if fields is not None else None
        request = urllib.request.Request(urllib.parse.urljoin(self.base, path), data=data)
        if data is not None:
            request.add_header("Origin", self.base)
            request.add_header("Sec-Fetch-Site", "same-origin")
        try:
            answer = self.opener.open(request, timeout=60)
        except urllib.error.HTTPError as other:
            answer = other
        with answer:
            return answer.status, answer.headers, answer.read().decode("utf-8")

    def send_form(self, path, given):
        """Fills the form that has a password field: `given` maps input types to values."""
        _, _, body = self.open(path)
        form = html.fromstring(body).xpath("//form[.//input[@type='password']]")[0]
        fields = {field.get("name"): given.get(field.get("type", "text"), field.get("value", ""))
                  for field in form.xpath(".//input[@name]")}
        return self.open(form.get("action") or path, fields)

    def cookie(self):
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)


def administrator(house):
    """Adds an administrator; what is returned signs it in anew at every call and gives the session's cookie, NAME=VALUE."""
    password = secrets.token_urlsafe(18)
    house.run("user", "add", EMAIL, "--name", "Prüfung", "--role", "administrator", stdin=password + "\n")

    def sign_in():
        visitor = Visitor(house.base)
        status, headers, body = visitor.send_form("/anmelden", {"email": EMAIL, "password": password})
        if status != 303 or not visitor.cookie():
            raise RuntimeError(f"Anmelden gelingt nicht: Status {status}\n{body[:2000]}")
        return visitor.cookie()

    return sign_in
