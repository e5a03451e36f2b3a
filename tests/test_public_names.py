"""The public names are there, each fetched when it is asked for."""

from __future__ import annotations

import pytest

import slidegen


def test_every_public_name_is_there() -> None:
    for name in slidegen.__all__:
        assert getattr(slidegen, name) is not None
        assert name in dir(slidegen)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        slidegen.nonsense  # noqa: B018
