"""Lets the AWS CLI's waiters poll in the emulator's time: it is the same program, on a clock that runs as fast."""

import os
import time

_sleep = time.sleep
_scale = float(os.environ.get("SLEEP_SCALE", "1"))
time.sleep = lambda seconds: _sleep(seconds / _scale)
