"""Every word of the interface has its English. When this fails: `python tools/messages.py`, then fill what it lists."""

import re
import textwrap

import pytest
from babel.messages.catalog import Catalog
from tools import messages

CHINESE = re.compile(r"[一-鿿]")


@pytest.fixture(scope="module")
def said() -> list[messages.Said]:
    return list(messages.extract())


@pytest.fixture(scope="module")
def held() -> Catalog:
    return messages.read_catalogue()


def test_strings_are_found_in_code_and_in_templates(said):
    assert {one.file.rpartition(".")[2] for one in said} >= {"py", "html"}


def test_every_string_has_its_english(said, held):
    missing = [
        f"{one.file}:{one.line}: {one.words}"
        for one in said
        if not messages.is_translated(held.get(one.words, one.context))
    ]
    assert not missing, "run `python tools/messages.py`, then translate:\n" + "\n".join(missing)


def test_no_translation_is_left_of_what_is_no_longer_said(said, held):
    _, report = messages.refresh(held, said)
    assert not report.obsolete, "run `python tools/messages.py`"


def test_every_translation_keeps_the_placeholders(held):
    unlike = [f"{m.id} -> {m.string}" for m in held if m.id and not messages.keeps_placeholders(m)]
    assert not unlike, "\n".join(unlike)


def test_no_translation_is_still_chinese_or_fuzzy(held):
    assert [m.id for m in held if m.id and (m.fuzzy or (m.string == m.id and CHINESE.search(str(m.id))))] == []


# the tool itself


def test_the_tool_reads_calls_of_every_kind(tmp_path):
    file = tmp_path / "page.py"
    file.write_text(
        textwrap.dedent(
            """
            a = gettext("一"), _("二" "三"), gettext_lazy('四')
            b = ngettext("{n} 张", "{n} 张票", n), pgettext("动作", "签到"), npgettext("人", "{n} 名", "{n} 名代表", n)
            c = gettext(word), ngettext("只有一个")
            """
        ),
        encoding="utf-8",
    )
    assert [(one.words, one.context, one.line) for one in messages.extract_file(file)] == [
        ("一", None, 2),
        ("二三", None, 2),
        ("四", None, 2),
        (("{n} 张", "{n} 张票"), None, 3),
        ("签到", "动作", 3),
        (("{n} 名", "{n} 名代表"), "人", 3),
    ]


def test_the_tool_reads_templates(tmp_path):
    file = tmp_path / "page.html"
    file.write_text(
        '<h1>{% translate "签到" %}</h1>\n{{ name|default:_("会堂") }}\n{# 不是词 #}\n'
        '{% blocktranslate trimmed with n=here %}\n  实到 {{ n }} 人\n{% endblocktranslate %}\n{% translate "选票" context "纸" %}',
        encoding="utf-8",
    )
    found = [(one.words, one.context, one.line) for one in messages.extract_file(file)]
    assert found == [("签到", None, 1), ("会堂", None, 2), ("实到 %(n)s 人", None, 4), ("选票", "纸", 7)]


def test_refreshing_keeps_translations_and_tells_what_is_new_and_gone():
    old = Catalog(locale="en")
    old.add("签到", "Sign in")
    old.add("旧话", "Old words")
    fresh, report = messages.refresh(
        old, [messages.Said("签到", None, "a.py", 1), messages.Said("新话", None, "a.py", 2)]
    )
    assert fresh.get("签到").string == "Sign in"
    assert [one.words for one in report.missing] == ["新话"]
    assert report.obsolete == ("旧话",)


@pytest.mark.parametrize(
    ("words", "english", "keeps"),
    [
        ("实到{present}人", "{present} present", True),
        ("实到{present}人", "{absent} present", False),
        ("实到{present}人", "present", False),
        ("实到 %(n)s 人", "%(n)s present", True),
        (("{n} 张", "{n} 张"), ("one paper", "{n} papers"), True),
        (("{n} 张", "{n} 张"), ("one paper", "papers"), False),
        (("{n} 张", "{n} 张"), ("{m} paper", "{n} papers"), False),
    ],
)
def test_a_translation_may_not_invent_or_lose_a_placeholder(words, english, keeps):
    catalogue = Catalog(locale="en")
    catalogue.add(words, english)
    assert messages.keeps_placeholders(catalogue.get(words)) is keeps


def test_a_catalogue_written_and_read_again_is_the_same(tmp_path):
    catalogue, _ = messages.refresh(messages.read_catalogue(), list(messages.extract()))
    messages.write_catalogue(catalogue, tmp_path / "django.po")
    assert (tmp_path / "django.po").read_text() == messages.CATALOGUE.read_text()
    assert (tmp_path / "django.mo").stat().st_size
