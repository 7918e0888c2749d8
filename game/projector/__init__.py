"""The projector: what a room sees in the window, and the facilitator's keys."""
