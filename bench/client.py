"""A small client that keeps its connection, to this machine only."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import cycle
from uuid import uuid4

FORM = "application/x-www-form-urlencoded"
HOST = "127.0.0.1"
SECRET = "benchbenchbenchbenchbenchbenchbe"
MOST_THREADS = 8


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: an address, who asks, and for a form what it holds."""

    path: str
    cookie: str
    form: dict[str, str] | None = None
    expects: int = 200


@dataclass
class Client:
    port: int
    connection: HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self.connection = HTTPConnection(HOST, self.port, timeout=30)

    def send(self, ask: Ask, **headers: str) -> tuple[int, bytes, dict[str, str]]:
        headers |= {"Cookie": ask.cookie, "Host": f"{HOST}:{self.port}"}
        body = None
        if ask.form is not None:
            # Every form is a new one: its mark says so.
            body = "&".join(f"{name}={value}" for name, value in {**ask.form, "once": str(uuid4())}.items())
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "X-CSRFToken": SECRET,
                "HX-Request": "true",
            }
        self.connection.request("POST" if ask.form is not None else "GET", ask.path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}

    def timed(self, ask: Ask) -> float:
        """The milliseconds until the last byte; an unexpected answer is an error."""
        begun = time.perf_counter()
        status, body, _headers = self.send(ask)
        passed = (time.perf_counter() - begun) * 1000
        if status != ask.expects:
            raise RuntimeError(f"{ask.path} answered {status} instead of {ask.expects}: {body[:200]!r}")
        return passed

    def close(self) -> None:
        self.connection.close()


def rate(port: int, asks: list[Ask], seconds: float, threads: int = 4) -> float:
    """Requests per second of several clients at once."""
    threads = min(threads, MOST_THREADS)
    until = time.perf_counter() + seconds

    def run(number: int) -> int:
        client, done = Client(port), 0
        for ask in cycle(asks[number:] + asks[:number]):
            if time.perf_counter() >= until:
                break
            client.timed(ask)
            done += 1
        client.close()
        return done

    begun = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        done = sum(pool.map(run, range(threads)))
    return done / (time.perf_counter() - begun)
