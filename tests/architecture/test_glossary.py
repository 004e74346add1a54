"""The glossary joins every model to the term of the law, and names only what exists."""

import re
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/huitang"
GLOSSARY = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
ROWS = [line.split("|")[1:-1] for line in GLOSSARY.splitlines() if line.startswith("| ") and "中文" not in line]
MODELS = [
    model for app in apps.get_app_configs() if app.name.startswith("huitang.congress") for model in app.get_models()
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_is_in_the_glossary(model):
    app = model._meta.app_config.name.rpartition(".")[2]
    assert any(f"`{app}.{model.__name__}`" in row[2] for row in ROWS)


def test_every_row_has_a_chinese_and_an_english_term():
    assert len(ROWS) > 80
    assert [row for row in ROWS if len(row) != 3 or not re.search(r"[一-鿿]", row[0]) or not row[1].strip()] == []


def test_the_glossary_names_nothing_that_is_not_in_the_code():
    words = {word for name in re.findall(r"`([\w.]+)`", GLOSSARY) for word in name.split(".")}
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    places = {path.stem for path in SOURCE.rglob("*")}
    unknown = {word for word in words if word not in places and not re.search(rf"\b{word}\b", code)}
    assert unknown == set()
