"""What the studio found, for a terminal, as data, and as a page that can be handed on."""
