"""The web server's settings, which gunicorn reads at the repository root; HOST and PORT say where it listens.

One process with threads: pages are quick, and documents are made in worker processes of their own. Nothing
here may write who asked for what: there is no access log, and the error log drops addresses, paths and the
values of exceptions.
"""

import os
import sys
import traceback

from gunicorn.glogging import Logger


class DiscreetLog(Logger):
    """gunicorn's log without the visitor, whose address and full request path it would otherwise print."""

    def warning(self, msg, *args, **kwargs):
        """Log a warning, without the address of who sent a malformed request."""
        if str(msg).startswith("Invalid request from"):
            msg, args = "Refused a malformed request", ()
        super().warning(msg, *args, **kwargs)

    def exception(self, msg, *args, **kwargs):
        """Log where a request failed and with what kind of error, without its path and the error's words."""
        if "request" not in str(msg).lower():
            super().exception(msg, *args, **kwargs)
            return
        kind, _, trace = sys.exc_info()
        where = "".join(traceback.format_tb(trace))
        super().error("A request failed with %s\n%s", kind.__name__ if kind else "no exception", where)


wsgi_app = "toolkit.app:create_app()"
bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = 1
threads = 32  # far more than may wait for a document (RENDER_WORKERS + RENDER_QUEUE), so that no page does
graceful_timeout = 10
keepalive = 5
control_socket_disable = True
logger_class = DiscreetLog


def post_worker_init(worker):
    """Have the renderers and the search warm before the first visitor."""
    warm = getattr(worker.wsgi, "warm", None)
    if warm:
        warm()


def worker_exit(server, worker):
    """Leave no renderer behind."""
    room = getattr(worker.wsgi, "extensions", {}).get("press_room")
    if room:
        room.renderers.stop()
