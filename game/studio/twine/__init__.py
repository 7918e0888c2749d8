"""Reads stories that were written with Twine, and makes scenarios of them as far as that goes."""
