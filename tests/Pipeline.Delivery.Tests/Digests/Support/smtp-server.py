"""A mail server that is not ours: aiosmtpd, Debian's package python3-aiosmtpd. What it gets is read by Python's own email package.

Arguments: none, starttls or tls; then, for the last two, a file with certificate and key; then name and password, or nothing.
Prints its port, then a line of JSON for each mail. Readers called refused, later and lost are treated as they are called.
"""
import asyncio, email, email.policy, json, logging, ssl, sys
from aiosmtpd.smtp import SMTP, AuthResult

security, certificate, name, password = (sys.argv[1:] + ["", "", ""])[:4]
logging.disable(logging.CRITICAL)
context = None
if security != "none":
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused@"):
            return "550 5.1.1 No such\treader here"
        if address.startswith("later@"):
            return "451 4.2.1 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        print(json.dumps({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None or security == "tls",
            "user": bool(session.authenticated),
            "type": message.get_content_type(),
            "headers": [[key, str(value)] for key, value in message.items()],
            "defects": [str(defect) for part in message.walk() for defect in part.defects],
            "longest": max(len(line) for line in envelope.content.split(b"\r\n")),
            "parts": [{
                "type": part.get_content_type(), "charset": part.get_content_charset(), "text": part.get_content().replace("\r\n", "\n"),
            } for part in message.walk() if not part.is_multipart()],
        }), flush=True)
        if "lost@example.org" in envelope.rcpt_tos:
            server.transport.abort()
        return "250 Message accepted"


def authenticate(server, session, envelope, mechanism, data):
    fits = mechanism in ("LOGIN", "PLAIN") and (data.login, data.password) == (name.encode(), password.encode())
    return AuthResult(success=fits, handled=True if fits else False)


def make():
    return SMTP(
        Handler(), hostname="localhost", tls_context=context if security == "starttls" else None, require_starttls=security == "starttls",
        authenticator=authenticate if name else None, auth_required=bool(name), auth_require_tls=security == "starttls")


async def main():
    server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0, ssl=context if security == "tls" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main())
