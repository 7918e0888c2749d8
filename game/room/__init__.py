"""The room: a workshop as a pure state machine, and the small server that phones and the facilitator talk to."""
