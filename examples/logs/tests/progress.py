"""A progress line is shown on a terminal, erased in the end, and nowhere else: progress.py LOGS"""
import os
import pty
import subprocess
import sys

LINE = b'192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] "GET / HTTP/1.1" 200 10\n'


def errors_on_a_terminal(text):
    terminal, end = pty.openpty()
    process = subprocess.Popen([sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=end)
    os.close(end)
    process.communicate(text)
    assert process.returncode in (0, 1)
    shown = b""
    try:
        while piece := os.read(terminal, 4096):
            shown += piece
    except OSError:  # Linux's way to say that nobody has the other end
        pass
    os.close(terminal)
    return shown


shown = errors_on_a_terminal(LINE * 5000)
assert b"\r\x1b[K" in shown and b" lines" in shown, shown
assert shown.endswith(b"\r\x1b[K"), shown
shown = errors_on_a_terminal(LINE * 5000 + b"bad\n")
assert b"\r\x1b[Klogs: standard input:5001: " in shown, shown

result = subprocess.run([sys.argv[1]], input=LINE * 5000, capture_output=True)
assert result.stderr == b"" and result.stdout == LINE * 5000
