"""Compiles the message catalogues and reads the dependencies from requirements/runtime.in at build time."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

HERE = Path(__file__).parent


class Catalogues(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_catalogues()


class Dependencies(MetadataHookInterface):
    def update(self, metadata: dict[str, Any]) -> None:
        lines = (HERE / "requirements/runtime.in").read_text(encoding="utf-8").splitlines()
        metadata["dependencies"] = [line for line in lines if line and not line.startswith("#")]


def compile_catalogues() -> None:
    for source in HERE.glob("src/huitang/**/locale/*/LC_MESSAGES/*.po"):
        with source.open("rb") as lines, source.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(lines))


if __name__ == "__main__":
    compile_catalogues()
