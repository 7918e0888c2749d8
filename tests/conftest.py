"""What all tests share: hypothesis without a clock, for the machines that run them are slow and shared; and English."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from game.language import speak
from game.language.words import ENGLISH

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("here")

os.environ["COFFEE_FIRST_LANGUAGE"] = "en"  # whatever the machine speaks, also for what a test starts


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Speak English before each test, and after one that spoke another language."""
    speak(ENGLISH)
    yield
    speak(ENGLISH)
