"""What all tests share: hypothesis without a clock, for the machines that run them are slow and shared."""

from hypothesis import HealthCheck, settings

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("here")
