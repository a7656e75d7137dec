#!/usr/bin/env python3
"""Reads mails written by Lückenlos with Python's own mail parser and compares.

    scripts/oracle/mail.py FOLDER      with n.eml and n.json (what must be found in it); MailTests writes such a folder
    scripts/oracle/mail.py --check     whether this script finds planted faults

Prints one line per difference and at the end "N gelesen, M Abweichungen".
"""
import json
import pathlib
import sys
from email import policy
from email.parser import BytesParser


def same_lines(text):
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines if lines.endswith("\n") else lines + "\n"


def differences(raw, wanted):
    if b"\n" in raw.replace(b"\r\n", b"") or b"\r" in raw.replace(b"\r\n", b""):
        yield "line end other than CRLF"
    if not raw.endswith(b"\r\n"):
        yield "no line end at the end"
    for line in raw.split(b"\r\n"):
        limit = 998 if line.startswith((b"List-Unsubscribe:", b" <", b"Message-ID:", b"To:", b"From:", b"Reply-To:")) else 76
        if len(line) > limit or any(byte > 126 or (byte < 32 and byte != 9) for byte in line):
            yield f"line {line!r}"
        if line.startswith((b".", b"From ")):
            yield f"line begins dangerously: {line!r}"
    mail = BytesParser(policy=policy.default).parsebytes(raw)
    for part in mail.walk():
        yield from (f"defect {type(defect).__name__}" for defect in part.defects)
    for name in mail.keys():
        yield from (f"defect in {name}: {type(defect).__name__}" for defect in mail[name].defects)
        if len(mail.get_all(name)) != 1:
            yield f"header twice: {name}"
    allowed = {
        "date", "from", "to", "reply-to", "subject", "message-id", "mime-version", "content-language", "auto-submitted",
        "list-unsubscribe", "content-type", "content-transfer-encoding",
    }
    yield from (f"header {name}" for name in mail.keys() if name.lower() not in allowed)
    found = {
        "subject": str(mail["Subject"]),
        "messageID": str(mail["Message-ID"]),
        "language": str(mail["Content-Language"]),
        "unsubscribe": str(mail["List-Unsubscribe"])[1:-1] if mail["List-Unsubscribe"] else None,
        "text": same_lines(mail.get_body(("plain",)).get_content()),
        "html": same_lines(mail.get_body(("html",)).get_content()) if mail.get_body(("html",)) else None,
        "date": mail["Date"].datetime.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    for header in ("From", "To", "Reply-To"):
        addresses = mail[header].addresses if mail[header] else ()
        # Python puts blanks between encoded words of a name, which RFC 2047 forbids: compare names without blanks.
        found[header] = [[address.display_name.replace(" ", ""), address.addr_spec] for address in addresses]
        wanted[header] = [[name.replace(" ", ""), address] for name, address in wanted[header]]
    for key, value in found.items():
        expected = wanted.get(key)
        if key in ("text", "html") and expected is not None:
            expected = same_lines(expected)
        if value != expected:
            yield f"{key}: {value!r} instead of {expected!r}"


def main(folder):
    read = wrong = 0
    for file in sorted(pathlib.Path(folder).glob("*.eml")):
        read += 1
        for difference in differences(file.read_bytes(), json.loads(file.with_suffix(".json").read_text("utf-8"))):
            wrong += 1
            print(f"{file.name}: {difference}")
    print(f"{read} gelesen, {wrong} Abweichungen")
    return 1 if wrong or not read else 0


GOOD = b"""Date: Mon, 4 May 2026 06:07:08 +0000
From: =?UTF-8?B?TMO8Y2tlbmxvcw==?=
 <haus@example.org>
To: kita@example.org
Subject: =?UTF-8?B?UHLDvGZsaW5r?=
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Language: de
Auto-Submitted: auto-generated
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Guten Tag
""".replace(b"\n", b"\r\n")
FAULTS = {
    "another subject": (b"UHLDvGZsaW5r", b"UHLDvGZsaW5l"),
    "a header too many": (b"To:", b"Bcc: all@example.org\r\nTo:"),
    "a header twice": (b"MIME", b"To: all@example.org\r\nMIME"),
    "a bare line feed": (b"Guten Tag", b"Guten\nTag"),
    "a long line": (b"Guten Tag", b"G" * 77),
    "raw UTF-8": (b"Guten Tag", "Grüße".encode()),
    "a dot at the beginning": (b"Guten Tag", b".Guten Tag"),
    "another address": (b"<haus@", b"<maus@"),
    "another text": (b"Guten Tag", b"Guten Abend"),
}


def self_check():
    wanted = {
        "subject": "Prüflink", "messageID": "<1@example.org>", "language": "de", "text": "Guten Tag",
        "date": "2026-05-04T06:07:08Z", "From": [["Lückenlos", "haus@example.org"]], "To": [["", "kita@example.org"]],
        "Reply-To": [],
    }
    missed = [name for name, (old, new) in FAULTS.items() if not list(differences(GOOD.replace(old, new, 1), dict(wanted)))]
    false_alarms = list(differences(GOOD, dict(wanted)))
    print(f"{len(FAULTS)} Fehler eingebaut, übersehen: {missed or 'keiner'}, Fehlalarme: {false_alarms or 'keiner'}")
    return 1 if missed or false_alarms else 0


sys.exit(self_check() if sys.argv[1] == "--check" else main(sys.argv[1]))
