"""Commands read without what checks options, where none is given.

Typer has pydantic check every option, given or not; loading that takes a thirteenth of the time of
asking for one name.
"""

from typing import TYPE_CHECKING

from typer.core import TyperArgument, TyperCommand, TyperGroup

if TYPE_CHECKING:
    from typer._click import Context, Parameter  # what the types of Typer's own methods name


class CommandsOnly(TyperGroup):
    """Commands, with options of all of them before their name."""

    _has_options = True

    def get_params(self, ctx: "Context") -> "list[Parameter]":
        """The options before a command's name; none while a line is read that has none."""
        return super().get_params(ctx) if self._has_options else []

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read the options, and which command is meant."""
        self._has_options = not args or args[0].startswith("-")
        try:
            return super().parse_args(ctx, args)
        finally:
            self._has_options = True


class NamesOnly(TyperCommand):
    """A command whose one argument is any number of names."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read names; what begins with a hyphen may be an option, so then everything is read."""
        if not args or any(arg.startswith("-") for arg in args):
            return super().parse_args(ctx, args)
        (names,) = (one for one in self.params if isinstance(one, TyperArgument))
        ctx.params[names.name] = tuple(args)
        ctx.args = []
        return []
