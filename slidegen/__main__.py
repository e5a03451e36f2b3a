"""`python -m slidegen` is `slidegen`."""

from __future__ import annotations

import sys

from slidegen.cli import process

if __name__ == "__main__":
    sys.exit(process())
