"""How the shipped weights are made. Never imported by the package."""
