"""The offline page says what `huitang verify` says: held against it in a real browser, from the disk, without a network."""

import hashlib
import importlib.resources
import json
import os
import random
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from huitang.adapters.signing import keys
from huitang.adapters.verifying import furniture
from huitang.adapters.verifying.suspect import read_suspect
from huitang.adapters.verifying.verdict import Answer, Change, judge
from tests.adapters.verifying import pages
from tests.adapters.verifying.pages import NEWS, RECORDS, page_of

PASSPHRASE = "qinghe congress office"
CONTENT = pages.bytes_of(NEWS.title, NEWS.told["blocks"])
FILE = importlib.resources.files("huitang.web.portal") / "static/portal/verify.html"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    browser_path = os.environ.get("HUITANG_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        context = browser.new_context(offline=True)
        page = context.new_page()
        page.goto(f"file://{FILE}")
        yield page
        browser.close()


def judged(tab: Page, record, text: str) -> tuple[str, int]:
    told = tab.evaluate(
        "([told, words]) => { const v = judge(told, words); return [v.answer, v.changes.length]; }",
        [json.loads(json.dumps(record.told)), text],
    )
    return told[0], told[1]


def test_it_judges_as_the_command_does(tab):
    chance = random.Random(7693)
    answers = {"OURS_WHOLE": "whole", "OURS_ALTERED": "altered", "NOT_OURS": "not"}
    texts = [(record, pages.pasted(change(page_of(record), chance), chance)) for record in RECORDS for change in FORMS]
    altered = [pages.alter(record, page_of(record), chance) for record in RECORDS for _ in range(20)]
    texts += [
        (record, read_suspect(made[0].encode()))
        for record, made in zip([one for one in RECORDS for _ in range(20)], altered, strict=True)
        if made
    ]
    texts += [
        (NEWS, "临江镇召开夏季防汛工作会议。"),
        (NEWS, page_of(NEWS).replace("关于", "星湖大赌场_星湖国际官网：")),
    ]
    row = "<tr><td>方志远"
    for words in (
        "<td>姓名</td><td>得票</td><td>结果</td>",
        "<td>姓名</td><td>票数</td>",
        "<td>陆文清</td><td>70</td>",
    ):
        page = page_of(RECORDS[0]).replace(row, f"<tr>{words}</tr>{row}")
        texts.append((RECORDS[0], read_suspect(page.encode())))
    for record in RECORDS:
        made = [pages.named(page_of(record), editor, reviewer) for editor, reviewer in pages.NAMES]
        made += [pages.below_title(page_of(record), f"<p>{pages.FACTS}</p><p>{words}</p>") for words in pages.HIDDEN]
        made.append(pages.below_title(page_of(record), f"{pages.HEADER}<p>{pages.FACTS}</p>"))
        texts += [(record, read_suspect(page.encode())) for page in made]
    for record, text in texts:
        verdict = judge(record, text)
        own = [one for one in verdict.differences if one.change is not Change.REPEATED]
        assert judged(tab, record, text) == (answers[verdict.answer], len(own)), text


@pytest.mark.parametrize(("page", "answer", "title"), pages.suggestion_pages())
def test_it_holds_one_suggestion_against_its_part(tab, page, answer, title):
    told = tab.evaluate(
        "([told, words]) => { const v = judge(told, words); return [v.answer, v.told.title]; }",
        [pages.SUGGESTIONS.told, read_suspect(page.encode())],
    )
    assert told == [{"OURS_WHOLE": "whole", "OURS_ALTERED": "altered"}[answer], title]


FORMS = [
    change
    for name, change in pages.REFORMATTINGS.items()
    if name not in ("pasted", "Word file", "another site, pasted")
]


def test_it_knows_the_same_furniture(tab):
    told = tab.evaluate("() => [WORDS, HEAD_WORDS, NAMED.split('|'), [MARKS]]")
    assert [set(one) for one in told] == [
        set(furniture.WORDS),
        set(furniture.HEAD_WORDS),
        set(furniture.NAMED),
        {furniture.MARKS},
    ]


def test_it_knows_the_same_names_and_hides_no_more(tab):
    lines = [f"发布时间：2025-04-01编辑：{one}审核：{other}第1版" for one, other in pages.NAMES]
    lines += [f"发布时间：2025-04-01{words}" for words in pages.HIDDEN]
    lines += [f"{editor}" for editor, _ in pages.NAMES] + ["编辑：张三", "索引号qinghe.example/2025-00005", "打印"]
    for words in lines:
        line = "".join(words.split())
        for is_head in (True, False):
            ours = furniture.furniture_of(["第1版"], head=["qinghe.example"], town="清河镇").is_furniture(
                line, is_head=is_head
            )
            theirs = tab.evaluate(
                "([line, isHead]) => furnitureOf(['第1版'], ['qinghe.example'], '清河镇')([...line], isHead)",
                [line, is_head],
            )
            assert ours == theirs, (line, is_head)


CHART = {"type": "chart", "form": "bars", "title": "各阶段的项目", "unit": "项", "series": ["计划", "实际"], "rows": []}
STAGES = {
    "type": "table",
    "caption": "各阶段的项目",
    "head": ["阶段", "项数"],
    "rows": [["建设中", "7"], ["已验收", "3"]],
}
BOARD = pages.record_of("清河镇2025年民生实事项目公示", [pages.p("2025年民生实事项目10项。"), CHART, STAGES])


@pytest.mark.parametrize("fold", ["", *furniture.FOLDS])
@pytest.mark.parametrize("before", ["", "8", "大", "，"])
def test_around_a_chart_both_let_its_own_words_stand_and_no_figure_or_sign(tab, fold, before):
    around = ["各阶段的项目", "（项）", "计划", "实际", fold]
    text = "\n".join([*BOARD.pieces[:2], *around, f"{before}{BOARD.pieces[2]}", *BOARD.pieces[3:]])
    verdict = judge(BOARD, text)
    assert verdict.answer is (Answer.ALTERED if before else Answer.WHOLE)
    assert judged(tab, BOARD, text) == ("altered" if before else "whole", len(verdict.differences))


@pytest.mark.parametrize("length", [0, 1, 3, 127, 128, 129, 256, 1000])
def test_its_blake2b_is_that_of_the_library(tab, length):
    content = bytes(random.Random(length).randbytes(length))
    told = tab.evaluate("(bytes) => [...blake2b(Uint8Array.from(bytes))]", list(content))
    assert bytes(told) == hashlib.blake2b(content).digest()


def check(tab: Page, tmp_path, content: bytes, signature: str, key: str, text: str) -> None:
    (tmp_path / "5.record.json").write_bytes(content)
    (tmp_path / "5.record.json.minisig").write_text(signature)
    tab.fill("#text", text)
    tab.set_input_files("#record", tmp_path / "5.record.json")
    tab.set_input_files("#signature", tmp_path / "5.record.json.minisig")
    tab.fill("#key", key)
    tab.click("button")


def test_it_verifies_a_signature_and_paints_what_was_changed(tab, tmp_path):
    made = keys.make_keys(PASSPHRASE)
    with keys.opened(made.secret_file, PASSPHRASE) as key:
        signature = key.sign(CONTENT, comment="version 1")
    text = "\n".join(NEWS.pieces)
    check(tab, tmp_path, CONTENT, signature, made.public.line, text)
    expect(tab.locator("#trust")).to_contain_text("记录的签名正确")
    expect(tab.locator("#answer h2")).to_contain_text("一字未改")
    check(tab, tmp_path, CONTENT, signature, made.public.line, text.replace("副镇长", "正镇长<script>"))
    expect(tab.locator("#answer h2")).to_contain_text("被改动过")
    assert tab.locator("#painted del").first.inner_text() == "副"
    assert "<script>" in tab.locator("#painted").inner_text()
    check(tab, tmp_path, CONTENT.replace("95名".encode(), "96名".encode()), signature, made.public.line, text)
    expect(tab.locator("#trust")).to_contain_text("签名不对")
    stranger = keys.make_keys(PASSPHRASE).public.line
    check(tab, tmp_path, CONTENT, signature, stranger, text)
    expect(tab.locator("#trust")).to_contain_text("不是这把公钥")


def test_a_saved_page_is_read_without_running_it(tab, tmp_path):
    (tmp_path / "saved.html").write_text(page_of(NEWS).replace("<h1>", "<img src=x onerror='document.title=1'><h1>"))
    (tmp_path / "5.record.json").write_bytes(CONTENT)
    tab.fill("#text", "")
    tab.set_input_files("#page", tmp_path / "saved.html")
    tab.set_input_files("#record", tmp_path / "5.record.json")
    tab.set_input_files("#signature", [])
    tab.click("button")
    expect(tab.locator("#answer h2")).to_contain_text("一字未改")
    assert tab.title().startswith("核对文稿")
