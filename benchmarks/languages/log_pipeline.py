"""The tour's log pipeline in Python, with the standard library's means: log_pipeline.py FOLDER prints {"log_pipeline": bytes a second}."""
import collections
import gzip
import heapq
import json
import pathlib
import re
import sys
import time

FIELD = re.compile(r'"(?:[^"\\]|\\.)*"|\[[^\]]*\]|[^ ]+')
Record = collections.namedtuple("Record", "host time method path status bytes")


def read_lines(files, counts):
    for file in files:
        with open(file, "rb") as raw:
            zipped = raw.read(2) == b"\x1f\x8b"
        with gzip.open(file, "rb") if zipped else open(file, "rb") as lines:
            for line in lines:
                counts["lines"] += 1
                counts["bytes"] += len(line)
                yield line.decode("utf-8", "replace").rstrip("\r\n")


def split_fields(lines):
    for line in lines:
        yield FIELD.findall(line)


def parse_records(split_lines, counts):
    for fields in split_lines:
        try:
            request = fields[4][1:-1].split(" ")
            status, size = fields[5], fields[6]
            yield Record(fields[0], fields[3][1:-1], request[0], request[1].partition("?")[0], int(status), 0 if size == "-" else int(size))
        except (IndexError, ValueError):
            counts["malformed"] += 1


def add_up(records, totals):
    for record in records:
        totals["requests"] += 1
        totals["bytes"] += record.bytes
        totals["statuses"][record.status] += 1
        totals["hosts"][record.host] += 1
        if len(totals["largest"]) < 10:
            heapq.heappush(totals["largest"], (record.bytes, record.host, record.path))
        elif record.bytes > totals["largest"][0][0]:
            heapq.heapreplace(totals["largest"], (record.bytes, record.host, record.path))
        yield record


def summarise(files):
    counts = collections.Counter()
    totals = {"requests": 0, "bytes": 0, "statuses": collections.Counter(), "hosts": collections.Counter(), "largest": []}
    missing = collections.Counter()
    records = parse_records(split_fields(read_lines(files, counts)), counts)
    for record in add_up(records, totals):
        if record.status == 404:
            missing[record.path] += 1
    return counts, totals


def main():
    files = sorted(path for path in pathlib.Path(sys.argv[1]).rglob("*") if path.is_file())
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        counts, totals = summarise(files)
        best = min(best, time.process_time() - start)
    print(json.dumps({"log_pipeline": counts["bytes"] / best, "requests": totals["requests"], "malformed": counts["malformed"]}))


main()
