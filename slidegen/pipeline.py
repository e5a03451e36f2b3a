"""The whole program: a document goes in, a deck comes out."""

from __future__ import annotations
