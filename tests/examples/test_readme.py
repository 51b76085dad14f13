"""The readme shows what the program writes, word for word."""

from scripts.excerpt import renewed


def test_the_excerpt_in_the_readme_is_what_the_program_writes_now(project):
    readme = (project / "README.md").read_text(encoding="utf-8")
    assert renewed(readme) == readme, "renew it with `python scripts/excerpt.py`, and read what changed"
