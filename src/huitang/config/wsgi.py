"""The one process: Django behind waitress (see the `serve` command)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huitang.config.settings")
application = get_wsgi_application()
