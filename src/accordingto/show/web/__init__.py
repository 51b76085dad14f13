"""The workspace in a browser: pages that people read, and the same content as data."""
