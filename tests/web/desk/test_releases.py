"""The office drafts from the record; releasing is the chair's deed."""

from huitang.congress.publication import commands as publication
from huitang.congress.publication import queries as published


def test_drafts_are_written_from_the_record_and_previewed(house):
    house.run_to("ELECTION", "DECIDED")
    address = f"/desk/sessions/{house.session_id}/releases/"
    assert "还没有文稿" in house.office.get(address).content.decode()
    house.office.post(f"{address}draft/")
    rows = published.list_releases(house.session_id)
    announced = next(row for row in rows if row.facts.get("elected") == ["陆文清"])
    shown = house.office.get(f"/desk/releases/{announced.id}/").content.decode()
    assert "陆文清" in shown
    assert announced.check_code in shown
    assert house.public.get(f"/desk/releases/{announced.id}/").status_code == 302
    assert house.stranger().get(f"/desk/releases/{announced.id}/").status_code == 404


def test_drafting_twice_changes_nothing_and_says_so(house):
    house.run_to("PROJECT_VOTE", "DECIDED")
    address = f"/desk/sessions/{house.session_id}/releases/draft/"
    house.office.post(address)
    before = published.list_releases(house.session_id)
    assert "没有新的文稿" in house.office.post(address, follow=True).content.decode()
    assert published.list_releases(house.session_id) == before


def test_a_released_text_shows_its_number_and_state(house):
    house.run_to("ELECTION", "DECIDED")
    house.office.post(f"/desk/sessions/{house.session_id}/releases/draft/")
    row = next(r for r in published.list_releases(house.session_id) if r.kind == "ANNOUNCEMENT")
    publication.release(release_id=row.id, actor=house.play.chair, now=house.tick())
    shown = house.office.get(f"/desk/releases/{row.id}/").content.decode()
    assert "（第 1 号）" in shown
    assert "已发布" in shown
