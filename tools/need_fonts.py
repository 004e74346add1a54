"""Makes sure the free fonts of official papers are on this machine, or says what to do.

They come from two packages of Debian, unpacked into the folder `fonts` of HUITANG_HOME without being installed: no root
is needed. With --if-missing it is content with any fonts that serve every face, and its failure stops nothing.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from huitang.adapters.papers import font_folders, fonts
from huitang.adapters.papers.refusal import PaperIsRefused

PACKAGES = ["texlive-lang-chinese", "fonts-lxgw-wenkai"]
FILES = {
    "FandolSong-Bold.otf",
    "FandolFang-Regular.otf",
    "FandolHei-Regular.otf",
    "FandolKai-Regular.otf",
    "FandolSong-Regular.otf",
    "LXGWWenKai-Light.ttf",
}
HOME = Path(os.environ.get("HUITANG_HOME", "var")).resolve()
FOLDER = font_folders.fetched_fonts(HOME)
QUIET = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}


def missing() -> set[str]:
    return {name for name in FILES if not (FOLDER / name).is_file()}


def is_served() -> bool:
    try:
        fonts.find_fonts(font_folders.font_folders(HOME, os.environ.get("HUITANG_FONTS", "")))
    except PaperIsRefused:
        return False
    return True


def fetch() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=FOLDER) as scratch:
        if not download(Path(scratch), []):
            own_lists(Path(scratch))
        for package in Path(scratch).glob("*.deb"):
            unpack(package)


def download(scratch: Path, options: list[str]) -> bool:
    command = ["apt-get", "-qq", "-o", "APT::Sandbox::User=", *options, "download", *PACKAGES]
    return subprocess.run(command, cwd=scratch, env=QUIET, stderr=subprocess.DEVNULL).returncode == 0


def own_lists(scratch: Path) -> None:
    """A machine whose package lists were never read: read them into a folder of ours."""
    for name in ("lists/partial", "cache/archives/partial"):
        (scratch / name).mkdir(parents=True)
    options = ["-o", f"Dir::State::Lists={scratch / 'lists'}", "-o", f"Dir::Cache={scratch / 'cache'}"]
    update = ["apt-get", "-qq", "-o", "APT::Sandbox::User=", *options, "update"]
    subprocess.run(update, cwd=scratch, env=QUIET, stderr=subprocess.DEVNULL)
    download(scratch, options)


def unpack(package: Path) -> None:
    command = ["dpkg-deb", "--fsys-tarfile", package]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE) as unpacking,
        tarfile.open(fileobj=unpacking.stdout, mode="r|") as archive,
    ):
        for member in archive:
            if member.isfile() and Path(member.name).name in missing():
                keep(archive, member)


def keep(archive: tarfile.TarFile, member: tarfile.TarInfo) -> None:
    """Written beside and then renamed: a file that is there is whole."""
    place = FOLDER / Path(member.name).name
    source = archive.extractfile(member)
    if source is None:
        return
    with place.with_suffix(".part").open("wb") as target:
        shutil.copyfileobj(source, target)
    place.with_suffix(".part").replace(place)


def main() -> None:
    is_gentle = "--if-missing" in sys.argv
    if not missing() or (is_gentle and is_served()):
        return
    if shutil.which("apt-get") and shutil.which("dpkg-deb"):
        fetch()
    if missing():
        told = (
            f"Papers cannot be drawn as PDF yet: {', '.join(sorted(missing()))} could not be fetched. Put them (Debian "
            f"packages: {', '.join(PACKAGES)}) into {FOLDER}, or name a folder with fonts for 小标宋, 仿宋, 黑体, 楷体 "
            "and 宋体: HUITANG_FONTS=/path/to/fonts"
        )
        if not is_gentle:
            sys.exit(told)
        print(told)


if __name__ == "__main__":
    main()
