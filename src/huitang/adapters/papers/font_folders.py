"""Where fonts may lie on this machine."""

import os
import sys
from pathlib import Path

_OF_SYSTEM = {
    "win32": ("%WINDIR%/Fonts", "%LOCALAPPDATA%/Microsoft/Windows/Fonts"),
    "darwin": ("~/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts"),
    "linux": (
        "~/.local/share/fonts",
        "~/.fonts",
        "/usr/local/share/fonts",
        "/usr/share/fonts",
        "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
    ),
}


def font_folders(home: Path, named: str = "") -> tuple[Path, ...]:
    """The folders or files `named` in a setting (parted like a search path), ours below `home`, the system's."""
    own = [*(part for part in named.split(os.pathsep) if part), str(fetched_fonts(home))]
    return tuple(Path(os.path.expandvars(part)).expanduser() for part in (*own, *_OF_SYSTEM.get(sys.platform, ())))


def fetched_fonts(home: Path) -> Path:
    """The folder tools/need_fonts.py fills."""
    return home / "fonts"
