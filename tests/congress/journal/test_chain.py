"""The journal cannot be altered unnoticed."""

import pytest
from django.db import DatabaseError, connection, transaction

from huitang.congress.journal import commands, queries
from huitang.congress.journal.models import JournalEntry


@pytest.fixture
def chain(office, now):
    for number in range(1, 6):
        commands.append("test.done", actor=office, at=now, subject=f"thing:{number}", facts={"number": number})
    return office.chain


def lift_the_guard():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER journal_no_update")
            cursor.execute("DROP TRIGGER journal_no_delete")
        else:
            cursor.execute("DROP TRIGGER journal_no_change ON journal_journalentry")


def test_an_untouched_chain_is_whole(chain):
    finding = queries.verify_chain(chain)
    assert finding.is_whole
    assert finding.entries == 5
    assert queries.get_sequence(chain) == 5


@pytest.mark.parametrize("deed", ["update", "delete"])
def test_the_database_refuses_to_change_an_entry(chain, deed):
    third = JournalEntry.objects.filter(chain=chain, sequence=3)
    with pytest.raises(DatabaseError), transaction.atomic():
        third.update(actor="someone else") if deed == "update" else third.delete()
    assert queries.verify_chain(chain).is_whole


def test_a_changed_column_is_found_and_located(chain):
    lift_the_guard()
    JournalEntry.objects.filter(chain=chain, sequence=3).update(actor="someone else")
    assert queries.verify_chain(chain).broken_at == 3


def test_a_changed_body_is_found_and_located(chain):
    lift_the_guard()
    entry = JournalEntry.objects.get(chain=chain, sequence=2)
    JournalEntry.objects.filter(pk=entry.pk).update(body=entry.body.replace('"number":2', '"number":9'))
    assert queries.verify_chain(chain).broken_at == 2


def test_a_removed_entry_is_found_in_the_middle_and_at_the_end(chain):
    lift_the_guard()
    JournalEntry.objects.filter(chain=chain, sequence=5).delete()
    assert queries.verify_chain(chain).broken_at == 5
    JournalEntry.objects.filter(chain=chain, sequence=2).delete()
    assert queries.verify_chain(chain).broken_at == 2


def test_a_chain_rewritten_from_its_start_is_caught_by_a_printed_link(chain):
    printed = queries.list_entries(chain=chain, limit=1)[0]
    assert queries.verify_chain(chain, expected=f"5:{printed.hash[:12]}").is_whole
    finding = queries.verify_chain(chain, expected="5:000000000000")
    assert finding.broken_at == 5
    assert queries.verify_chain(chain, expected="9:000000000000").broken_at == 6
