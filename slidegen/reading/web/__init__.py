"""Web pages to a document: pages as they are served, as browsers save them, and as Word exports them."""

from slidegen.reading.web.page import read_html

__all__ = ["read_html"]
