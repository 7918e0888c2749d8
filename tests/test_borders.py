"""Which room may import which: the contracts of pyproject.toml, run by import-linter."""

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_each_room_imports_downwards_and_the_core_does_no_input_or_output():
    """The story knows no file, no clock, no screen; nothing below knows what stands above it."""
    assert EXIT_STATUS_SUCCESS == lint_imports(no_cache=True)
