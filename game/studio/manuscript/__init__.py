"""A scenario as a manuscript for reviewers, and as a table of all its lines."""
