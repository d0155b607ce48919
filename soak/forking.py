"""A server that is there again at once after a kill: everything is imported before, each life of it is a fork.

Run by soak.crash: python -m soak.forking PORT. It prints the number of each new life's process.
"""

import os
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer
from wsgiref.util import setup_testing_defaults

from django.db import connections

from strongsuit.wsgi import application


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    allow_reuse_address = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *words):
        pass


def warm_up(application, port):
    """One page, so that no life has to load the addresses and templates again; no connection is handed on."""
    asked = {"PATH_INFO": "/sign-in/", "HTTP_HOST": f"127.0.0.1:{port}"}
    setup_testing_defaults(asked)
    answer = application(asked, lambda status, headers: None)
    b"".join(answer)
    answer.close()
    connections.close_all()


def main(port):
    warm_up(application, port)
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
