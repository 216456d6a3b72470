"""Stage 4: the framework as a tree of weights, ready to be evaluated many times."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from maturity.model.framework import Framework, Group
    from maturity.model.question import Question

OVERALL = "overall"


@dataclass(frozen=True)
class Leaf:
    """A scored question in the tree, with its adjusted weight."""

    id: str
    weight: Fraction
    rung: Fraction | None = None


@dataclass(frozen=True)
class Branch:
    """A group in the tree, with its adjusted weight and what it does with its children."""

    id: str
    weight: Fraction
    aggregate: str
    children: tuple[Branch | Leaf, ...]
    rung: Fraction | None = None
    pass_level: Fraction = Fraction(0)
    """In a ladder, what a child must reach."""
    steps: tuple[Fraction, ...] = ()
    """In a ladder, the levels it can give, ascending."""

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """The children's weights as whole numbers in the same proportion."""
        whole = lcm(*(child.weight.denominator for child in self.children))
        return tuple(int(child.weight * whole) for child in self.children)

    def leaves(self) -> Iterator[Leaf]:
        """Give every question below."""
        for child in self.children:
            if isinstance(child, Leaf):
                yield child
            else:
                yield from child.leaves()

    def in_ladders(self, *, inside: bool = False) -> Iterator[str]:
        """Give the questions that have a ladder above them, at any height."""
        inside = inside or self.aggregate == "ladder"
        for child in self.children:
            if isinstance(child, Branch):
                yield from child.in_ladders(inside=inside)
            elif inside:
                yield child.id


def build_tree(framework: Framework, adjusted: Callable[[str, Fraction], Fraction]) -> Branch:
    """Build the tree; `adjusted` makes of a full id and its authored weight the one that counts."""
    steps = tuple(level.level for level in framework.file.levels)
    top = framework.scale.top

    def leaf(question: Question) -> Leaf:
        return Leaf(question.id, adjusted(question.id, question.weight), question.rung)

    def branch(group: Group) -> Branch:
        children: Sequence[Branch | Leaf] = [
            *(leaf(question) for question in group.questions if question.is_scored),
            *(branch(topic) for topic in group.topics),
        ]
        return Branch(
            group.id,
            adjusted(group.id, group.weight),
            group.aggregate,
            tuple(children),
            group.rung,
            top if group.pass_ is None else group.pass_,
            steps,
        )

    file = framework.file
    return Branch(
        OVERALL,
        Fraction(1),
        file.aggregate,
        tuple(branch(group) for group in framework.questionnaires),
        None,
        top if file.pass_ is None else file.pass_,
        steps,
    )
