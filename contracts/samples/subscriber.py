"""Handles every paper event once: what was missed, from the change log, then what comes. Needs python3-pika.

python3 subscriber.py ADDRESS EXCHANGE QUEUE FILE KEY...
"""
import json
import os
import subprocess
import sys

import pika

address, exchange, queue, state, *keys = sys.argv[1:]
handled, place = set(), 0
if os.path.exists(state):
    with open(state, encoding="utf-8") as lines:
        for line in lines:
            event_id, read_to = line.split()
            handled.add(event_id)
            place = max(place, int(read_to))


def handle(event, read_to=0):
    """Handles an event unless that has been done, and remembers it: by id, and how far the log was read."""
    if event["id"] in handled:
        return
    print(event["sequence"], event["type"], event["data"]["title"], flush=True)  # Your work goes here.
    with open(state, "a", encoding="utf-8") as lines:
        print(event["id"], read_to, file=lines)
    handled.add(event["id"])


def catch_up():
    """Reads what the log holds after the place that was reached. CHANGES is a command that prints it, one event a line."""
    global place
    while command := os.environ.get("CHANGES"):
        page = subprocess.run(f"{command} --after {place}", shell=True, check=True, capture_output=True, encoding="utf-8").stdout
        events = [json.loads(line) for line in page.splitlines()]
        if not events:
            break
        for event in events:
            place = int(event["sequence"])
            handle(event, place)
        connection.process_data_events()  # Else the broker takes a long catch-up for a death.


connection = pika.BlockingConnection(pika.URLParameters(address))
channel = connection.channel()
channel.exchange_declare(exchange, exchange_type="topic", durable=True)
channel.queue_declare(queue, durable=True, arguments={"x-queue-type": "quorum"})
for key in keys:
    channel.queue_bind(queue, exchange, key)
channel.basic_qos(prefetch_count=100)
catch_up()  # After binding: what is told meanwhile waits in the queue.
for method, _, body in channel.consume(queue):
    handle(json.loads(body))
    channel.basic_ack(method.delivery_tag)
