"""A WebSocket that passes on a file's lines as they come.

usage: websocket.py PORT FILE

A listener who connects with ?since=ID gets what came after that one first. What is written to its stdin
is an order: {"close": CODE, "reason": TEXT}, {"bytes": BASE64}, {"deaf": true} (answers no ping any more).
It says what each listener sent, and with which headers it came, as JSON.
"""

import asyncio
import base64
import json
import os
import sys
from urllib.parse import parse_qs, urlsplit

import websockets

port, path = int(sys.argv[1]), sys.argv[2]
listeners = set()


def say(what):
    print(json.dumps(what), flush=True)


def events():
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.endswith("\n")]


def request_of(socket):
    """Its path and headers; newer versions of the library keep them elsewhere."""
    request = getattr(socket, "request", None)
    if request is not None:
        return request.path, request.headers
    return socket.path, socket.request_headers


def first_for(mark):
    """The index of the first event for a listener."""
    all_events = events()
    if mark is None:
        return len(all_events)
    ids = [event.get("id") for event in all_events]
    return ids.index(mark) + 1 if mark in ids else 0


async def hear(socket):
    async for message in socket:
        say({"heard": message if isinstance(message, str) else len(message)})


async def serve(socket):
    address, headers = request_of(socket)
    query = parse_qs(urlsplit(address).query)
    say({"listener": address, "headers": {name.lower(): text for name, text in headers.raw_items()}})
    mark = query.get("since", [None])[0]
    at = first_for(mark)
    listeners.add(socket)
    hearing = asyncio.ensure_future(hear(socket))
    size = -1
    try:
        while not hearing.done():
            now = os.stat(path).st_size
            if now != size:
                size = now
                fresh = events()[at:]
                at += len(fresh)
                for event in fresh:
                    await socket.send(event["data"])
            await asyncio.sleep(0.01)
    except websockets.ConnectionClosed:
        pass
    finally:
        hearing.cancel()
        listeners.discard(socket)


async def obey(order):
    for socket in list(listeners):
        if "close" in order:
            await socket.close(order["close"], order.get("reason", ""))
        elif "bytes" in order:
            await socket.send(base64.b64decode(order["bytes"]))
        elif "deaf" in order:
            socket.transport.pause_reading()


async def main():
    loop = asyncio.get_running_loop()
    orders = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(orders), sys.stdin)
    async with websockets.serve(serve, "127.0.0.1", port, subprotocols=["suzu.test"]):
        print("ready", flush=True)
        while line := await orders.readline():
            await obey(json.loads(line))


asyncio.run(main())
