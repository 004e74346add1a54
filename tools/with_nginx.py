"""An nginx of our own before a folder that `huitang publish` wrote: a free port, the user who asks, nothing of the system's."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.need_nginx import find_nginx

MAIN = """{user}daemon off;
worker_processes 1;
pid {home}/nginx.pid;
error_log {home}/error.log;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    keepalive_requests 100000;
    include {home}/site.conf;
}}
"""


@contextmanager
def serve(folder: Path, *, home: Path) -> Iterator[str]:
    """Yields the address under which the folder is served by the snippet in it; only the port is ours."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    conf = (folder / "_nginx.conf").read_text(encoding="utf-8")
    home.mkdir(parents=True, exist_ok=True)
    (home / "site.conf").write_text(conf.replace("listen 80;", f"listen 127.0.0.1:{port};"), encoding="utf-8")
    (home / "nginx.conf").write_text(
        MAIN.format(home=home, user="user root;\n" if os.geteuid() == 0 else ""), encoding="utf-8"
    )
    # -g would be read too late for the log nginx opens first
    words = [find_nginx() or "nginx", "-p", str(home), "-c", str(home / "nginx.conf"), "-e", str(home / "error.log")]
    process = subprocess.Popen(words)
    try:
        _wait_for(port, process, home / "error.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"nginx did not start: {log.read_text(encoding='utf-8') if log.exists() else 'no log'}")
