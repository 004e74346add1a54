"""Holds every number that was published against the record, and the record against the shape."""

from typing import Any

from huitang.web.terminal.rehearsal.shape import Shape


def find_disagreements(shape: Shape, record: dict[str, Any], texts: list[dict[str, Any]]) -> tuple[str, ...]:
    """One sentence for each number that does not agree; empty when all do."""
    of_votes = (*_elected(shape, record), *_projects(shape, record), *_rated(shape, record))
    return (*_attendance(shape, record), *of_votes, *_texts(record, texts))


def _attendance(shape: Shape, record: dict[str, Any]) -> list[str]:
    wanted = {"in_office": shape.in_office, "on_leave": shape.on_leave, "present": shape.present}
    found = record["attendance"]
    return [
        f"attendance {name}: {found[name]}, not {number}" for name, number in wanted.items() if found[name] != number
    ]


def _elected(shape: Shape, record: dict[str, Any]) -> list[str]:
    wanted = {post.post: sorted(post.candidates) for post in shape.posts}
    found = {election["post"]: sorted(election["elected"]) for election in record["elections"]}
    votes = {line["name"]: line["for"] for election in record["elections"] for line in election["rounds"][-1]["votes"]}
    cast = {name: number for post in shape.posts for name, number in zip(post.candidates, post.votes_for, strict=True)}
    told = [
        f"{name}: {votes.get(name)} votes, not {number}" for name, number in cast.items() if votes.get(name) != number
    ]
    return told if wanted == found else [*told, f"elected {found}, not {wanted}"]


def _projects(shape: Shape, record: dict[str, Any]) -> list[str]:
    if not shape.projects_to_choose:
        return []
    found = record["projects"]
    votes = sorted((line["for"] for line in found["rounds"][-1]["votes"]), reverse=True)
    told = [] if votes == sorted(shape.project_votes, reverse=True) else [f"project votes {votes}"]
    chosen = len(found["adopted"])
    return told if chosen == shape.projects_to_choose else [*told, f"{chosen} projects chosen"]


def _rated(shape: Shape, record: dict[str, Any]) -> list[str]:
    if not shape.ratings:
        return []
    lines = record["rating"]["rounds"][-1]["items"]
    found = [((line["satisfied"], line["basically"], line["dissatisfied"]), line["grade"]) for line in lines]
    wanted = list(zip(shape.ratings, shape.grades, strict=True))
    return [f"rated {one}, not {other}" for one, other in zip(found, wanted, strict=True) if one != other]


def _texts(record: dict[str, Any], texts: list[dict[str, Any]]) -> list[str]:
    """Each text carries facts; they must be the record's own, and stand on the page in figures."""
    elections = {election["id"]: election for election in record["elections"]}
    votes = {vote["id"]: vote for vote in record["votes"]}
    told: list[str] = []
    for text in texts:
        facts, page = text["facts"], text["page"]
        if "post" in facts:
            told += [] if facts == elections[facts["id"]] else [f"{text['title']}: not the record's election"]
            told += [f"{text['title']}: {name} is missing" for name in facts["elected"] if name not in page]
            told += _figures_missing(text["title"], facts["rounds"][-1], page)
        elif "matter" in facts:
            told += [] if facts == votes[facts["id"]] else [f"{text['title']}: not the record's vote"]
        elif "adopted" in facts:
            told += [] if facts == record["projects"] else [f"{text['title']}: not the record's projects"]
            told += [f"{text['title']}: {name} is missing" for name in facts["adopted"] if name not in page]
        else:
            told += _news(record, page)
    return told


def _figures_missing(title: str, round_: dict[str, Any], page: str) -> list[str]:
    wanted = [round_["in_office"], round_["present"], round_["issued"], round_["collected"]]
    wanted += [line["for"] for line in round_["votes"]]
    return [f"{title}: {number} is missing" for number in wanted if str(number) not in page]


def _news(record: dict[str, Any], page: str) -> list[str]:
    found = record["attendance"]
    wanted = [f"应到代表{found['in_office']}名", f"实到代表{found['present']}名"]
    wanted += [name for election in record["elections"] for name in election["elected"]]
    return [f"news: {words} is missing" for words in wanted if words not in page.replace(" ", "")]
