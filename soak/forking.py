"""A server that is there again at once after a kill: everything is imported before, each life of it is a fork.

Run by soak.crash: python -m soak.forking PORT. It prints the number of each new life's process.
"""

import os
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    allow_reuse_address = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *words):
        pass


def main(port):
    from strongsuit.wsgi import application  # noqa: PLC0415  after the settings of the trial are in the environment

    while True:
        life = os.fork()
        if not life:
            server = Server(("127.0.0.1", port), Quiet)
            server.set_app(application)
            server.serve_forever()
        sys.stdout.write(f"{life}\n")
        sys.stdout.flush()
        os.waitpid(life, 0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
