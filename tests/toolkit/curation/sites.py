"""A real web server for tests of the link checker, and a network on which made-up names lead to it."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from toolkit.curation.links.link_visit import Manners, Visitor
from toolkit.curation.links.public_network import Address, Answers, Network

Reply = tuple[int, dict[str, str]]
PUBLIC = "93.184.216.34"


class Site:
    """Answers as ``pages`` says, by method and path or by path; remembers what it was asked."""

    def __init__(self, pages: dict[str, Reply]) -> None:
        self.pages = pages
        self.asked: list[str] = []
        self.hosts: list[str] = []
        self.agents: list[str] = []
        self.hang = threading.Event()  # set to let the silent go
        self.sent = 0
        self.port = 0

    def network(self, *names: str, allows: Callable[[Address], bool] = lambda _: True) -> Network:
        """Names lead here, and loopback is allowed: to this test's visitor alone."""

        def look_up(host: str, port: int) -> Answers:
            return [("127.0.0.1", self.port)] if host in names else []

        return Network(look_up, allows)


@contextmanager
def serving(pages: dict[str, Reply], tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """The site, on loopback, for as long as the test takes."""
    site = Site(pages)

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.answer()

        def do_GET(self) -> None:
            self.answer()

        def answer(self) -> None:
            site.asked.append(f"{self.command} {self.path}")
            site.hosts.append(self.headers["Host"])
            site.agents.append(self.headers["User-Agent"])
            known = site.pages.get(f"{self.command} {self.path}") or site.pages.get(self.path)
            status, headers = known or (404, {})
            if status == 0:
                site.hang.wait()
                return
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command == "GET" and self.path == "/endless":
                self.pour()

        def pour(self) -> None:
            try:
                while True:
                    site.sent += self.wfile.write(b"x" * 65_536)
            except OSError:
                return

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.port = server.server_port
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.hang.set()
        server.shutdown()
        thread.join()
        server.server_close()


def visitor(network: Network, **other: object) -> Visitor:
    """Somebody who need not wait between two questions."""
    return Visitor("test-check (+https://toolkit.example.org)", network, Manners(pause=0), **other)  # type: ignore[arg-type]
