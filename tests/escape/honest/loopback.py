# A server and a client, by hand and with asyncio.
# must: pass
# needs: loopback
import asyncio
import json
import socket
import threading


async def echo(value):
    async def answer(reader, writer):
        writer.write(await reader.readline())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(json.dumps(value).encode() + b"\n")
        return json.loads(await reader.readline())


def f(value):
    server = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=lambda: server.accept()[0].sendall(b"1")).start()
    with socket.create_connection(server.getsockname()) as client:
        assert client.recv(10) == b"1"
    return asyncio.run(echo(value)) + value
