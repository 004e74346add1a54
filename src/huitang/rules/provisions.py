"""All provisions in one registry, for the statute pages and for tests."""

from types import ModuleType

from huitang.rules import (
    budget_citation,
    citation,
    deputy_citation,
    project_citation,
    provincial_citation,
    target_citation,
)
from huitang.rules.legal_text import Citation

_MODULES: tuple[ModuleType, ...] = (
    citation,
    deputy_citation,
    budget_citation,
    provincial_citation,
    target_citation,
    project_citation,
)


def list_provisions() -> tuple[tuple[str, Citation], ...]:
    """Every named provision with its constant's name, in order of law and article."""
    found = (
        (name, value) for module in _MODULES for name, value in vars(module).items() if isinstance(value, Citation)
    )
    return tuple(sorted(found, key=lambda pair: (pair[1].law, _number(pair[1].article), pair[1].article, pair[0])))


def _number(article: str) -> int:
    digits = article.partition("(")[0].partition("#")[0]
    return int(digits) if digits else 0
