"""`huitang decide FILE`, as typed: its answer, its refusals and their exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).parents[3]
HEADS = ROOT / "docs/cases/deputy_heads.yaml"


def typed(*words: str, capsys) -> tuple[int, str, str]:
    status = 0
    try:
        call_command("decide", *words)
    except SystemExit as end:
        status = end.code
    out, err = capsys.readouterr()
    return status, out, err


def test_the_answer_is_in_chinese_unless_english_is_asked_for(capsys):
    status, told, _ = typed(str(HEADS), capsys=capsys)
    assert status == 0
    assert "选举：票数相等，再次投票 [TIED]" in told
    assert "5. 周立本、林晓各得52票，票数相等" in told
    assert "《地方组织法》第二十九条第一款 [2022-03-11]：" in told
    assert "就票数相等的再次投票" in told
    _, english, _ = typed(str(HEADS), "--lang", "en", capsys=capsys)
    assert "election: tied: vote again [TIED]" in english
    assert "Organic Law art. 29(1) [2022-03-11]: " in english


def test_the_answer_in_json_is_for_programs_and_holds_both_languages(capsys):
    _, told, _ = typed(str(HEADS), "--json", capsys=capsys)
    answer = json.loads(told)
    assert answer["outcome"]["tied"] == ["周立本", "林晓"]
    assert answer["citations"][0]["key"] == "ZZF-14.4"
    assert {step["zh"] for step in answer["steps"]} >= {"方志远得71票，当选。"}
    assert [act["act"] for act in answer["next_acts"]] == ["DECLARE", "TIE_BALLOT"]


def test_the_schema_is_printed_as_it_is_kept(capsys):
    _, told, _ = typed("--schema", capsys=capsys)
    assert told == (ROOT / "docs/case-schema.json").read_text(encoding="utf-8")


def test_a_wrong_field_is_told_with_its_line_and_path_and_the_exit_status_is_two(tmp_path, capsys):
    case = tmp_path / "case.yaml"
    case.write_text(HEADS.read_text(encoding="utf-8").replace("votes_for: 52, votes_against: 33", "votes_for: many"))
    status, out, told = typed(str(case), "--lang", "en", capsys=capsys)
    assert (status, out) == (2, "")
    assert told == f"{case}:14: votes[2].votes_for: must be a whole number of at least 0, not 'many'\n"
    assert "votes[2].votes_for：应当是不小于0的整数，不是'many'。" in typed(str(case), capsys=capsys)[2]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("decide: elections", "没有“elections”这种案例（是不是election？）。应当是："),
        ("decide: [", "不是YAML或JSON：第"),
        ("- 1", "一个文件写一个案例，每个值都有字段名。"),
        ("seats: 1\nseats: 2", "“seats”写了两次（第2行）。"),
    ],
)
def test_what_is_no_case_is_told_in_one_sentence(words, told, tmp_path, capsys):
    case = tmp_path / "case.yaml"
    case.write_text(words, encoding="utf-8")
    status, _, err = typed(str(case), capsys=capsys)
    assert status == 2
    assert told in err
    assert err.count("\n") == 1


def test_a_file_that_is_not_there_or_no_text_is_told_too(tmp_path, capsys):
    assert typed(str(tmp_path / "none.yaml"), capsys=capsys)[::2] == (2, f"没有找到文件{tmp_path}/none.yaml。\n")
    (tmp_path / "case.yaml").write_bytes(b"\xff\xfe\x00")
    assert "不是UTF-8文本" in typed(str(tmp_path / "case.yaml"), capsys=capsys)[2]
    assert "打不开" in typed(str(tmp_path), capsys=capsys)[2]
    assert typed(capsys=capsys)[0] == 2


def test_it_is_a_command_that_needs_no_town_and_reads_the_standard_input(tmp_path):
    """In an empty home, without a database."""
    run = subprocess.run(
        [Path(sys.executable).with_name("huitang"), "decide", "-", "--lang", "en"],
        input="decide: quorum\ndeputies_in_office: 95\ndeputies_present: 63\n",
        env={**os.environ, "HUITANG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "quorum: no quorum [NOT_QUORATE]" in run.stdout
    assert not list(tmp_path.glob("*.sqlite3"))
