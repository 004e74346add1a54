"""A wrong case is told by the path of each wrong field, what was expected, and the line it stands on."""

import pytest

from huitang.adapters.cases import reading
from huitang.adapters.cases.decide import decide
from huitang.adapters.cases.fault import SENTENCES, CaseHasFaults, CaseIsWrong, Fault

ELECTION = """
decide: election
deputies_in_office: 95
deputies_present: 91
papers_issued: 91
papers_collected: 91
valid_papers: 91
void_papers: 0
seats: 1
votes:
  - {candidate_key: 方志远, votes_for: 60}
  - {candidate_key: 林晓, votes_for: 20}
  - {candidate_key: 周立本, votes_for: 11}
"""
ON_PAPER = """
decide: election
deputies_in_office: 3
deputies_present: 3
papers_issued: 3
seats: 1
candidates: [方志远, 林晓]
papers: [○×, "×_", ○×]
"""


def faults_of(text: str) -> list[str]:
    with pytest.raises(CaseHasFaults) as caught:
        decide(reading.read_case(text))
    return [fault.text.en for fault in caught.value.faults]


def fault_of(text: str) -> str:
    (told,) = faults_of(text)
    return told


def changed(old: str, new: str, text: str = ELECTION) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("votes_for: 11", "votes_for: -1", "votes[2].votes_for: must be a whole number of at least 0, not -1"),
        ("votes_for: 11", "votes_for: 1.5", "votes[2].votes_for: must be a whole number of at least 0, not 1.5"),
        ("votes_for: 11", "votes_for: 十一", "votes[2].votes_for: must be a whole number of at least 0, not '十一'"),
        ("votes_for: 11", "votes_for: ", "votes[2].votes_for: must be a whole number of at least 0, not nothing"),
        ("votes_for: 11", "votes_for: true", "votes[2].votes_for: must be a whole number of at least 0, not true"),
        (", votes_for: 11", "", "votes[2].votes_for: is missing; must be a whole number of at least 0"),
        ("seats: 1", "seats: 0", "seats: must be a whole number of at least 1, not 0"),
        ("seats: 1", "seats: [1]", "seats: must be a whole number of at least 1, not several values"),
        ("seats: 1\n", "", "seats: is missing; must be a whole number of at least 1"),
        ("周立本", "方志远", "votes[2].candidate_key: 方志远 is named twice; must be named once"),
        ("周立本", '""', "votes[2].candidate_key: must be a text, not ''"),
        ("seats: 1", "seats: 1\ncompare_with: ALL", "compare_with: must be one of ISSUED, VOTERS, not 'ALL'"),
        ("seats: 1", "seats: 1\nmethod: {}", "method: is only told where papers are given"),
        ("decide: election", "{}", "decide: is missing; must be one of"),
        ("decide: election", "decide: [a]", "decide: there is no kind"),
        ("decide: election", "decide: elections", "decide: there is no kind elections (did you mean election?)"),
    ],
)
def test_a_wrong_field_is_told_by_its_path_and_what_it_must_be(old, new, told):
    text = changed(old, new if new != "{}" else "title: 没有种类")
    assert fault_of(text).startswith(told)


def test_an_unknown_field_is_told_with_the_one_that_was_meant():
    told = fault_of(changed("votes_for: 11", "votes_for: 11, votes_aganist: 2"))
    assert told.startswith("votes[2].votes_aganist: is no field here (did you mean votes_against?); there are: ")
    assert "abstentions" in told


def test_all_faults_are_told_at_once():
    told = faults_of(changed("votes_for: 11", "votes_for: x").replace("seats: 1", "seats: 0"))
    assert [one.partition(":")[0] for one in told] == ["seats", "votes[2].votes_for"]


def test_a_name_and_its_number_may_stand_for_a_row():
    short = ELECTION[: ELECTION.index("votes:")] + "votes: {方志远: 60, 林晓: 20, 周立本: 11}\n"
    assert decide(reading.read_case(short)).outcome == decide(reading.read_case(ELECTION)).outcome
    told = fault_of(short.replace("林晓: 20", "林晓: many"))
    assert told == "votes.林晓: must be a whole number of at least 0, not 'many'"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("○×, ", "○, ", "papers[0]: must have 2 marks, one for each printed name, not 1"),
        ("○×, ", "○q, ", "papers[0]: must be a row of marks, one for each printed name (○ × _ ? …), not '○q'"),
        ("○×, ", "7, ", "papers[0]: must be "),
        ("○×, ", "{marks: [CIRCLE, NOUGHT]}, ", "papers[0].marks[1]: must be one of CIRCLE, CROSS, "),
        ("○×, ", "{marks: ○×, times: 0}, ", "papers[0].times: must be a whole number of at least 1, not 0"),
        ("○×, ", "{marks: ○×, write_ins: [{}]}, ", "papers[0].write_ins[0].name: is missing; must be a text"),
        ("candidates: [方志远, 林晓]\n", "", "candidates: is missing; must be a list"),
        ("seats: 1", "seats: 1\nvotes: {}", "votes: is counted from the papers; give either papers or totals"),
        (
            "seats: 1",
            "seats: 1\nmethod: {scheme: TICK}",
            "method.scheme: must be one of CIRCLE, BLANK, OVAL, not 'TICK'",
        ),
        ("seats: 1", "seats: 1\nday: 2025-02-30", "day: must be a day such as 2025-04-01, not '2025-02-30'"),
    ],
)
def test_a_wrong_paper_is_told_by_its_place(old, new, told):
    assert fault_of(ON_PAPER.replace(old, new, 1)).startswith(told)


def test_what_only_the_rule_can_refuse_is_told_too():
    primary = "decide: primary\nkeep: 2\nvotes: {方志远: 3, 林晓: 2}\n"
    assert (
        fault_of(primary) == "no rule can decide it: a primary needs more persons than places, and at least one place"
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("decide: [", Fault.NOT_YAML),
        ("{\n", Fault.NOT_YAML),
        ("a: b: c", Fault.NOT_YAML),
        ("decide: !!python/object:os.system x", Fault.NOT_YAML),
        ("", Fault.NOT_A_MAPPING),
        ("- decide", Fault.NOT_A_MAPPING),
        ("seats: 1\nseats: 2", Fault.SAID_TWICE),
        ('{"seats": 1, "seats": 2}', Fault.SAID_TWICE),
        ("votes: {a: 1, a: 2}", Fault.SAID_TWICE),
        ("votes: {1: 2}", Fault.KEY_IS_NO_TEXT),
        ("a: &x [1]\nb: *x", Fault.ALIASED),
        ("a: &x [*x]", Fault.ALIASED),
        ("[" * 5000, Fault.NOT_YAML),
    ],
)
def test_what_is_no_case_at_all_is_told_in_one_sentence(text, fault):
    with pytest.raises(CaseIsWrong) as caught:
        reading.read_case(text)
    assert caught.value.fault is fault


def test_yaml_is_read_without_its_surprises():
    told = reading.read_case("a: no\nb: 2025-04-01\nc: 012\nd: true\ne: 1_000\nf: 1:30\non: off\ng: 12\nh:\ni: 0o7")
    assert told == {
        "a": "no", "b": "2025-04-01", "c": "012", "d": True, "e": "1_000", "f": "1:30", "on": "off", "g": 12, "h": None,
        "i": "0o7",
    }  # fmt: skip


def test_the_line_of_a_field_is_found_in_yaml_and_in_json():
    assert reading.find_line(ELECTION, ("votes", 2, "votes_for")) == 13
    assert reading.find_line(ELECTION, ("votes", 2, "nothing")) == 13
    assert reading.find_line('{\n"decide": "quorum",\n"deputies_present": -1}', ("deputies_present",)) == 3
    assert reading.find_line("{", ("a",)) is None


def test_every_fault_has_its_sentence_in_both_languages():
    assert set(SENTENCES) == set(Fault)
    assert all(text.zh.endswith("。") and not text.en.endswith(".") for text in SENTENCES.values())
