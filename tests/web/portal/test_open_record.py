"""Open data: valid in every form, nothing but what was released, every address alive."""

import io
import json
import re
from datetime import date, datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import jsonschema_rs
import pytest
from django.utils import translation
from icalendar import Calendar
from openpyxl import load_workbook

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.publication import commands, page_commands
from huitang.congress.publication.models import Release
from huitang.congress.roster.models import Term, Town
from huitang.congress.sittings.models import CongressSession
from huitang.web.portal import every_address, open_record, open_record_words
from tests.congress.publication.year_of_qinghe import JULY, OF_VOTERS, SECRET
from tests.web.portal import open_record_shapes as shapes
from tests.web.portal.conftest import a_news_item, a_resolution, an_announcement

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"
TABLES = ("deputies", "votes", "projects", "suggestions", "supervision", "money", "targets", "tasks")


@pytest.fixture
def session(released) -> CongressSession:
    """In the term the deputies of the year are of."""
    return CongressSession.objects.create(
        term=Term.objects.get(),
        number=8,
        playbook="spring",
        opens_on=date(2025, 3, 31),
        closes_on=date(2025, 4, 1),
        place=f"{SECRET}会议室",
    )


@pytest.fixture
def record(session, keep) -> dict[str, Release]:
    """A year and a session in force, and beside them words nobody may see: drafted, replaced, withdrawn."""
    hidden = a_resolution(f"{SECRET}决议")
    kept = {
        "announcement": keep(an_announcement(), number=1),
        "replaced": keep(hidden, state="REPLACED"),
        "resolution": keep(a_resolution(), version=2),
        "news": keep(a_news_item()),
    }
    other = type(hidden)("RESOLUTION", "hand_vote:9", f"{SECRET}题目", hidden.blocks, {**hidden.facts, "id": 9})
    kept["withdrawn"] = keep(other, state="WITHDRAWN")
    keep(type(hidden)("RESOLUTION", "hand_vote:10", f"{SECRET}草稿", hidden.blocks, hidden.facts), state="DRAFT")
    Release.objects.filter(pk=kept["withdrawn"].pk).update(withdrawn_at=JULY, withdrawn_because="有误")
    return kept


def content_of(client, path: str, status: int = 200) -> bytes:
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content


def told(client, path: str):
    return json.loads(content_of(client, path))


def place():
    return every_address.list_places()[0]


# safety


def test_no_file_holds_a_word_nobody_may_see(client, record):
    for path in every_address.list_files(place()):
        content = content_of(client, path)
        words = _words_in(path, content)
        for hidden in (SECRET, OF_VOTERS):
            assert hidden not in words, path
            assert json.dumps(hidden)[1:-1] not in words, path


def _words_in(path: str, content: bytes) -> str:
    if path.endswith(".xlsx"):
        sheet = load_workbook(io.BytesIO(content)).worksheets[0]
        return " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    return content.decode().replace("\r\n ", "")


def test_what_is_withdrawn_leaves_every_file_at_once(client, record, chair):
    assert "河西路已列入计划" in content_of(client, "/data/suggestions.csv").decode()
    row = Release.objects.get(kind="SUGGESTIONS", state="RELEASED")
    commands.withdraw(release_id=row.pk, reason="有误", actor=chair, now=JULY)
    content_of(client, "/data/suggestions.csv", 404)
    for path in every_address.list_files(place()):
        assert "河西路已列入计划" not in _words_in(path, content_of(client, path)), path


def test_a_withdrawn_paper_is_deleted_at_its_address_and_in_no_list(client, record):
    address = f"/data/oparl/papers/{record['withdrawn'].session_id}-resolution-hand-vote-9.json"
    gone = told(client, address)
    assert set(gone) == {"id", "type", "created", "modified", "deleted"}
    assert gone["deleted"] is True
    listed = told(client, "/data/oparl/papers/page-1.json")["data"]
    assert [one["name"] for one in listed] == ["清河镇第六届人民代表大会公告", "关于政府工作报告的决议"]
    since = told(client, "/data/oparl/papers/page-1.json?modified_since=2025-07-01T00:00:00%2B08:00")
    assert [one["id"] for one in since["data"]] == [f"{SITE}{address}"]


def test_nothing_public_means_no_data(client, town):
    assert client.get("/data/").status_code == 302
    for path in ("/data/popolo.json", "/atom.xml", "/calendar.ics", "/data/oparl/system.json", "/data/votes.csv"):
        content_of(client, path, 404)
    assert b"Sitemap" in content_of(client, "/robots.txt")


def test_when_everything_is_withdrawn_only_tombstones_are_left(client, town, chair, announcement):
    for one in Release.objects.filter(state="RELEASED"):
        commands.withdraw(release_id=one.pk, reason="有误", actor=chair, now=JULY)
    assert client.get("/data/").status_code == 200
    for path in ("/data/popolo.json", "/atom.xml", "/calendar.ics", "/data/oparl/body.json"):
        content_of(client, path, 404)
    assert told(client, "/data/oparl/bodies/page-1.json")["data"] == []
    (path,) = every_address.list_files(place())
    assert told(client, path)["deleted"] is True
    assert [path for path in every_address.list_all_addresses() if client.get(path).status_code == 404] == []


# Popolo


def test_the_popolo_document_is_of_its_shape_and_whole(client, record):
    document = told(client, "/data/popolo.json")
    shapes.POPOLO.validate(document)
    known = {one["id"] for group in document.values() for one in group}
    assert len(known) == sum(map(len, document.values()))
    for group in document.values():
        for one in group:
            linked = {value for key, value in one.items() if key.endswith("_id")}
            assert linked <= known, one


def test_votes_are_counts_and_never_voters(client, record):
    document = told(client, "/data/popolo.json")
    by_hand, by_paper = document["vote_events"]
    assert by_hand["counts"] == [
        {"option": "yes", "value": 83},
        {"option": "no", "value": 2},
        {"option": "abstain", "value": 5},
        {"option": "not voting", "value": 1},
    ]
    assert by_paper["classification"] == "secret ballot"
    assert by_paper["counts"] == [{"option": "陆文清", "value": 70}, {"option": "方志远", "value": 17}]
    assert by_paper["papers"] == {"issued": 91, "collected": 90, "valid": 88, "void": 2}
    assert not any("votes" in one or "voter" in json.dumps(one) for one in document["vote_events"])


def test_a_deputy_elected_to_an_office_is_one_person_with_the_day_under_the_announcement(client, record):
    document = told(client, "/data/popolo.json")
    (elected,) = [one["id"] for one in document["persons"] if one["name"] == "陆文清"]
    seats = {one["role"]: one for one in document["memberships"] if one["person_id"] == elected}
    assert seats["deputy_head"]["organization_id"] == "organization:government"
    assert seats["deputy_head"]["start_date"] == "2025-04-01"
    assert len([one for one in document["memberships"] if one["person_id"] == elected]) == 3


# OParl


def test_every_object_of_oparl_is_of_its_shape_and_stands_at_its_own_address(client, record):
    paths = [path for path in every_address.list_files(place()) if "/oparl/" in path]
    kinds = set()
    for path in [*paths, "/data/oparl/system.json", "/data/oparl/bodies/page-1.json"]:
        found = told(client, path)
        if "data" in found:
            shapes.OPARL_LIST.validate(found)
            continue
        kind = found["type"].rpartition("/")[2]
        kinds.add(kind)
        shapes.OPARL[kind].validate(found)
        assert found["id"] == f"{SITE}{path}"
    assert kinds == set(shapes.OPARL)


def test_every_address_named_in_oparl_answers(client, record):
    paths = [path for path in every_address.list_files(place()) if "/oparl/" in path]
    named = {url for path in paths for url in re.findall(rf'"({SITE}[^"]*)"', content_of(client, path).decode())}
    assert len(named) > 40
    for url in named:
        assert client.get(urlsplit(url).path).status_code == 200, url


def test_a_client_walks_from_the_system_to_every_paper(client, record):
    system = told(client, "/data/oparl/system.json")
    (body,) = told(client, urlsplit(system["body"]).path)["data"]
    papers = told(client, urlsplit(body["paper"]).path)
    names = [one["name"] for one in papers["data"]]
    assert "关于政府工作报告的决议" in names
    (meeting,) = [one for one in told(client, urlsplit(body["meeting"]).path)["data"] if "agendaItem" in one]
    assert [one["name"] for one in meeting["agendaItem"]] == ["听取和审议政府工作报告"]


def test_a_list_is_sifted_by_the_four_moments_and_says_when_one_is_wrong(client, record):
    later = told(client, "/data/oparl/papers/page-1.json?created_since=2030-01-01T00:00:00Z")
    assert (later["data"], later["pagination"]["totalElements"]) == ([], 0)
    wrong = client.get("/data/oparl/papers/page-1.json?created_since=yesterday")
    assert (wrong.status_code, wrong.json()["type"]) == (400, "https://schema.oparl.org/1.1/Error")
    assert client.get("/data/oparl/papers/none.json").json()["message"] == "没有这一项。"


# tables


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_the_same_as_csv_and_as_a_workbook(client, record, name):
    lines = content_of(client, f"/data/{name}.csv").decode("utf-8-sig")
    workbook = load_workbook(io.BytesIO(content_of(client, f"/data/{name}.xlsx")))
    rows = list(workbook.worksheets[0].iter_rows(min_row=2, values_only=True))
    assert lines.splitlines()[0] == ",".join(rows[0])
    assert len(rows) > 1
    assert all(str(row[-1]).startswith(f"{SITE}/releases/") for row in rows[1:])


def test_a_file_is_the_same_bytes_each_time_it_is_written(client, record):
    from huitang.congress.publication.open_record import files

    paths = every_address.list_files(place())
    first = {path: content_of(client, path) for path in paths}
    files.forget()
    assert {path: content_of(client, path) for path in paths} == first


# feeds, calendar, map


@pytest.mark.parametrize("path", ["/atom.xml", "/atom/announcement.xml", "/atom/money.xml"])
def test_a_feed_is_atom(client, record, path):
    content = content_of(client, path)
    feed = feedparser.parse(content)
    assert (feed.bozo, feed.version) == (False, "atom10")
    atom = {"a": "http://www.w3.org/2005/Atom"}
    root = ElementTree.fromstring(content)
    for name in ("id", "title", "updated"):
        assert len(root.findall(f"a:{name}", atom)) == 1, name
    assert {one.get("rel") for one in root.findall("a:link", atom)} == {"alternate", "self"}
    entries = root.findall("a:entry", atom)
    assert entries
    ids = [one.findtext("a:id", namespaces=atom) for one in entries]
    assert len(set(ids)) == len(ids)
    for one in entries:
        for name in ("id", "title", "updated", "published", "summary"):
            assert one.findtext(f"a:{name}", namespaces=atom), name
        assert one.find("a:author/a:name", atom) is not None
        assert datetime.fromisoformat(one.findtext("a:updated", namespaces=atom)).tzinfo is not None


def test_the_feed_has_the_latest_first_and_every_column_its_own(client, record):
    titles = [one.title for one in feedparser.parse(content_of(client, "/atom.xml")).entries]
    assert len(titles) == 10
    one = feedparser.parse(content_of(client, "/atom/announcement.xml"))
    assert [entry.title for entry in one.entries] == ["清河镇第六届人民代表大会公告"]
    assert one.feed.title == "清河镇人民代表大会 · 公告"
    content_of(client, "/atom/nothing.xml", 404)


def test_the_calendar_has_the_session_and_its_sittings(client, record):
    calendar = Calendar.from_ical(content_of(client, "/calendar.ics"))
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"] == "-//Huitang//Public sessions//ZH"
    days, sitting = calendar.walk("VEVENT")
    for event in (days, sitting):
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL"} <= set(event)
    assert (days["DTSTART"].dt, days["DTEND"].dt) == (date(2025, 3, 31), date(2025, 4, 2))
    assert sitting["DTSTART"].dt == datetime.fromisoformat("2025-03-31T08:30:00+08:00")
    assert days["UID"] != sitting["UID"]


def test_the_sitemap_names_pages_that_answer_in_both_languages(client, record):
    root = ElementTree.fromstring(content_of(client, "/sitemap.xml"))
    found = [one.text for one in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(found) == len(set(found)) > 30
    assert f"{SITE}/en/data/" in found
    for url in found:
        assert client.get(urlsplit(url).path).status_code == 200, url
    assert f"Sitemap: {SITE}/sitemap.xml" in content_of(client, "/robots.txt").decode()


def test_every_address_answers_and_only_withdrawn_texts_are_gone(client, record):
    gone = {f"/releases/{record['withdrawn'].pk}{end}" for end in ("/", ".json")}
    gone |= {f"/en{path}" for path in gone if path.endswith("/")}
    found = every_address.list_all_addresses()
    assert len(found) == len(set(found))
    assert gone <= set(found)
    for path in found:
        assert client.get(path).status_code == (410 if path in gone else 200), path


# the page and the answers


def test_the_page_lists_every_file_with_its_size(client, record):
    words = content_of(client, "/data/").decode()
    for name in TABLES:
        assert f'href="/data/{name}.csv"' in words
        assert f'href="/data/{name}.xlsx"' in words
    for path in ("/data/popolo.json", "/data/oparl/body.json", "/data/openapi.json", "/calendar.ics", "/atom.xml"):
        assert f'href="{path}"' in words
    assert "本单位没有另写使用条件" in words
    assert 'href="/data/"' in content_of(client, "/").decode()
    assert "Open data" in content_of(client, "/en/data/").decode()


def test_the_licence_of_the_installation_stands_on_the_page_and_in_the_files(client, record, settings):
    settings.DATA_LICENCE = "注明来源即可使用。"
    settings.DATA_LICENCE_ADDRESS = "https://licence.example/by/"
    words = content_of(client, "/data/").decode()
    assert "注明来源即可使用。" in words
    assert 'href="https://licence.example/by/" rel="license"' in words
    assert told(client, "/data/oparl/body.json")["license"] == "https://licence.example/by/"
    assert "注明来源即可使用。" in content_of(client, "/atom.xml").decode()


def test_data_may_be_read_by_any_page_and_pages_only_by_ours(client, record):
    for path in ("/data/popolo.json", "/data/votes.csv", "/data/oparl/body.json", "/atom.xml"):
        answer = client.get(path)
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert answer["Cache-Control"] == "public, no-cache"
        again = client.get(path, headers={"If-None-Match": answer["ETag"]})
        assert (again.status_code, again.content, again["Access-Control-Allow-Origin"]) == (304, b"", "*")
    page = client.get("/data/")
    assert "Access-Control-Allow-Origin" not in page
    assert page["Cross-Origin-Resource-Policy"] == "same-origin"


def test_files_speak_chinese_whoever_asks(client, record):
    before = content_of(client, "/atom.xml")
    client.cookies["django_language"] = "en"
    assert content_of(client, "/atom.xml") == before
    content_of(client, "/en/data/popolo.json", 404)


def test_a_file_already_written_costs_few_queries(client, record, django_assert_max_num_queries):
    content_of(client, "/data/votes.csv")
    with django_assert_max_num_queries(3):
        content_of(client, "/data/votes.csv")


# schema.org


def linked_on(client, path: str) -> list[dict]:
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', content_of(client, path).decode())
    return [json.loads(block) for block in blocks]


def test_each_page_says_what_it_is(client, record):
    assert [one["@type"] for one in linked_on(client, "/")] == ["GovernmentOrganization"]
    session = record["news"].session_id
    event, trail = linked_on(client, f"/sessions/{session}/")
    assert (event["@type"], event["startDate"], event["endDate"]) == ("Event", "2025-03-31", "2025-04-01")
    assert [one["position"] for one in trail["itemListElement"]] == [1, 2]
    article, trail = linked_on(client, f"/releases/{record['resolution'].pk}/")
    assert article["datePublished"] < article["dateModified"]
    assert article["headline"] == "关于政府工作报告的决议"
    assert linked_on(client, f"/en/releases/{record['resolution'].pk}/") == [article, trail]
    (money, _trail) = linked_on(client, "/money/2025/")
    assert money["url"] == f"{SITE}/money/2025/"
    (dataset, _trail) = linked_on(client, "/data/")
    assert dataset["@type"] == "Dataset"
    assert f"{SITE}/data/votes.csv" in [one["contentUrl"] for one in dataset["distribution"]]


def test_no_word_of_a_text_closes_the_block_it_stands_in(client, keep):
    evil = "</script><script>alert(1)</script>"
    draft = a_resolution(evil)
    release = keep(type(draft)(draft.kind, draft.subject, evil, draft.blocks, draft.facts))
    assert b"<script>alert" not in content_of(client, f"/releases/{release.pk}/")
    article, _trail = linked_on(client, f"/releases/{release.pk}/")
    assert article["headline"] == evil


# several towns


def test_each_of_two_towns_has_files_of_its_own_and_the_system_knows_both(client, record):
    other = Town.objects.create(code="linjiang", name="临江镇")
    office = Actor(other.pk, other.code, "临江办公室", Role.OFFICE)
    words = page_commands.PageWords("机构简介", "临江镇人大简介", "临江镇的主席团。", "about")
    page = page_commands.write_page(words=words, actor=office, now=JULY)
    commands.draft_standing(kind="PAGE", subject=f"page:{page}", actor=office, now=JULY)
    chair = Actor(other.pk, other.code, "临江主席", Role.CHAIR)
    commands.release(release_id=Release.objects.get(town=other).pk, actor=chair, now=JULY)
    content_of(client, "/data/popolo.json", 404)
    assert len(told(client, "/data/oparl/bodies/page-1.json")["data"]) == 2
    theirs = told(client, "/t/linjiang/data/oparl/body.json")
    assert theirs["id"] == f"{SITE}/t/linjiang/data/oparl/body.json"
    assert "临江" not in content_of(client, "/t/qinghe/data/popolo.json").decode()
    assert "清河" not in content_of(client, "/t/linjiang/atom.xml").decode()
    assert "临江镇人大简介" in content_of(client, "/atom.xml").decode()
    gone = {f"/releases/{record['withdrawn'].pk}{end}" for end in ("/", ".json")}
    for path in every_address.list_all_addresses():
        assert client.get(path).status_code == (410 if path.removeprefix("/en") in gone else 200), path


# OpenAPI


def test_the_description_is_openapi_and_its_examples_hold(client, record):
    description = told(client, "/data/openapi.json")
    shapes.OPENAPI.validate(description)
    for path in [path for path in description["paths"] if "{" not in path]:
        schema = description["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema_rs.validator_for(schema).validate(told(client, path))


def test_every_file_has_its_words_in_both_languages(client, record):
    town = open_record.files_of(place())
    with translation.override("zh-hans"):
        known = {str(words) for words in open_record_words.KNOWN}
    assert {words for one in town.listed for words in (one.title, one.about)} == known
    words = content_of(client, "/en/data/").decode()
    assert "Results of votes and elections" in words
    assert '<th scope="row">表决和选举结果' not in words
