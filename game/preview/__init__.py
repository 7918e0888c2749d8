"""The game beside the editor: each save is on the screen at once, at the same moment."""
