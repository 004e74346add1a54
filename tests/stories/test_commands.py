"""The commands typed on the machine itself, as processes of their own."""

import socket
import subprocess

import pytest

from huitang.web.terminal.rehearsal import server


def run(home, *words, **env):
    return subprocess.run(
        server.command(*words), env={**server.environment(home), **env}, capture_output=True, text=True, check=False
    )


@pytest.mark.story
def test_a_town_begins_once_without_tables_and_a_weak_password_writes_nothing(empty_home):
    home = empty_home
    begin = ("begin", "--town", "清河镇", "--code", "qinghe")
    weak = run(home, *begin, HUITANG_PASSWORD="1234567890")
    assert weak.returncode == 1
    assert "密码太弱" in weak.stderr
    assert run(home, *begin).returncode == 0  # nothing was left of the first attempt
    again = run(home, *begin)
    assert again.returncode == 1
    assert "qinghe" in again.stderr


@pytest.mark.story
def test_the_journal_is_proved_and_a_tampered_one_is_located(home):
    server.found_town(home)
    whole = run(home, "journal", "verify")
    assert whole.returncode == 0
    assert "unbroken" in whole.stdout
    # someone with the database in hand lifts the guard and renames who did the second deed
    tamper = (
        "from django.db import connection as c; u = c.cursor();"
        "u.execute('DROP TRIGGER journal_no_update' if c.vendor == 'sqlite'"
        " else 'DROP TRIGGER journal_no_change ON journal_journalentry');"
        "u.execute(\"UPDATE journal_journalentry SET actor = 'nobody' WHERE sequence = 2\")"
    )
    assert run(home, "shell", "-c", tamper).returncode == 0
    broken = run(home, "journal", "verify")
    assert broken.returncode == 2
    assert "BROKEN at entry 2" in broken.stdout
    assert run(home, "journal", "verify", "--chain", "qinghe", "--expect", "1:" + "0" * 12).returncode == 2


@pytest.mark.story
def test_a_port_in_use_is_said_in_one_sentence(home):
    server.found_town(home)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        refused = run(home, "serve", "--host", "127.0.0.1", "--port", port)
    assert refused.returncode == 1
    assert f"Port {port} cannot be used" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.story
def test_a_missing_database_server_is_said_in_one_sentence(tmp_path):
    away = {"HUITANG_DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none"}
    refused = run(tmp_path, "serve", "--port", "0", **away)
    assert refused.returncode == 1
    assert "database" in refused.stderr.lower()
    assert "Traceback" not in refused.stderr
