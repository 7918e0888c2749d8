"""Coffee First: live a short scene, choose what to say, see what it does to relationship capital."""
