"""What `logs` should print, written again in Python with the standard library only: reference.py [OPTION...] FILE...

It has the same options, as far as the tests need them, and reads each file at once. Regular expressions do here what a
parser does there."""
import argparse
import bz2
import calendar
import collections
import datetime
import heapq
import itertools
import json
import re
import sys
import zlib

LONGEST_LINE = 1024 * 1024
LONGEST_VALUE = 500

MONTHS = {name: number for number, name in enumerate(b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}

# A quoted field ends at the first quotation mark that an even number of backslashes precedes, and that a space or the
# line's end follows.
QUOTED = rb'"((?:[^"\\]|\\.|"(?! |\Z))*?)"(?= |\Z)'
# Cut off by the end of the line.
OPEN = rb'"(.*)\Z'

# Spaces are never given back, which would take for ever where there are many.
SPACES = rb" +(?! )"
FRONT = re.compile(rb"([^ ]+)" + SPACES + rb"([^ ]+)" + SPACES)
VHOST = re.compile(rb"((?:\[[^\] ]*\]|[^:\[ ][^: ]*):[0-9]{1,5})" + SPACES + rb"(?=[^ ]+" + SPACES + rb"[^ ]+" + SPACES + rb"[^\[])", re.DOTALL)
TIME = re.compile(rb"([0-9]{2})/([A-Z][a-z]{2})/([0-9]{4}):([0-9]{2}):([0-9]{2}):([0-9]{2}) ([+-])([0-9]{2})([0-9]{2})\]")
REQUEST = re.compile(SPACES + QUOTED + rb" *(?! )([0-9]{3})(?= |\Z)", re.DOTALL)
SIZE = re.compile(rb" *(?! )(-|[0-9]+)(?= |\Z)")
MORE = re.compile(rb" *(?! )(?:" + QUOTED + rb"|" + OPEN + rb")", re.DOTALL)
HTTP = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+) (?:(.*) (HTTP/[^ ]*)|(.*))\Z", re.DOTALL)
ESCAPE = re.compile(rb'\\(?:x([0-9a-fA-F]{2})|(["\\bnrtv]))', re.DOTALL)
NAMED = dict(zip(b'"\\bnrtv', b'"\\\b\n\r\t\v'))

Record = collections.namedtuple(
    "Record", "file line vhost host identity user time request method path query protocol status bytes referer agent cut text")
FIELDS = Record._fields[:-1]
DEFAULT_FIELDS = "vhost host user time method path query protocol status bytes referer agent cut".split()


def unescape(text):
    return ESCAPE.sub(lambda m: bytes([int(m[1], 16)]) if m[1] else bytes([NAMED[m[2][0]]]), text) if b"\\" in text else text


def unless_dash(text):
    return None if text == b"-" else text


def parse_time(match):
    day, month, year, hour, minute, second = (match[1], match[2], *match.group(3, 4, 5, 6))
    month = MONTHS.get(month)
    year, day, hour, minute, second = map(int, (year, day, hour, minute, second))
    if not month or not 1970 <= year <= 2999 or hour > 23 or minute > 59 or second > 60:
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    zone_hours, zone_minutes = int(match[8]), int(match[9])
    if zone_hours > 23 or zone_minutes > 59:
        return None
    zone = (zone_hours * 60 + zone_minutes) * 60
    return calendar.timegm((year, month, day, hour, minute, second)) - (-zone if match[7] == b"-" else zone)


def parse_request(text):
    """Returns request, method, path, query, protocol."""
    request = unless_dash(unescape(text))
    match = HTTP.match(request or b"")
    if not match:
        return request, None, request, None, None
    target = match[2] if match[3] is not None else match[4]
    path, mark, query = target.partition(b"?")
    return request, match[1], path, query if mark else None, match[3]


def parse(file, number, text):
    """Returns a Record, or None."""
    at, vhost = 0, None
    if match := VHOST.match(text):
        at, vhost = match.end(), match[1]
    match = FRONT.match(text, at)
    # A user's name may contain spaces.
    bracket = text.find(b" [", match.end()) if match else -1
    if bracket < 0 or text.startswith(b"[", match.end()):
        return None
    host, identity, user = match[1], unless_dash(match[2]), unless_dash(text[match.end():bracket].rstrip(b" "))
    match = TIME.match(text, bracket + 2)
    time = parse_time(match) if match else None
    if time is None:
        return None
    match = REQUEST.match(text, match.end())
    if not match:
        return None
    request, status = parse_request(match[1]), int(match[2])
    match = SIZE.match(text, match.end(2))
    if not match:
        return None
    size = None if match[1] == b"-" else int(match[1])
    if size is not None and size >= 1 << 64:
        return None

    values, cut = [None, None], None
    for index, name in enumerate(("referer", "agent")):
        match = MORE.match(text, match.end())
        if not match:
            break
        if match[1] is None:
            cut = name
        values[index] = unless_dash(unescape(match[1] if match[1] is not None else match[2]))
    return Record(file, number, vhost, host, identity, user, time, *request, status, size, *values, cut, text)


def decompressed(data):
    """Returns what can be decompressed, and whether that is all."""
    if data.startswith(b"\x1f\x8b"):
        start = lambda: zlib.decompressobj(31)
    elif data.startswith(b"BZh"):
        start = bz2.BZ2Decompressor
    else:
        return data, True
    parts = []
    while data:
        decoder = start()
        # The end byte by byte, so that there is everything that comes before a wrong check sum.
        size = max(0, len(data) - 64)
        at = 0
        while at < len(data) and not decoder.eof:
            try:
                parts.append(decoder.decompress(data[at:size] if at < size else data[at:at + 1]))
            except (zlib.error, OSError):
                return b"".join(parts), False
            at = size if at < size else at + 1
        if not decoder.eof:
            return b"".join(parts), False
        data = (decoder.unused_data + data[at:]).lstrip(b"\0")
    return b"".join(parts), True


def lines_of(data, whole):
    lines = data.split(b"\n")
    last = lines.pop()
    if last and whole:
        lines.append(last)
    for number, text in enumerate(lines, 1):
        if len(text) > LONGEST_LINE:
            text = text[:LONGEST_LINE]
        elif text.endswith(b"\r"):
            text = text[:-1]
        yield number, text


class Reading:
    def __init__(self):
        self.bad_lines, self.bad_files = [], []

    def records_of(self, name):
        try:
            with open(name, "rb") as file:
                data, whole = decompressed(file.read())
        except OSError:
            self.bad_files.append(name)
            return
        for number, text in lines_of(data, whole):
            record = parse(name, number, text)
            if record:
                yield record
            else:
                self.bad_lines.append((name, number))
        if not whole:
            self.bad_files.append(name)


def status_test(part):
    if part.endswith("xx"):
        return lambda status: status // 100 == int(part[0])
    first, _, last = part.partition("-")
    return lambda status: int(first) <= status <= int(last or first)


def filtered(records, options):
    if options.since is not None:
        records = (r for r in records if r.time >= options.since)
    if options.until is not None:
        records = (r for r in records if r.time < options.until)
    if options.status:
        tests = [status_test(part) for part in options.status.split(",")]
        records = (r for r in records if any(test(r.status) for test in tests))
    if options.method:
        methods = options.method.encode().split(b",")
        records = (r for r in records if r.method in methods)
    if options.host:
        hosts = [host.encode() for host in options.host]
        records = (r for r in records if r.host in hosts)
    if options.path is not None:
        pattern = re.compile(options.path.encode())
        records = (r for r in records if r.path is not None and pattern.search(r.path))
    return records


def value_of(record, name):
    """Returns bytes, a number or None."""
    value = getattr(record, name)
    if name == "time":
        moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=value)
        return moment.isoformat().encode() + b"Z"
    return value.encode() if isinstance(value, str) else value


def as_bytes(value):
    return value if isinstance(value, bytes) else b"" if value is None else str(value).encode()


def plain(value):
    if value is None:
        return b"-"
    return re.sub(rb"[\x00-\x1f\x7f\\]", lambda m: b"\\\\" if m[0] == b"\\" else b"\\x%02x" % m[0][0], as_bytes(value))


def csv(value):
    text = as_bytes(value)
    return b'"' + text.replace(b'"', b'""') + b'"' if re.search(rb'[,"\r\n]', text) else text


def format_row(names, values, style):
    if style == "json":
        row = {n: v.decode("utf-8", "replace") if isinstance(v, bytes) else v for n, v in zip(names, values)}
        return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
    return b"\t".join(map(plain, values)) if style == "text" else b",".join(map(csv, values)) or b'""'


def output_of_records(records, options):
    names = options.fields.split(",") if options.fields else DEFAULT_FIELDS if options.format != "text" else None
    if options.format == "csv":
        yield ",".join(names).encode()
    for record in records:
        yield format_row(names, [value_of(record, n) for n in names], options.format) if names else record.text


def output_of_top(records, options):
    counts, sizes = collections.Counter(), collections.Counter()
    for record in records:
        value = value_of(record, options.by)
        value = b"-" if value is None else as_bytes(value)[:LONGEST_VALUE]
        counts[value] += 1
        sizes[value] = min(sizes[value] + (record.bytes or 0), 2**64 - 1)
    if options.format == "csv":
        yield b"count,bytes," + options.by.encode()
    for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:options.top]:
        if options.format == "text":
            yield b"%10d %15d  %s" % (count, sizes[value], plain(value))
        else:
            yield format_row(["count", "bytes", options.by], [count, sizes[value], value], options.format)


def output_of(options):
    """Returns the lines of the output, and what has been read."""
    reading = Reading()
    if options.merge:
        records = heapq.merge(*map(reading.records_of, options.files), key=lambda record: record.time)
    else:
        records = itertools.chain.from_iterable(map(reading.records_of, options.files))
    records = filtered(records, options)
    return (output_of_top if options.top else output_of_records)(records, options), reading


def parse_options(arguments):
    parser = argparse.ArgumentParser()
    parser.add_argument("--since", type=lambda text: int(text.lstrip("@")))
    parser.add_argument("--until", type=lambda text: int(text.lstrip("@")))
    for name in "status method path fields".split():
        parser.add_argument("--" + name)
    parser.add_argument("--host", action="append")
    parser.add_argument("--top", type=int)
    parser.add_argument("--by", default="path")
    parser.add_argument("--format", default="text")
    parser.add_argument("--merge", action="store_true")
    parser.add_argument("files", nargs="+")
    return parser.parse_args(arguments)


def main():
    lines, reading = output_of(parse_options(sys.argv[1:]))
    for line in lines:
        sys.stdout.buffer.write(line + b"\n")
    return 1 if reading.bad_lines or reading.bad_files else 0


if __name__ == "__main__":
    sys.exit(main())
