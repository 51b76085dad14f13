"""How much memory a measurement takes."""

import resource
import sys


def peak() -> float:
    """The most memory this process has held so far, in MB (Linux counts it in kB, macOS in bytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
