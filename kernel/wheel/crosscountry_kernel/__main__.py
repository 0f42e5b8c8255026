"""``python -m crosscountry_kernel CONNECTION_FILE``: what the kernelspec starts."""
import sys

from .java import KERNEL, start

start("kernel", KERNEL, sys.argv[1:])
