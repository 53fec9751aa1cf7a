"""Measures `logs` beside awk, goaccess and Python on a log of 200 MB: benchmark.py LOGS [RUNS]. Prints a table in Markdown."""
import gzip
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

SIZE = 200_000_000
AGENTS = [
    "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/%d.0",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 Safari/537.36",
    "curl/7.%d.0",
]
REFERENCE = pathlib.Path(__file__).parent / "tests" / "reference.py"


def write_log(path):
    """The same log at every call: Combined, 1 to 30 October 2000, a few thousand different paths."""
    rng = random.Random(1)
    written = number = 0
    with open(path, "w") as file:
        while written < SIZE:
            second = number * 2
            number += 1
            line = '192.0.2.%d - - [%02d/Oct/2000:%02d:%02d:%02d +0000] "GET /path/to/page%d.html?x=%d HTTP/1.1" %d %d "%s" "%s"\n' % (
                rng.randrange(250), 1 + second // 86400 % 30, second // 3600 % 24, second // 60 % 60, second % 60,
                int(rng.random() * rng.random() * 5000), number % 1000, 404 if rng.random() < 0.1 else 200, rng.randrange(50000),
                "http://example.org/from/%d" % rng.randrange(100) if rng.random() < 0.5 else "-",
                rng.choice(AGENTS) % rng.randint(60, 120))
            file.write(line)
            written += len(line)


def seconds_of(command, folder):
    """Returns the elapsed seconds, and those of the processor."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, shell=True, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    elapsed, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return elapsed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def comparisons(logs):
    """The tasks; of each, what is run for it. The first is ours."""
    return {
        "statuses counted": {
            "**logs**": f"{logs} --top 20 --by status access.log",
            "awk (mawk), fields at spaces": "awk '{ ++n[$9] } END { for (s in n) print n[s], s }' access.log",
            "CPython, reference.py": f"{sys.executable} {REFERENCE} --top 20 --by status access.log",
            "goaccess, all of its reports": "goaccess access.log --log-format=COMBINED --no-progress -o report.json",
        },
        "statuses counted, gzip": {
            "**logs**": f"{logs} --top 20 --by status access.log.gz",
            "zcat and awk": "zcat access.log.gz | awk '{ ++n[$9] } END { for (s in n) print n[s], s }'",
        },
        "lines with status 404": {
            "**logs**": f"{logs} --status 404 access.log",
            "awk (mawk), fields at spaces": "awk '$9 == 404' access.log",
        },
        "all as JSON": {
            "**logs**": f"{logs} --format json access.log",
        },
    }


def main():
    logs = pathlib.Path(sys.argv[1]).resolve()
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        log = pathlib.Path(folder) / "access.log"
        write_log(log)
        with open(log, "rb") as source, gzip.open(f"{log}.gz", "wb", 6) as target:
            shutil.copyfileobj(source, target)
        megabytes = log.stat().st_size / 1e6
        print("|  |  | s | MB/s | s of processor | to ours |\n| --- | --- | --: | --: | --: | --: |")
        for task, commands in comparisons(logs).items():
            ours = None
            for name, command in commands.items():
                if not shutil.which(command.split()[0]):
                    continue
                elapsed, processor = map(min, zip(*(seconds_of(command, folder) for _ in range(runs))))
                ours = ours or processor
                print(f"| {task} | {name} | {elapsed:.2f} | {megabytes / elapsed:,.0f} | {processor:.2f} | {processor / ours:.2f} × |", flush=True)
                task = ""
    print(f"\nLoad before: {load:.1f} on {os.cpu_count()} processors; the least of {runs} runs.")


if __name__ == "__main__":
    main()
