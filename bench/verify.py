"""Whether every changed character of released pages is found, whether harmless changes of form are left alone, how long it takes.

    python bench/verify.py [seed.txt]

The spring session is rehearsed through the real pages, and a year of standing pages is released beside it, with a named
editor. Every text counts as its page in Chinese and in English, texts of the session also as the stamped paper anyone may
take. All of them are altered in one character a thousand times, pages and papers, and reformatted a thousand times. A file named on the command line is a hijacked page: it is held against
the record of the page it was made from, rebuilt by putting 关于 where the foreign words stand.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huitang.config.settings")

TIMES = 1000
SEED = 6962


Held = list[tuple[bytes, str]]


def rehearsed_pages(home: Path) -> Held:
    """Each released text of the session: its record and its live pages, and its paper as words."""
    import httpx

    from huitang.web.terminal.rehearsal import server
    from huitang.web.terminal.rehearsal.play import rehearse
    from huitang.web.terminal.rehearsal.shape import SPRING

    server.found_town(home)
    with server.serve(home) as base:
        rehearse(SPRING, base=base, out=home / "out", tell=False)
        leaves = httpx.get(f"{base}/log/leaves.json").json()["leaves"]
        paths = [leaf["address"].removeprefix("http://localhost:8000").rstrip("/") for leaf in leaves]
        released = [path for path, leaf in zip(paths, leaves, strict=True) if leaf["deed"] == "RELEASED"]
        return [
            (httpx.get(f"{base}{path}.record.json").content, httpx.get(f"{base}{root}{path}/").text)
            for path in released
            for root in ("", "/en")
        ]


def standing_pages() -> Held:
    """A year of Qinghe in a town of its own, read by Django's client; an editor and a reviewer are named."""
    from tests.congress.publication import year_of_qinghe as told

    from huitang.congress.accounts.actor import Actor
    from huitang.congress.accounts.deeds import Role
    from huitang.congress.publication import commands, page_commands, site_commands
    from huitang.congress.publication.models import Release
    from huitang.congress.publication.standing import board, sources
    from huitang.congress.roster.models import Town
    from huitang.congress.seals import commands as seals
    from huitang.web.frame import house

    town = Town.objects.create(name="清河镇", code="standing")
    office, chair = (Actor(town.pk, town.code, role.value, role) for role in (Role.OFFICE, Role.CHAIR))
    told.fill(town)
    board.find_board = lambda town_id, *, year, on: told.WHOLE_BOARD if year == 2025 else None
    board.list_years = lambda town_id: (2025,)
    board.find_photo = lambda sha256, *, town_id: (told.PICTURE, "image/jpeg")
    page_commands.write_page(words=told.ABOUT, actor=office, now=told.JULY)
    words = site_commands.SiteWords(editor="古丽·买买提", reviewer="王小明、John Smith")
    site_commands.keep_site(words=words, seen=0, actor=office, now=told.JULY)
    for kind, subject in sources.list_subjects(town.pk):
        commands.draft_standing(kind=kind, subject=subject, actor=office, now=told.JULY)
    for draft in Release.objects.filter(town=town, state="DRAFT"):
        seals.release(release_id=draft.pk, site=house.site(), actor=chair, now=told.JULY)
    return [
        pair for key in Release.objects.filter(town=town, state="RELEASED").values_list("pk") for pair in visited(*key)
    ]


def visited(key: int) -> Held:
    """A text's record with its page, as an article and at its column's address, in both languages."""
    from django.test import Client

    from huitang.congress.publication import desk_queries
    from huitang.web.portal import columns, places

    visitor, row = Client(SERVER_NAME="localhost"), desk_queries.get_release(key)
    record = visitor.get(f"/releases/{key}.record.json").content
    addresses = (f"/releases/{key}/", columns.address_of(places.place_of(row.town_code), row))
    return [(record, visitor.get(root + path).content.decode()) for path in addresses for root in ("", "/en")]


def papers(held: Held) -> None:
    """Each text of the session as PDF, as anyone may take it: whole, and altered by one character a thousand times."""
    import json

    from django.conf import settings
    from tests.adapters.verifying import pages

    from huitang.adapters.verifying.suspect import read_suspect
    from huitang.adapters.verifying.trusted import read_record
    from huitang.adapters.verifying.verdict import Answer, judge
    from huitang.congress.seals import public_papers

    chance = random.Random(SEED)
    texts = []
    for content in dict.fromkeys(content for content, _page in held):
        key = int(json.loads(content)["address"].rstrip("/").rpartition("/")[2])
        if public_papers.has_public_paper(key, font_folders=settings.FONT_FOLDERS):
            drawn = public_papers.get_public_paper(key, font_folders=settings.FONT_FOLDERS).content
            texts.append((read_record(content), read_suspect(drawn)))
    whole = [judge(record, text).answer is Answer.WHOLE for record, text in texts]
    found = 0
    for _ in range(TIMES):
        record, text = chance.choice(texts)
        verdict = judge(record, text)
        at = chance.choice([at for at in range(verdict.start, verdict.end) if not text[at].isspace()])
        other = chance.choice([letter for letter in pages.LETTERS + pages.DIGITS if letter != text[at]])
        answer = judge(record, text[:at] + other + text[at + 1 :]).answer
        found += answer is Answer.ALTERED
        if answer is not Answer.ALTERED:
            print(f"   not found ({answer}): {text[at]!r} made {other!r} in {text[max(0, at - 12) : at + 12]!r}")
    print(f"{len(texts)} stamped papers as PDF: {sum(whole)} whole; {TIMES} single characters changed: {found} found")


def alterations(held: Held) -> None:
    from tests.adapters.verifying import pages

    from huitang.adapters.verifying.suspect import read_suspect
    from huitang.adapters.verifying.trusted import read_record
    from huitang.adapters.verifying.verdict import Answer, judge

    chance = random.Random(SEED)
    records = [(read_record(content), page) for content, page in held]
    done, found, exact, took = 0, 0, 0, []
    while done < TIMES:
        record, page = chance.choice(records)
        made = pages.alter(record, page, chance)
        if made is None:
            continue
        done += 1
        began = time.perf_counter()
        verdict = judge(record, read_suspect(made[0].encode()))
        took.append(time.perf_counter() - began)
        found += verdict.answer is Answer.ALTERED
        near = [one for one in verdict.differences if abs((one.piece or 0) - made[1]) <= 1]
        exact += len(verdict.differences) == 1 and bool(near)
    print(
        f"{done} single characters changed on {len(records)} pages: {found} found, {exact} told as one change in place"
    )
    print(f"  each {statistics.median(took) * 1000:.1f} ms, the slowest {max(took) * 1000:.0f} ms")


def reformattings(held: Held) -> None:
    from tests.adapters.verifying import pages

    from huitang.adapters.verifying.suspect import read_suspect
    from huitang.adapters.verifying.trusted import read_record
    from huitang.adapters.verifying.verdict import Answer, judge

    chance = random.Random(SEED)
    records = [(read_record(content), page) for content, page in held]
    kinds = list(pages.REFORMATTINGS)
    flagged: Counter[str] = Counter()
    for number in range(TIMES):
        record, page = chance.choice(records)
        kind = kinds[number % len(kinds)]
        made = pages.REFORMATTINGS[kind](page, chance)
        verdict = judge(record, read_suspect(made if isinstance(made, bytes) else made.encode()))
        if verdict.answer is not Answer.WHOLE:
            flagged[kind] += 1
            if flagged[kind] == 1:
                print(
                    "   flagged:", kind, record.title, [(d.change, d.ours, d.theirs) for d in verdict.differences][:3]
                )
    print(f"{TIMES} reformattings of {len(kinds)} kinds: {sum(flagged.values())} flagged {dict(flagged) or ''}")


def seed(path: Path) -> None:
    from tests.adapters.verifying import pages

    from huitang.adapters.verifying.verdict import judge

    text = path.read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line.strip()]
    brand = lines[0].strip()
    end = next(number for number, line in enumerate(lines) if line.startswith("扫一扫"))
    blocks = [pages.p(line.replace(f"{brand}:", "关于")) for line in lines[4:end]]
    source = lines[3].partition("来源:")[2].partition("发布时间")[0]
    record = pages.record_of(lines[2], blocks, source=source)
    verdict = judge(record, text)
    located = [one.start for one in verdict.differences]
    injected = [at for at in range(len(text)) if text.startswith(brand, at)]
    print(
        f"hijacked page: {verdict.answer}, {len(injected)} injected, {len(set(injected) & set(located))} located,",
        end=" ",
    )
    print(f"{len(set(located) - set(injected))} genuine words flagged")


def compared(held: Held) -> None:
    """The same pages by difflib and by rapidfuzz alone, without anchors: how long, and what they leave to be read."""
    from difflib import SequenceMatcher

    from huitang.adapters.verifying.normal import normal
    from huitang.adapters.verifying.suspect import read_suspect
    from huitang.adapters.verifying.trusted import read_record
    from huitang.adapters.verifying.verdict import judge

    content, page = max(held, key=lambda one: len(one[0]))
    record, text = read_record(content), read_suspect(page.encode())
    ours, theirs = "".join(normal(piece).text for piece in record.pieces), normal(text).text
    theirs = theirs.replace("会议", "星湖大赌场_星湖国际官网：")
    tools: dict[str, Callable[[], object]] = {
        "difflib": lambda: SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes(),
        "ours": lambda: judge(record, text.replace("会议", "星湖大赌场_星湖国际官网：")),
    }
    try:
        from rapidfuzz.distance import Levenshtein

        tools["rapidfuzz"] = lambda: Levenshtein.opcodes(ours, theirs)
    except ImportError:
        pass
    for name, tool in tools.items():
        began = time.perf_counter()
        made = tool()
        steps = len(made.differences) if name == "ours" else sum(one[0] != "equal" for one in made)  # type: ignore[attr-defined, union-attr]
        print(
            f"  {name:<10} {len(ours)} in {len(theirs)} characters: {time.perf_counter() - began:.3f} s, {steps} changes"
        )


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        os.environ["HUITANG_FONTS"] = os.environ.get("HUITANG_FONTS") or str(Path("var/fonts").resolve())
        os.environ["HUITANG_HOME"] = place
        import django

        django.setup()
        held = [*rehearsed_pages(Path(place)), *standing_pages()]
        papers(held)
        alterations(held)
        reformattings(held)
        compared(held)
    for name in sys.argv[1:]:
        seed(Path(name))


if __name__ == "__main__":
    main()
