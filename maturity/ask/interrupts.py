"""Asking: Ctrl-C, a closed terminal and a request to end, none of them in the middle of a save."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # not every system has them all


class Interrupted(KeyboardInterrupt):
    """The program is to end; `number` is the signal that said so."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    @property
    def is_from_keyboard(self) -> bool:
        """Whether a person pressed Ctrl-C, which may mean the present entry alone."""
        return self.number == signal.SIGINT

    @property
    def exit_code(self) -> int:
        """130 for Ctrl-C, 143 when asked to end, 129 when the terminal was closed."""
        return 128 + self.number


class Interrupts:
    """Turns signals into `Interrupted`; one that comes during a save waits for its end."""

    def __init__(self) -> None:
        self._is_held = False
        self._waiting: int | None = None

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Catch signals while the questions are asked."""
        numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        before = {number: signal.signal(number, self._arrive) for number in numbers}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let a save come to its end first."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False

    def check(self) -> None:
        """Raise what came during a save, once its outcome is on the screen."""
        if self._waiting is not None:
            number, self._waiting = self._waiting, None
            raise Interrupted(number)

    def _arrive(self, number: int, _frame: FrameType | None) -> None:
        if self._is_held:
            self._waiting = number
        else:
            raise Interrupted(number)
