"""Measures reading and reconciling against the gold beside the project; never imported by the package."""
