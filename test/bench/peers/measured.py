"""
Runs a command in a session of its own: python3 measured.py SECONDS COMMAND…; tells on descriptor 3 what it took, as JSON:
{ wallMs, cpuMs, peakBytes, code }. Past SECONDS it is killed, with all that it started, and code is null.
Processor time is that of all its processes, peak memory that of its largest.
"""

import contextlib
import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import time

PR_SET_CHILD_SUBREAPER = 36
KB = 1 if sys.platform == "darwin" else 1024

# Processes that outlive the command that started them become children of this one, so that their time is counted.
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)

started = time.monotonic()
command = subprocess.Popen(sys.argv[2:], start_new_session=True)
try:
    code = command.wait(timeout=float(sys.argv[1]))
except (subprocess.TimeoutExpired, KeyboardInterrupt):
    code = None
wall = time.monotonic() - started
with contextlib.suppress(ProcessLookupError):
    os.killpg(command.pid, signal.SIGKILL if code is None else signal.SIGTERM)
with contextlib.suppress(ChildProcessError):
    while True:
        os.wait()
used = resource.getrusage(resource.RUSAGE_CHILDREN)
told = {"wallMs": wall * 1000, "cpuMs": (used.ru_utime + used.ru_stime) * 1000, "peakBytes": used.ru_maxrss * KB, "code": code}
os.write(3, json.dumps(told).encode())
