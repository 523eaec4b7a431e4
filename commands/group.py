"""The group of all commands: options that each has, and how errors end a command."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any

import click

import engine
from engine import ParknewsError

INTERRUPTED = 130  # what a shell expects of a program that Ctrl-C ended
PARTLY = 1  # done, and some pages were skipped or failed
UNAVAILABLE = engine.EngineUnavailable.exit_code


class Commands(click.Group):
    """A group that shows our errors as one sentence and ends with their exit code."""

    def main(self, *args: Any, **options: Any) -> Any:
        """Run a command; click's own errors keep their form and their exit code 2."""
        options["standalone_mode"] = False
        try:
            result = super().main(*args, **options)
        except ParknewsError as error:
            _fail(error.message, error.exit_code)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except (click.Abort, KeyboardInterrupt):
            _fail("已中断。", INTERRUPTED)
        sys.exit(result if isinstance(result, int) else 0)


def _fail(sentence: str, exit_code: int) -> None:
    click.echo(sentence, err=True)
    sys.exit(exit_code)


def report(line: str) -> None:
    """Show one line of progress, apart from what a command puts out."""
    click.echo(line, err=True)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--collection", metavar="NAME", help="集合名（PARKNEWS_COLLECTION，默认 main）")
@click.option("--home", metavar="DIR", help="本机节点、数据和账本所在的文件夹（PARKNEWS_HOME）")
@click.version_option(package_name="parknews")
@click.pass_context
def main(context: click.Context, collection: str | None, home: str | None) -> None:
    """园策：把一个文件夹的网页变成一个检索页面。"""
    context.obj = {"collection": collection, "home": home}


def with_settings(command: Callable[..., Any]) -> Callable[..., Any]:
    """Hand the command its settings; --collection and --home may stand before the command's name or behind it."""

    @click.option("--collection", metavar="NAME", help="集合名")
    @click.option("--home", metavar="DIR", help="本机节点、数据和账本所在的文件夹")
    @click.pass_context
    @functools.wraps(command)
    def run(context: click.Context, collection: str | None, home: str | None, **options: Any) -> Any:
        before: dict[str, str | None] = context.find_root().obj
        given = {"collection": collection or before["collection"], "home": home or before["home"]}
        # Read at need: `parknews --help` must work with a broken parknews.toml.
        return command(engine.load_settings(**given), **options)

    return run
