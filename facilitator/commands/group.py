"""The commands as click knows them; the module of a command is imported when it is named."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

import click

from facilitator.commands.cli import COMMANDS
from facilitator.commands.failure import CommandError
from facilitator.commands.screen import Screen
from facilitator.program import NAME


class Commands(click.Group):
    """The commands by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Their names, in the order in which a workshop needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """A command, its module imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"facilitator.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The line of usage: the window, or a command."""
        return ["[FILE | COMMAND ...]"]


@click.group(cls=Commands, subcommand_metavar="")
def commands() -> None:
    """Run workshops offline.

    Without a command the window opens, on FILE where one is named. Exit codes: 0 done, 1 the check
    found something, 2 bad input or usage, with one sentence that says what to do.
    """


def call(arguments: Sequence[str], screen: Screen) -> int:
    """Run a command. Raises `CommandError` for wrong usage, and whatever the command raises."""
    try:
        # Not `commands.main()`: that prints and exits by itself.
        with commands.make_context(NAME, list(arguments), obj=screen) as context:
            code = commands.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else NAME
        message = error.format_message().rstrip(".")
        raise CommandError(f"{message}; see “{path} --help”.") from None
    except click.ClickException as error:
        raise CommandError(error.format_message()) from None
    return code if isinstance(code, int) else 0
