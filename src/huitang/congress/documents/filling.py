"""Put facts into a template. Jinja2 in its sandbox: a template can print, loop and ask, and reach nothing else."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from huitang.adapters.papers import markup
from huitang.congress.documents.gaps import Gap
from huitang.rules.legal_text import chinese_number


class TemplateIsWrong(ValueError):
    """`line` counts from 1; `told` is what the engine says, in English; `name` what is not known, if that is it."""

    def __init__(self, line: int, told: str, name: str = "") -> None:
        self.line, self.told, self.name = line, told, name
        super().__init__(line, told, name)


def fill(text: str, names: dict[str, Any]) -> str:
    """The Markdown with its facts. :raises TemplateIsWrong: a name nobody knows, or a broken tag"""
    try:
        return _read(text).render(names)
    except jinja2.UndefinedError as unknown:
        raise TemplateIsWrong(_line_of(unknown), str(unknown), _name_in(str(unknown))) from unknown
    except jinja2.TemplateSyntaxError as broken:
        raise TemplateIsWrong(broken.lineno, broken.message or "") from broken
    except (jinja2.TemplateError, TypeError, ArithmeticError, LookupError) as broken:
        raise TemplateIsWrong(_line_of(broken), str(broken)) from broken


@lru_cache(maxsize=256)
def _read(text: str) -> jinja2.Template:
    return _ENVIRONMENT.from_string(text)


def check(text: str) -> None:
    """:raises TemplateIsWrong: the template cannot be read at all"""
    try:
        _ENVIRONMENT.parse(text)
    except jinja2.TemplateSyntaxError as broken:
        raise TemplateIsWrong(broken.lineno, broken.message or "") from broken


def _printed(value: Any) -> str:
    """A fact stays a fact: nothing in it becomes markup."""
    if isinstance(value, Markup):
        return str(value)
    if value is None:
        return ""
    if isinstance(value, Gap | jinja2.Undefined):
        return str(value)
    return markup.escape(str(value))


def _listed(values: Iterable[Any]) -> str:
    return "、".join(str(value) for value in values)


def _paragraphs(text: Any) -> Markup:
    """A long text of several lines: each a paragraph of its own."""
    return Markup("\n\n".join(markup.escape(line.strip()) for line in str(text).splitlines() if line.strip()))  # noqa: S704  escaped line by line


def _line_of(failure: BaseException) -> int:
    """Where in the template it broke: the last frame of the traceback that belongs to it."""
    line, trace = 1, failure.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _name_in(told: str) -> str:
    return told.split("'")[-2] if told.count("'") >= 2 else ""


_ENVIRONMENT = ImmutableSandboxedEnvironment(
    undefined=jinja2.StrictUndefined,
    finalize=_printed,
    trim_blocks=True,
    lstrip_blocks=True,
    autoescape=False,  # the output is Markdown, escaped by `_printed`
)
_ENVIRONMENT.filters.update({"顿号": _listed, "分段": _paragraphs, "中文数字": chinese_number, "原样": Markup})
