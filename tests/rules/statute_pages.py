"""Writes docs/statutes: a page per article used, and the worked cases with the reasons the rules give.

Run `python tests/rules/statute_pages.py` to write them; a test says when they are out of date.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import yaml

from huitang.rules import law_names, provisions
from huitang.rules.legal_text import Citation
from tests.rules.statute_case import RULES, plain

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "statutes"
CASES = ROOT / "tests" / "statute_cases"
WRITTEN_OUT = {"citations", "steps", "next_acts", "vote", "write_in_basis"}


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> list[dict[str, Any]]:
    """By libyaml, where the wheel has it: the same values ten times sooner."""
    return yaml.load(path.read_text(encoding="utf-8"), _LOADER)


def read_cases() -> list[tuple[str, dict[str, Any]]]:
    return [(path.stem, case) for path in sorted(CASES.glob("*.yaml")) for case in read_yaml(path)]


def case_name(case: dict[str, Any]) -> str:
    return f"{case['id']} ({case['part']})" if "part" in case else str(case["id"])


def cited_by(outcome: Any) -> tuple[Citation, ...]:
    return tuple(getattr(outcome, "citations", ()))


def page_name(citation: Citation) -> str:
    article = citation.article.partition("(")[0].partition("#")[0]
    return f"{citation.law}-{article}.md" if article else f"{citation.law}.md"


def find_users() -> dict[str, list[str]]:
    users: defaultdict[str, list[str]] = defaultdict(list)
    for _, case in read_cases():
        for citation in cited_by(RULES[case["rule"]](case["given"])):
            users[page_name(citation)].append(str(case["id"]))
    return {page: list(dict.fromkeys(ids)) for page, ids in users.items()}


def write_article_pages() -> dict[str, str]:
    grouped: defaultdict[str, list[tuple[str, Citation]]] = defaultdict(list)
    for name, citation in provisions.list_provisions():
        grouped[page_name(citation)].append((name, citation))
    users = find_users()
    return {page: _article_page(found, users.get(page, [])) for page, found in grouped.items()}


def _article_page(found: list[tuple[str, Citation]], users: list[str]) -> str:
    first = found[0][1]
    full = law_names.FULL_NAMES.get(first.law, first.name)
    article = first.article.partition("(")[0].partition("#")[0]
    title_zh, title_en = full.zh, full.en
    if article:
        title_zh, title_en = f"{title_zh} {article}", f"{title_en}, article {article}"
    title_zh, title_en = full.zh, full.en
    if article:
        title_zh, title_en = f"{title_zh} {article}", f"{title_en}, article {article}"
    lines = [f"# {title_zh}", "", title_en, ""]
    for name, citation in found:
        lines += [
            f"## {citation.label_zh} / {citation.label_en}",
            "",
            f"- edition: {citation.edition or 'not dated'}",
            f"- name in the rules: `{name}`",
            "",
            citation.gist.zh,
            "",
            citation.gist.en,
            "",
        ]
    lines += [
        f"Cited in the worked cases: {', '.join(users)}." if users else "Not cited by a worked case.",
        "",
    ]
    return "\n".join(lines)


def write_worked_cases() -> dict[str, str]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for group, case in read_cases():
        groups[group] += describe_case(case)
    return {f"cases-{group}.md": "\n".join([*_case_heading(group), *lines]) for group, lines in groups.items()}


def _case_heading(group: str) -> list[str]:
    return [
        f"# Worked cases: {group.replace('_', ' ')}",
        "",
        f"Written from `tests/statute_cases/{group}.yaml` by `tests/rules/statute_pages.py`: each case",
        "with what the rules find, the reasons they give and what they cite, so that a lawyer can check it.",
        "",
    ]


def describe_case(case: dict[str, Any]) -> list[str]:
    outcome = RULES[case["rule"]](case["given"])
    lines = [f"## {case_name(case)}: {case['rule']}", "", f"given: {_shown(case['given'])}", ""]
    lines += [f"found: {_shown(list_fields(outcome))}", ""]
    lines += [f"- {step.text.zh} / {step.text.en}" for step in getattr(outcome, "steps", ())]
    acts = ", ".join(getattr(outcome, "next_acts", ()))
    if acts:
        lines.append(f"- next: {acts}")
    cited = "; ".join(f"{c.label_zh} / {c.label_en}" for c in cited_by(outcome))
    if cited:
        lines.append(f"- rests on: {cited}")
    return [*lines, ""] if lines[-1] else lines


def list_fields(outcome: Any) -> dict[str, Any]:
    """Everything an outcome holds, but for the reasons, which are written out."""
    if isinstance(outcome, Mapping):
        held = dict(outcome)
    elif is_dataclass(outcome):
        held = {field.name: getattr(outcome, field.name) for field in fields(outcome)}
    else:
        held = dict(vars(outcome))
    return {name: plain(value) for name, value in held.items() if name not in WRITTEN_OUT}


def _shown(value: Any) -> str:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, sort_keys=False, width=100_000)
    return text.strip()


def write_index() -> str:
    lines = ["# Provisions the rules rest on", "", "One page per article; gists are our own words.", ""]
    pages = sorted({page_name(c) for _, c in provisions.list_provisions()})
    lines += [f"- [{page.removesuffix('.md')}]({page})" for page in pages]
    lines += ["", "The worked cases, with what the rules find and why:", ""]
    groups = dict.fromkeys(group for group, _ in read_cases())
    lines += [f"- [{group.replace('_', ' ')}](cases-{group}.md)" for group in groups]
    return "\n".join([*lines, ""])


def write_all() -> dict[str, str]:
    return {**write_article_pages(), **write_worked_cases(), "index.md": write_index()}


if __name__ == "__main__":
    for name, text in write_all().items():
        (PAGES / name).write_text(text, encoding="utf-8")
