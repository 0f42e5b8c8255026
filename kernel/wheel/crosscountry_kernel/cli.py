"""The command ``crosscountry``: search, jacobian, repl and the others that need no set-up."""
import sys

from .java import CLI, start


def main():
    start("cli", CLI, sys.argv[1:])
