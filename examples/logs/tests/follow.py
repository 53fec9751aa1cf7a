"""Follows files that grow, are rotated, truncated, and come late: follow.py LOGS. Each step waits for what the one before prints."""
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())


def record(path):
    return f'192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] "GET {path} HTTP/1.1" 200 10\n'


def write(name, text, mode="a"):
    with open(name, mode) as file:
        file.write(text)


class Follower:
    started = []

    def __init__(self, *arguments):
        self.process = subprocess.Popen([PROGRAM, "--follow", *arguments], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.started.append(self.process)

    def prints(self, *paths):
        for path in paths:
            line = self.process.stdout.readline()
            assert line == record(path), f"prints {line!r}, not {path}"

    def says(self, text):
        line = self.process.stderr.readline()
        assert text in line, f"says {line!r}, not {text}"

    def ends(self, status, signal_number=signal.SIGINT):
        self.process.send_signal(signal_number)
        self.rest, self.errors = self.process.communicate()
        assert self.process.returncode == status, f"ends with {self.process.returncode}: {self.errors}"
        return self.errors


def grows(options):
    write("log", record("/1") + record("/2"))
    follower = Follower(*options, "log")
    follower.prints("/1", "/2")
    write("log", record("/3"))
    follower.prints("/3")
    # A line is whole only with its end.
    write("log", record("/4")[:20])
    write("log", record("/4")[20:] + record("/5"))
    follower.prints("/4", "/5")
    errors = follower.ends(0)
    assert "logs: 1 file, 5 lines, 5 records, 5 selected" in errors, errors


def is_rotated(options):
    write("log", record("/1"))
    follower = Follower(*options, "log")
    follower.prints("/1")
    os.rename("log", "log.1")
    write("log.1", record("/2"))
    follower.prints("/2")
    # Written before there is a new file: not lost.
    write("log.1", record("/3"))
    write("log", record("/4"))
    follower.prints("/3", "/4")
    follower.says("logs: log: replaced; following the new file")
    os.remove("log")
    write("log", record("/5"))
    follower.prints("/5")
    follower.ends(0, signal.SIGTERM)


def is_truncated(options):
    write("log", record("/1") + record("/2"))
    follower = Follower(*options, "log")
    follower.prints("/1", "/2")
    write("log", record("/3"), "w")
    follower.prints("/3")
    follower.says("logs: log: truncated; following from its beginning")
    write("log", record("/4"))
    follower.prints("/4")
    follower.ends(0)


def comes_late(options):
    follower = Follower(*options, "log", "later/log")
    follower.says("logs: log: does not exist yet; waiting for it")
    follower.says("logs: later/log: does not exist yet; waiting for it")
    write("log", record("/1"))
    follower.prints("/1")
    os.mkdir("later")
    write("later/log", record("/2"))
    follower.prints("/2")
    write("log", record("/3"))
    follower.prints("/3")
    follower.ends(0)


def ends_with_status_and_totals(options):
    write("log", record("/1") + "no record\n" + record("/2"))
    follower = Follower(*options, "log")
    follower.prints("/1", "/2")
    follower.says("logs: log:2: there is no identity")
    errors = follower.ends(1)
    assert "logs: 1 line left out" in errors and "logs: 1 file, 3 lines, 2 records" in errors, errors


def counts(options):
    write("log", record("/1") + record("/2") + record("/1") + "no record\n")
    follower = Follower(*options, "--top", "2", "log")
    follower.says("logs: log:4: ")  # so all of it has been read
    follower.ends(1)
    assert re.fullmatch(r" +2 +20  /1\n +1 +10  /2\n", follower.rest), follower.rest


def damage_ends_a_file(options):
    pathlib.Path("log").write_bytes(b"\x1f\x8b\x07garbage" * 100)
    write("other", record("/1"))
    follower = Follower(*options, "log", "other")
    follower.says("logs: log: the gzip data are damaged: ")
    follower.prints("/1")
    write("other", record("/2"))
    follower.prints("/2")
    follower.ends(1)


def reader_ends(options):
    write("log", record("/1"))
    follower = Follower(*options, "log")
    follower.prints("/1")
    follower.process.stdout.close()
    write("log", record("/2"))
    assert follower.process.wait() == 0
    assert follower.process.stderr.read() == ""


def main():
    for options in [], ["--poll"]:
        for case in (grows, is_rotated, is_truncated, comes_late, ends_with_status_and_totals, counts, damage_ends_a_file, reader_ends):
            with tempfile.TemporaryDirectory() as folder:
                os.chdir(folder)
                print(case.__name__, *options, flush=True)
                case(options)
                os.chdir("/")


if __name__ == "__main__":
    try:
        main()
    finally:
        for process in Follower.started:
            process.kill()
