"""`huitang serve`: the one process. Brings the database up to date, then answers until it is stopped."""

from argparse import ArgumentParser
from typing import Any

import waitress
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError

THREADS = 8
_PROXY_HEADERS = {"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"}


class Command(BaseCommand):
    help = "Serve the desk, the hall and the public from this machine."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="0.0.0.0", help="127.0.0.1 keeps it to this machine")  # noqa: S104
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            call_command("migrate", verbosity=0, interactive=False)
        except OperationalError as error:
            raise CommandError(
                f"The database does not answer ({settings.DATABASES['default']['NAME']}): {error}"
            ) from error
        for host in settings.ALLOWED_HOSTS:
            if host not in ("testserver", "[::1]"):
                self.stdout.write(f"http://{host}:{options['port']}/")
        self.stdout.flush()
        try:
            waitress.serve(
                get_wsgi_application(),
                host=options["host"],
                port=options["port"],
                threads=THREADS,
                ident="huitang",
                # the proxy says who asked and whether over HTTPS; nobody else is believed
                trusted_proxy=settings.TRUSTED_PROXY,
                trusted_proxy_headers=_PROXY_HEADERS if settings.TRUSTED_PROXY else set(),
                clear_untrusted_proxy_headers=True,
            )
        except OSError as error:
            raise CommandError(
                f"Port {options['port']} cannot be used: {error}. Try --port {options['port'] + 1}."
            ) from error
