"""Machine-assisted, evidence-grade reading of conflict reporting."""
