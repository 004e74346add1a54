"""Two people doing the same deed at once, and a server killed in the middle of its work."""

import signal
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from huitang.web.terminal.rehearsal import floor, office, server
from huitang.web.terminal.rehearsal.floor import Floor
from huitang.web.terminal.rehearsal.play import Cast
from huitang.web.terminal.rehearsal.clock import RehearsalClock
from huitang.web.terminal.rehearsal.shape import SPRING
from huitang.web.terminal.rehearsal.timeline import Timeline
