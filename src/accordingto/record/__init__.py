"""The only room that knows SQL: one case, kept in one file."""
