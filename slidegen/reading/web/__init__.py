"""Web pages to a document: as they are served, as browsers save them, as Word exports them."""

from slidegen.reading.web.page import read_html

__all__ = ["read_html"]
