"""Compares `logs` with reference.py on generated and damaged logs: against_reference.py LOGS [SEED [ROUNDS]]"""
import bz2
import csv
import gzip
import io
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import reference

FILES = 12  # for each run of the program: to start it takes longer than to read them
HOSTS = [b"192.0.2.1", b"198.51.100.7", b"::1", b"2001:db8::17", b"client.example.org", b"203.0.113.9:50312"]
USERS = [b"-", b"-", b"-", b"alice", b"john doe", b"a[b"]
VHOSTS = [b"", b"", b"", b"example.org:443 ", b"[2001:db8::1]:80 "]
REQUESTS = [
    b"GET / HTTP/1.1", b"GET /index.html?q=1&r=2 HTTP/1.1", b"POST /form HTTP/2.0", b"HEAD /a b c HTTP/1.0", b"GET /old",
    b"-", b"", b"\\x16\\x03\\x01\\x00\xee", b"\x16\x03\x01\x02", b"quit", b"GET /caf\xc3\xa9?x=\xe2\x82", b'GET /\\"quoted\\" HTTP/1.1',
    b"GET /back\\\\slash?\\x41 HTTP/1.1", b"CONNECT example.org:443 HTTP/1.1", b"GET  HTTP/1.1", b"GET /\xf0\x9f\x98\x80 HTTP/1.1"]
AGENTS = [b"-", b"Mozilla/5.0 (X11; Linux x86_64)", b"curl/7.88.1", b'odd \\"agent\\"', b'odd "agent" too', b"tab\\tnewline\\n",
          b"\xff\xfe\xed\xa0\x80\xf4\x90\x80\x80\xc0\xaf", b"a,b", b"", b"ends with \\\\"]
REFERERS = [b"-", b"http://example.org/", b"https://example.org/?a=\"b\"", b"http://example.org/\\x22"]
ZONES = [b"+0000", b"+0000", b"-0700", b"+0530", b"+1400"]


def line(rng):
    time = b"%02d/%s/%d:%02d:%02d:%02d %s" % (
        rng.randint(1, 28), rng.choice(list(reference.MONTHS)), rng.choice([1999, 2000, 2024]), rng.randint(0, 23),
        rng.randint(0, 59), rng.randint(0, 60), rng.choice(ZONES))
    size = rng.choice([b"-", b"0", b"512", b"%d" % rng.randrange(10 ** rng.randint(1, 19))])
    text = b'%s%s - %s [%s] "%s" %03d %s' % (
        rng.choice(VHOSTS), rng.choice(HOSTS), rng.choice(USERS), time, rng.choice(REQUESTS),
        rng.choice([200, 200, 200, 301, 404, 499, 500, 9, 100]) if rng.random() < 0.98 else rng.randrange(1000), size)
    if rng.random() < 0.7:
        text += b' "%s" "%s"' % (rng.choice(REFERERS), rng.choice(AGENTS))
        if rng.random() < 0.1:
            text += b' "more" 0.004'
    return text


def splice(data, rng, new, removed=0):
    at = rng.randrange(len(data) + 1)
    return data[:at] + new + data[at + removed:]


def flip_byte(data, rng):
    return splice(data, rng, bytes([rng.randrange(256)]), 1)


def insert_special(data, rng):
    return splice(data, rng, rng.choice([b"\0", b'"', b"\\", b"[", b"]", b" ", b"\r", b"\n", b"\r\n", b"\0" * 50, b"\xe2\x82"]))


def cut_out(data, rng):
    return splice(data, rng, b"", rng.randrange(60))


def cut_a_line_off(data, rng):
    lines = data.split(b"\n")
    at = rng.randrange(len(lines))
    lines[at] = lines[at][:rng.randrange(len(lines[at]) + 1)]
    return b"\n".join(lines)


def use_crlf(data, rng):
    return data.replace(b"\n", b"\r\n")


def cut_the_end_off(data, rng):
    return data[:rng.randrange(len(data) + 1)]


def insert_a_huge_field(data, rng):
    at = rng.randrange(len(data) + 1)
    return data[:at] + bytes([rng.choice(b"x\\\" \r[")]) * rng.choice([70_000, 300_000, 1_048_576, 1_500_000]) + data[at:]


MUTATIONS = 6 * [flip_byte] + 6 * [insert_special] + 3 * [cut_out] + 4 * [cut_a_line_off, cut_the_end_off] + 2 * [use_crlf]


def stored(data, rng):
    """The bytes of the file: as they are, or compressed, perhaps with a damaged end."""
    kind = rng.choice(["plain", "plain", "gzip", "two members", "bzip2"])
    if kind == "plain":
        return data
    middle = rng.randrange(len(data) + 1)
    data = (gzip.compress(data, 1) if kind == "gzip" else bz2.compress(data) if kind == "bzip2"
            else gzip.compress(data[:middle], 1) + gzip.compress(data[middle:], 1))
    damage = rng.choice(["none", "none", "truncated", "bad check sum", "padding", "garbage"])
    if damage == "truncated":
        return data[:rng.randrange(3, len(data))]
    if damage == "bad check sum" and kind != "bzip2":
        return data[:-6] + bytes([data[-6] ^ 1]) + data[-5:]
    return data + {"padding": b"\0" * 512, "garbage": b"garbage"}.get(damage, b"")


def write_log(path, rng):
    data = b"".join(line(rng) + b"\n" for _ in range(rng.randint(0, 30)))
    for _ in range(rng.choice([0, 1, 3, 10])):
        data = rng.choice(MUTATIONS)(data, rng)
    if rng.random() < 0.02:
        data = insert_a_huge_field(data, rng)
    path.write_bytes(stored(data, rng))


def questions(rng):
    """Options for one run."""
    result = []
    if rng.random() < 0.4:
        result += ["--since", "@%d" % rng.choice([0, 946684800, 960000000])]
    if rng.random() < 0.4:
        result += ["--until", "@%d" % rng.choice([970000000, 1710000000])]
    if rng.random() < 0.4:
        result += ["--status", rng.choice(["404", "5xx,0xx", "200-299,404", "1xx,3xx,4xx"])]
    if rng.random() < 0.2:
        result += ["--method", rng.choice(["GET", "GET,HEAD"])]
    if rng.random() < 0.2:
        result += ["--host", "::1", "--host", "192.0.2.1"]
    if rng.random() < 0.3:
        result += ["--path", rng.choice(["^/$", "[a-z]\\.html$", "(a|b)+ ", "\\\\|\"", ""])]
    if rng.random() < 0.3:
        result += ["--merge"]
    result += ["--format", rng.choice(["text", "json", "csv"])]
    if rng.random() < 0.4:
        result += ["--top", rng.choice(["1", "5", "100"]), "--by", rng.choice(["path", "host", "status", "agent", "referer", "vhost"])]
    elif rng.random() < 0.5:
        result += ["--fields", ",".join(rng.sample(reference.FIELDS, rng.randint(1, 8)))]
    return result


def fail(arguments, what):
    print("logs", " ".join(arguments), "\n" + what)
    sys.exit(1)


def check_standards(arguments, options, output):
    """The output must be what other programs read: JSON in UTF-8, and CSV."""
    if options.format == "json":
        for row in output.decode().splitlines() if b"\x85" not in output else output.decode().split("\n")[:-1]:
            json.loads(row)
    if options.format == "csv":
        rows = list(csv.reader(io.StringIO(output.decode("latin-1"), newline=""), strict=True))
        if any(len(row) != len(rows[0]) for row in rows):
            fail(arguments, "a row of the CSV has another length")


def bad_lines_of(errors):
    return re.findall(r"^logs: (\S+):(\d+): ", errors.decode("latin-1"), re.MULTILINE)


def compare(program, arguments):
    options = reference.parse_options(arguments)
    lines, reading = reference.output_of(options)
    expected = b"".join(text + b"\n" for text in lines)
    actual = subprocess.run([program, "--problems", "1000000", *arguments], capture_output=True)

    if actual.stdout != expected:
        ours, theirs = actual.stdout.split(b"\n"), expected.split(b"\n")
        at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
        fail(arguments, f"line {at + 1} of the output\n{ours[at:at + 1]}\nshould be\n{theirs[at:at + 1]}\n{actual.stderr[-2000:]}")
    bad_lines = [(name, str(number)) for name, number in reading.bad_lines]
    if sorted(bad_lines_of(actual.stderr)) != sorted(bad_lines):
        fail(arguments, f"it complains about\n{bad_lines_of(actual.stderr)}\nand should about\n{bad_lines}")
    for name in reading.bad_files:
        if f"logs: {name}: the ".encode() not in actual.stderr:
            fail(arguments, f"no complaint about {name}: {actual.stderr}")
    status = 1 if reading.bad_lines or reading.bad_files else 0
    if actual.returncode != status:
        fail(arguments, f"the exit status is {actual.returncode}, and should be {status}\n{actual.stderr[-2000:]}")
    check_standards(arguments, options, actual.stdout)


def main():
    csv.field_size_limit(sys.maxsize)
    program = pathlib.Path(sys.argv[1]).resolve()
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 30
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            paths = [pathlib.Path(folder) / f"{number}.log" for number in range(FILES)]
            for path in paths:
                write_log(path, rng)
            names = [str(path) for path in paths]
            compare(program, ["--format", "json", "--fields", ",".join(reference.FIELDS), *names])
            compare(program, [*questions(rng), *names])
            compare(program, [*questions(rng), *names])
    print(f"seed {seed}: {rounds * FILES} logs, {rounds * 3} runs: the same")


if __name__ == "__main__":
    main()
