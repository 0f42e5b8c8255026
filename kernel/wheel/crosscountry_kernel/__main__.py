"""``python -m crosscountry_kernel CONNECTION_FILE``: what the kernelspec starts."""
import sys

from .java import start

start("crosscountry.kernel.KernelMain", sys.argv[1:])
