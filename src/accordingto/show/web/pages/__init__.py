"""One module a page: a dataclass of what it shows, and the function that fills it."""
