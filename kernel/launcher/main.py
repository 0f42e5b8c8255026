"""The launcher of a checkout: ``crosscountry COMMAND``. Short, because a script is compiled each time."""
import os
import sys

folder = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [folder, os.path.join(os.path.dirname(folder), "wheel", "crosscountry_kernel")]

import launch  # noqa: E402

launch.main(sys.argv[1:])
