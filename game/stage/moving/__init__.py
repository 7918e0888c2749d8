"""Shows on the window what `game.stage.motion` has found to move."""
