"""Tells an editor what `check` knows, while the author types."""
