"""Documents: what pages say, as text with title, publisher, day and language."""
