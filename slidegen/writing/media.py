"""Pictures of a deck, each stored once however often it is shown."""

from __future__ import annotations

from hashlib import sha256

from slidegen.writing.package import Package

SUFFIXES = {
    "image/png": "png",
    "image/jpeg": "jpeg",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/tiff": "tiff",
}
"""The pictures that PowerPoint shows on every system."""


class Media:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.names: dict[str, str] = {}

    def add(self, data: bytes, media_type: str) -> str:
        """The name of the part that holds *data*. Raises KeyError for a type not shown."""
        digest = sha256(data).hexdigest()
        if digest not in self.names:
            name = f"ppt/media/image{len(self.names) + 1}.{SUFFIXES[media_type]}"
            while name in self.package.parts:
                name = name.replace("image", "image0", 1)
            self.package.add(name, media_type, data)
            self.names[digest] = name
        return self.names[digest]
