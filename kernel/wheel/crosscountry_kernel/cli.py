"""The command ``crosscountry``: search, jacobian, repl and the others that need no set-up."""
import sys

from .java import start


def main():
    start("crosscountry.kernel.cli.Main", sys.argv[1:])
