"""Characters with places to paragraphs: what every format with fixed pages has to find again."""
