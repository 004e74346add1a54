"""Scrutineers, elections and projects as the office prepares them."""

from django.core.files.uploadedfile import SimpleUploadedFile

from huitang.congress.elections import queries as elections
from huitang.congress.elections.models import Election, Nomination
from huitang.congress.project_votes import queries as project_votes
from huitang.congress.scrutiny import queries as scrutiny
from tests.stage import INPUTS


def election(house):
    return elections.list_elections(house.session_id)[0]


def page(house, name):
    return house.office.get(f"/desk/sessions/{house.session_id}/{name}/")


def nominate(house, *, client=None, **fields):
    form = {"name": "", "deputy_id": "", "by_presidium": "no", "signers": "", "about": "", **fields}
    return (client or house.office).post(f"/desk/elections/{election(house).id}/nominate/", form)


def reopen(house):
    address = f"/desk/elections/{election(house).id}/reopen/"
    assert house.office.post(address, {"reason": "补充提名"}).status_code == 302


def test_a_scrutineer_who_is_a_relative_of_a_candidate_is_shown_with_the_article(house):
    watcher = scrutiny.get_scrutiny(house.session_id).scrutineers[1]
    form = {"candidate_name": "陆文清", "relative_name": watcher.name, "relation": "配偶"}
    house.office.post(f"/desk/sessions/{house.session_id}/scrutineers/relatives/", form)
    shown = page(house, "scrutineers").content.decode()
    assert f"{watcher.name}是候选人陆文清的近亲属" in shown
    assert "《选举法》第四十三条（参照）" in shown


def test_the_list_of_scrutineers_is_replaced_and_locked_once_adopted(house):
    address = f"/desk/sessions/{house.session_id}/scrutineers/name/"
    ids = [d.deputy_id for d in house.deputies(house.sitting().id)[30:34]]
    house.office.post(address, {"chief": ids[0], "others": [*ids[1:], ""]})
    named = [row.deputy_id for row in scrutiny.get_scrutiny(house.session_id).scrutineers]
    assert (named[0], set(named)) == (ids[0], set(ids))
    wrong = house.office.post(address, {"chief": "", "others": ids})
    assert wrong.status_code == 422
    assert "总监票人" in wrong.content.decode()
    assert house.office.post(address, {"chief": 999_999, "others": ids}).status_code == 422
    house.run_to("ELECTION", "ISSUING")
    assert house.office.post(address, {"chief": ids[3], "others": ids[:2]}).status_code == 409
    assert "不能再改" in page(house, "scrutineers").content.decode()


def test_tellers_are_named_one_a_line(house):
    house.office.post(f"/desk/sessions/{house.session_id}/scrutineers/tellers/", {"names": "罗静\n\n 贺兰 \n"})
    assert scrutiny.get_scrutiny(house.session_id).tellers == ("罗静", "贺兰")
    assert "罗静\n贺兰" in page(house, "scrutineers").content.decode()


def by_name(rows):
    return {row.name: row for row in rows}


def test_ten_signers_are_read_from_their_numbers_as_written_on_the_paper(house):
    reopen(house)
    answer = nominate(house, name="方 志远", signers="１ ２、3，4-9 12")
    assert answer.status_code == 302
    nominated = by_name(election(house).nominations)["方志远"]
    assert len(nominated.signers) == 10
    shown = page(house, "elections").context["cards"][0][0].nominees
    assert by_name(nominee.row for nominee in shown).keys() >= {"方志远"}
    assert all(nominee.stands for nominee in shown)


def test_too_few_signers_are_found_with_the_article_and_the_candidates_cannot_be_fixed(house):
    reopen(house)
    nominate(house, name="方志远", signers="20-28")
    shown = page(house, "elections")
    card = shown.context["cards"][0][0]
    added = next(nominee for nominee in card.nominees if nominee.row.name == "方志远")
    assert (card.next, added.stands) == ("NOMINATE", False)
    refused = house.office.post(f"/desk/elections/{election(house).id}/fix/")
    assert refused.status_code == 409
    assert "不能成立" in refused.content.decode()
    house.office.post(f"/desk/nominations/{added.row.id}/withdraw/")
    assert house.office.post(f"/desk/elections/{election(house).id}/fix/").status_code == 302
    assert house.office.post(f"/desk/elections/{election(house).id}/fix/").status_code == 409


def test_signers_that_cannot_be_read_are_refused_and_nothing_typed_is_lost(house):
    reopen(house)
    for signers, sentence in (("甲 乙", "看不懂"), ("9-3", "看不懂"), ("1 4444", "没有4444号")):
        answer = nominate(house, name="方志远", signers=signers, about="女，四十岁")
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
        assert f'value="{signers}"' in answer.content.decode()
        assert "女，四十岁" in answer.content.decode()
    assert nominate(house, name=" ", signers="1-10").status_code == 422
    assert nominate(house, name="陆文清", signers="1-10").status_code == 422
    assert len(election(house).nominations) == 1


def test_nominations_are_closed_to_the_desk_once_the_candidates_are_fixed(house):
    answer = nominate(house, name="方志远", signers="1-10")
    assert answer.status_code == 409
    assert "提名已经截止" in answer.content.decode()


def test_the_method_is_kept_and_shut_once_the_congress_adopted_it(house):
    address = f"/desk/sessions/{house.session_id}/elections/method/"
    form = {"scheme": "OVAL", "unclear": "WHOLE", "seal_required": "on"}
    assert house.office.post(address, form).status_code == 302
    method = elections.get_method(house.session_id)
    assert (method.scheme, method.seal_required, method.writein_requires_against) == ("OVAL", True, False)
    assert page(house, "elections").context["desk"].method_finding.state == "FLAGGED"
    assert house.office.post(address, {"scheme": "DICE", "unclear": "PART"}).status_code == 422
    house.run_to("ELECTION", "ISSUING")
    assert house.office.post(address, form).status_code == 409


def test_a_post_is_prepared_once_and_a_chief_post_has_one_seat(house):
    address = f"/desk/sessions/{house.session_id}/elections/prepare/"
    form = {"post": "HEAD", "kind": "BY_ELECTION", "seats": 2, "surplus": 0, "vacancy": "DIED"}
    wrong = house.office.post(address, form)
    assert wrong.status_code == 422
    assert "主席、镇长只选1名" in wrong.content.decode()
    assert house.office.post(address, {**form, "seats": 1}).status_code == 302
    assert house.office.post(address, {**form, "seats": 1}).status_code == 422
    assert Election.objects.count() == 2


TWO = "序号,项目名称,总投资（万元）\n1,修桥,80\n2,太阳能路灯安装,80.5\n".encode()


def previewed(house, content=TWO, name="清单.csv"):
    address = f"/desk/sessions/{house.session_id}/projects/import/"
    return house.office.post(address, {"file": SimpleUploadedFile(name, content)}, follow=True)


def confirmed(house, page):
    shown = page.context["page"]
    address = f"/desk/candidates/import/{shown.upload.id}/commit/"
    return house.office.post(address, {"seal": shown.plan.seal}, follow=True)


def candidates(house):
    return [project.name for project in project_votes.find_vote(house.session_id).projects]


def test_a_wrong_project_file_says_the_cell_and_changes_nothing(house):
    page = previewed(house, "序号,项目名称,总投资（万元）\n1,修桥,八十\n".encode()).content.decode()
    assert "<b>C2</b>" in page
    assert "/commit/" not in page
    address = f"/desk/sessions/{house.session_id}/projects/import/"
    assert house.office.post(address).status_code == 422
    assert previewed(house, b"no sheet", "x.xlsx").status_code == 422
    assert len(candidates(house)) == 12


def test_the_preview_says_what_comes_what_changes_and_what_goes(house):
    page = previewed(house)
    text = page.content.decode()
    assert "A 序号、B 项目名称、C 总投资（万元）" in text
    assert "<del>75.6</del> → 80.5" in text
    assert "现在的 12 项名单整体换成文件里的 2 项" in text
    assert "文件里只有 2 项，应选 10 项。" in text
    assert "1 东桥村至石门村道路硬化、" in text
    assert len(candidates(house)) == 12
    assert "候选项目名单已替换：新增 1 项，变更 1 项，不变 0 项。" in confirmed(house, page).content.decode()
    assert candidates(house) == ["修桥", "太阳能路灯安装"]


def test_a_project_file_replaces_the_whole_list_and_the_old_one_puts_it_back(house):
    confirmed(house, previewed(house))
    desk = page(house, "projects").context["desk"]
    assert (desk.next, desk.total_investment) == ("TOO_FEW", "160.5")
    content = (INPUTS / "projects-12-choose-10.xlsx").read_bytes()
    confirmed(house, previewed(house, content, "p.xlsx"))
    assert page(house, "projects").context["desk"].next == "ADOPT_METHOD"
    again = previewed(house, content, "p.xlsx").content.decode()
    assert "这份文件与现有的候选项目完全一致。" in again
    assert "/commit/" not in again


def test_two_clerks_with_the_same_list_write_it_once(house):
    one, other = previewed(house), previewed(house)
    confirmed(house, one)
    late = confirmed(house, other)
    assert late.status_code == 409
    assert "预览之后候选项目有了变动" in late.content.decode()
    assert confirmed(house, one).status_code == 409
    assert len(candidates(house)) == 2


def test_an_unsettled_list_is_pointed_out_and_given_up(house):
    shown = previewed(house).context["page"].upload.id
    assert "有一份候选项目还没有办完" in page(house, "projects").content.decode()
    done = house.office.post(f"/desk/candidates/import/{shown}/give-up/", follow=True).content.decode()
    assert "候选项目没有任何变动" in done
    assert "有一份候选项目还没有办完" not in done
    assert house.office.get(f"/desk/candidates/import/{shown}/").status_code == 409
    assert len(candidates(house)) == 12


def test_a_list_uploaded_before_the_first_round_cannot_be_written_after_it(house):
    shown = previewed(house)
    house.run_to("PROJECT_VOTE", "ISSUING")
    late = confirmed(house, shown)
    assert late.status_code == 409
    assert late.content.decode().count("票决已经开始，候选项目不能再改。") == 1
    assert 'name="seal"' not in late.content.decode()
    assert len(candidates(house)) == 12


def test_the_project_method_is_kept_until_adopted(house):
    address = f"/desk/sessions/{house.session_id}/projects/method/"
    form = {"to_choose": 8, "mode": "MAJORITY", "is_competitive": "on"}
    assert house.office.post(address, form).status_code == 302
    assert project_votes.find_vote(house.session_id).to_choose == 8
    assert house.office.post(address, {**form, "to_choose": 0}).status_code == 422
    house.office.post(address, {**form, "to_choose": 10})
    house.run_to("PROJECT_VOTE", "ISSUING")
    assert house.office.post(address, form).status_code == 409


def test_results_are_shown_with_their_articles_after_the_rounds(house):
    house.run_to("ELECTION", "DECIDED")
    shown = page(house, "elections").content.decode()
    assert "当选：陆文清" in shown
    assert "《地方组织法》第二十五条" in shown
    assert len(page(house, "projects").context["desk"].vote.adopted) == 10


def test_another_town_and_other_roles_find_nothing(house):
    stranger = house.stranger()
    for name in ("elections", "projects", "scrutineers", "releases", "attendees"):
        address = f"/desk/sessions/{house.session_id}/{name}/"
        assert stranger.get(address).status_code == 404
        assert house.public.get(address).status_code == 302
        assert house.teller_a.get(address).status_code == 403
    assert nominate(house, client=stranger, name="甲", by_presidium="yes").status_code == 404
    key = Nomination.objects.get().pk
    assert stranger.post(f"/desk/nominations/{key}/withdraw/").status_code == 409
    assert stranger.post(f"/desk/elections/{election(house).id}/reopen/", {"reason": "x"}).status_code == 404
    for deed, form in (
        ("elections/method", {"scheme": "OVAL", "unclear": "PART"}),
        ("elections/prepare", {"post": "HEAD", "kind": "BY_ELECTION", "seats": 1, "vacancy": "DIED"}),
        ("projects/method", {"to_choose": 3, "mode": "MAJORITY"}),
        ("scrutineers/name", {"chief": 1}),
        ("scrutineers/tellers", {"names": "某"}),
        ("scrutineers/relatives", {"candidate_name": "某", "relative_name": "某"}),
        ("releases/draft", {}),
    ):
        assert stranger.post(f"/desk/sessions/{house.session_id}/{deed}/", form).status_code == 404
