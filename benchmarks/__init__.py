"""Measures speed and memory: `python -m benchmarks`; never imported by the package."""
