"""Takes webhooks: believes what is signed and of now, handles each event once. Needs nothing but Python.

WEBHOOK_SECRET=whsec_... python3 webhook_receiver.py PORT FILE
"""
import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

port, state = int(sys.argv[1]), sys.argv[2]
secret = base64.b64decode(os.environ["WEBHOOK_SECRET"].removeprefix("whsec_"))
WINDOW = 300  # Seconds that both clocks may differ; what is older was recorded and is played back.
LIMIT = 64 * 1024  # No event is longer.
handled = set(open(state, encoding="utf-8").read().split()) if os.path.exists(state) else set()


def is_genuine(headers, body):
    """Whether the pipeline sent these very bytes, and just now."""
    message_id, timestamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not timestamp.isascii() or not timestamp.isdigit() or abs(time.time() - int(timestamp)) > WINDOW:
        return False
    digest = hmac.new(secret, f"{message_id}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    expected = b"v1," + base64.b64encode(digest)
    # While a secret is replaced there are several signatures. Compared in a time that tells nothing of where they differ.
    return any(hmac.compare_digest(expected, given.encode()) for given in headers.get("webhook-signature", "").split())


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        length = self.headers.get("content-length", "")
        body = self.rfile.read(int(length)) if length.isdigit() and int(length) <= LIMIT else b""
        genuine = is_genuine(self.headers, body)
        if genuine and self.headers["webhook-id"] not in handled:
            event = json.loads(body)
            print(event["type"], event.get("subject"), flush=True)  # Your work goes here; long work into a queue of yours.
            with open(state, "a", encoding="utf-8") as lines:
                print(self.headers["webhook-id"], file=lines)
            handled.add(self.headers["webhook-id"])
        self.send_response(204 if genuine else 401)  # Only what is noted is taken: anything but 2xx comes again.
        self.send_header("content-length", "0")
        self.send_header("connection", "close")  # One request a connection; else the next would go to one that is closed.
        self.end_headers()

    def log_message(self, *_):
        """Says nothing of its own."""


server = HTTPServer(("127.0.0.1", port), Receiver)
print(f"Listening on http://127.0.0.1:{server.server_port}/", flush=True)  # Put a web server with TLS before it.
server.serve_forever()
