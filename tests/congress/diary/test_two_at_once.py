"""Two clerks press 今天的提醒 in the same instant: everything goes out once."""

import threading
from datetime import date

import pytest
from django.conf import settings
from django.db import connection

from huitang.congress.diary.models import Reminder
from huitang.congress.journal import queries as journal
from tests.congress.diary import stage

IS_SQLITE = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
# a database in memory refuses the second writer; one in a file makes it wait, as every transaction is IMMEDIATE
side_by_side = pytest.mark.skipif(IS_SQLITE, reason="SQLite in memory runs one writing transaction at a time")


@pytest.fixture
def walk(transactional_db):
    return stage.begin()


@side_by_side
def test_two_at_once_send_everything_once(walk):
    stage.task(walk)
    stage.figures(walk)
    ready, numbers = threading.Barrier(2), []

    def press():
        try:
            ready.wait(timeout=20)
            numbers.append(stage.remind(walk, date(2025, 9, 23)).number)
        finally:
            connection.close()

    clerks = [threading.Thread(target=press) for _ in range(2)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join(timeout=60)
    assert sorted(numbers) == [0, 2]
    assert Reminder.objects.count() == 2
    assert journal.verify_chain("qinghe").is_whole
