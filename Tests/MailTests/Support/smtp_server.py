"""A mail server for tests (aiosmtpd). The recipient's name tells how it behaves:

ok…           takes the mail
later-N…      answers 451 to the first N attempts, then takes the mail
never…        550 to RCPT
toolarge…     552 after the data
dropdata…     breaks the connection at DATA, the first time
lostafter…    takes the mail and breaks the connection without an answer, the first time
lostbefore…   breaks the connection without an answer and forgets the mail, the first time
slow…         takes the mail after two seconds
steady…       takes the mail, 10 ms at RCPT, as over a short way through a network

Every mail taken is one line of JSON in LOG, written to disk before the answer. Prints "PORT n" when it listens.
"""
import argparse
import asyncio
import email
import json
import os
import re
import ssl
import sys
from collections import Counter

from aiosmtpd.smtp import SMTP, AuthResult

options = argparse.ArgumentParser()
options.add_argument("log")
options.add_argument("--cert")
options.add_argument("--key")
options.add_argument("--tls", choices=["none", "starttls", "implicit"], default="none")
options.add_argument("--login", help="user:password that must be given")
options.add_argument("--refuse-sender", action="store_true")
given = options.parse_args()
log = os.open(given.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
seen = Counter()


def take(server, envelope, session):
    mail = email.message_from_bytes(envelope.content)
    line = {
        "id": mail["Message-ID"], "to": envelope.rcpt_tos, "from": envelope.mail_from, "ehlo": session.host_name,
        "tls": server.transport.get_extra_info("ssl_object") is not None, "login": bool(session.authenticated), "size": len(envelope.content),
    }
    os.write(log, (json.dumps(line) + "\n").encode())
    os.fsync(log)
    return "250 2.0.0 taken"


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        if given.refuse_sender:
            return "553 5.7.1 sender %s not allowed here" % address
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("never"):
            return "550 5.1.1 <%s>: no such mailbox" % address
        if address.startswith("steady"):
            await asyncio.sleep(0.01)
        later = re.match(r"later-(\d+)", address)
        if later:
            seen[address] += 1
            if seen[address] <= int(later[1]):
                return "451 4.7.1 greylisted, come again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0]
        seen[name] += 1
        if name.startswith("toolarge"):
            return "552 5.3.4 too large for me"
        if name.startswith("slow"):
            await asyncio.sleep(2)
        if name.startswith("lost") and seen[name] == 1:
            if name.startswith("lostafter"):
                take(server, envelope, session)
            server.transport.abort()
            return "421 gone"
        return take(server, envelope, session)


class Server(SMTP):
    async def smtp_DATA(self, arg):
        name = (self.envelope.rcpt_tos or [""])[0]
        if name.startswith("dropdata") and not seen[name]:
            seen[name] += 1
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


def login(server, session, envelope, mechanism, data):
    wanted = tuple(part.encode() for part in given.login.split(":"))
    return AuthResult(success=(data.login, data.password) == wanted, handled=False)


async def main():
    context = None
    if given.tls != "none":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(given.cert, given.key)
    settings = {"hostname": "mail.test", "enable_SMTPUTF8": False}
    if given.tls == "starttls":
        settings |= {"tls_context": context, "require_starttls": True}
    if given.login:
        settings |= {"authenticator": login, "auth_required": True, "auth_require_tls": given.tls == "starttls"}
    loop = asyncio.get_running_loop()
    implicit = context if given.tls == "implicit" else None
    server = await loop.create_server(lambda: Server(Handler(), loop=loop, **settings), "127.0.0.1", 0, ssl=implicit)
    print("PORT", server.sockets[0].getsockname()[1], flush=True)
    # The test closes our standard input when it ends, however it ends.
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
