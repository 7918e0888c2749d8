"""What each screen says and offers, a module a kind of screen; the screens make their text of it."""
