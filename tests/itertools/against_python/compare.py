"""Prints random calls of itertools with CPython's results, one a line, for calls.cpp.

name;numbers;range;...;result;asked;rest of the first range;...

Ranges are numbers; results may be nested: (1 (2 3)). A ValueError stands behind what was given before it. `asked` says
which range was asked at what time: (0 1 0).
"""
import heapq
import itertools
import random
import re
import sys

FUNCTIONS = [lambda x, y: x + y, lambda x, y: max(x, y), lambda x, y: (3 * x + y) % 97]
PREDICATES = [lambda x: x % 2 == 0, lambda x: x < 5, lambda x: x % 3 != 1]
KEYS = [lambda x: x, lambda x: x % 3, lambda x: x // 2]


def batched(iterable, n, strict=False):  # from Python 3.12 on: itertools.batched; from 3.13 on: strict
    iterator = iter(iterable)
    while batch := tuple(itertools.islice(iterator, n)):
        if strict and len(batch) < n:
            raise ValueError("deepyield: the last group of batched() is incomplete")
        yield batch


def map_strict(function, *iterables):  # from Python 3.14 on: map(..., strict=True)
    return itertools.starmap(function, zip(*iterables, strict=True))


def unique_everseen(iterable, key):
    seen = set()
    for element in iterable:
        k = key(element)
        if k not in seen:
            seen.add(k)
            yield element


def unique_justseen(iterable, key):
    return (next(group) for _, group in itertools.groupby(iterable, key))


def roundrobin(*iterables):
    iterators = [iter(iterable) for iterable in iterables]
    while iterators:
        going_on = []
        for iterator in iterators:
            try:
                yield next(iterator)
                going_on.append(iterator)
            except StopIteration:
                pass
        iterators = going_on


def interleave(*iterables):
    return itertools.chain.from_iterable(zip(*iterables))


def sliding_window(iterable, n):
    window = []
    for element in iterable:
        window = (window + [element])[-n:]
        if len(window) == n:
            yield tuple(window)


def powerset(pool):
    pool = list(pool)
    return itertools.chain.from_iterable(itertools.combinations(pool, r) for r in range(len(pool) + 1))


def chunk_by(predicate, iterable):
    chunk = []
    for element in iterable:
        if chunk and not predicate(chunk[-1], element):
            yield tuple(chunk)
            chunk = []
        chunk.append(element)
    if chunk:
        yield tuple(chunk)


def groups_taken_in_part(iterable, key, most):
    return ((k, tuple(itertools.islice(group, most))) for k, group in itertools.groupby(iterable, key))


def tee_in_turns(iterable, turns):
    """The elements of two branches that are read in the order of the bits of `turns`, and then each to its end."""
    branches = itertools.tee(iterable, 2)
    taken = ([], [])
    for bit in range(8):
        which = turns >> bit & 1
        taken[which].extend(itertools.islice(branches[which], 1))
    for which in (0, 1):
        taken[which].extend(branches[which])
    return taken


def partition_in_turns(predicate, iterable):
    elements = list(iterable)
    return [x for x in elements if not predicate(x)], [x for x in elements if predicate(x)]


UP_TO_6 = range(7)
# Takes fewer elements than there may be: what is left of the ranges shows how far the call has looked ahead.
first_of = itertools.islice
MOST = 12

# name: (how many ranges, their greatest length, the limits of the numbers, the call)
CALLS = {
    "accumulate": (1, 8, [3], lambda n, a: itertools.accumulate(a, FUNCTIONS[n[0]])),
    "accumulate_from": (1, 8, [3, 9], lambda n, a: itertools.accumulate(a, FUNCTIONS[n[0]], initial=n[1])),
    "batched": (1, 9, [4], lambda n, a: batched(a, n[0] + 1)),
    "batched_strict": (1, 9, [4], lambda n, a: batched(a, n[0] + 1, strict=True)),
    "chain": (3, 5, [], lambda n, a, b, c: itertools.chain(a, b, c)),
    "chain_from_iterable": (UP_TO_6, 4, [MOST], lambda n, *r: first_of(itertools.chain.from_iterable(r), n[0])),
    "chunk_by": (1, 9, [], lambda n, a: chunk_by(lambda x, y: x < y, a)),
    "combinations": (1, 6, [8], lambda n, a: itertools.combinations(a, n[0])),
    "combinations_with_replacement": (1, 4, [5], lambda n, a: itertools.combinations_with_replacement(a, n[0])),
    "compress": (2, 8, [], lambda n, a, b: itertools.compress(a, (x % 2 for x in b))),
    "count": (0, 0, [9, 5], lambda n: itertools.islice(itertools.count(n[0], n[1] - 2), 6)),
    "cycle": (1, 4, [12], lambda n, a: itertools.islice(itertools.cycle(a), n[0])),
    "dropwhile": (1, 8, [3], lambda n, a: itertools.dropwhile(PREDICATES[n[0]], a)),
    "enumerate": (1, 8, [9], lambda n, a: enumerate(a, n[0])),
    "filter": (1, 8, [3], lambda n, a: filter(PREDICATES[n[0]], a)),
    "filterfalse": (1, 8, [3], lambda n, a: itertools.filterfalse(PREDICATES[n[0]], a)),
    "groupby": (1, 9, [3, 4], lambda n, a: groups_taken_in_part(a, KEYS[n[0]], n[1])),
    "interleave": (2, 5, [], lambda n, a, b: interleave(a, b)),
    "interleave_from_iterable": (UP_TO_6, 4, [MOST], lambda n, *r: first_of(interleave(*r), n[0])),
    "islice": (1, 9, [10, 12, 4], lambda n, a: itertools.islice(a, n[0], n[1], n[2] + 1)),
    "islice_from": (1, 9, [10, 4], lambda n, a: itertools.islice(a, n[0], None, n[1] + 1)),
    "islice_to": (1, 9, [12], lambda n, a: itertools.islice(a, n[0])),
    "iter": (1, 9, [9], lambda n, a: iter(lambda: next(a, n[0]), n[0])),
    "map": (2, 6, [3], lambda n, a, b: map(FUNCTIONS[n[0]], a, b)),
    "map_strict": (2, 3, [3], lambda n, a, b: map_strict(FUNCTIONS[n[0]], a, b)),
    "merge": (3, 5, [MOST], lambda n, a, b, c: first_of(heapq.merge(a, b, c), n[0])),
    "merge_by_key": (3, 5, [MOST, 3], lambda n, a, b, c: first_of(heapq.merge(a, b, c, key=KEYS[n[1]]), n[0])),
    "merge_reverse": (3, 5, [MOST], lambda n, a, b, c: first_of(heapq.merge(a, b, c, reverse=True), n[0])),
    "merge_by_key_reverse": (
        3, 5, [MOST, 3], lambda n, a, b, c: first_of(heapq.merge(a, b, c, key=KEYS[n[1]], reverse=True), n[0])),
    "merge_from_iterable": (UP_TO_6, 4, [MOST], lambda n, *r: first_of(heapq.merge(*r), n[0])),
    "merge_from_iterable_by_key": (
        UP_TO_6, 4, [MOST, 3], lambda n, *r: first_of(heapq.merge(*r, key=KEYS[n[1]]), n[0])),
    "merge_from_iterable_by_key_reverse": (
        UP_TO_6, 4, [MOST, 3], lambda n, *r: first_of(heapq.merge(*r, key=KEYS[n[1]], reverse=True), n[0])),
    "pairwise": (1, 8, [], lambda n, a: itertools.pairwise(a)),
    "partition": (1, 9, [3], lambda n, a: partition_in_turns(PREDICATES[n[0]], a)),
    "permutations": (1, 5, [7], lambda n, a: itertools.permutations(a, n[0])),
    "permutations_of_all": (1, 5, [], lambda n, a: itertools.permutations(a)),
    "powerset": (1, 5, [], lambda n, a: powerset(a)),
    "product": (2, 4, [], lambda n, a, b: itertools.product(a, b)),
    "product_with_itself": (1, 3, [4], lambda n, a: itertools.product(a, repeat=n[0])),
    "product_from_iterable": (UP_TO_6, 3, [], lambda n, *r: itertools.product(*r)),
    "range": (0, 0, [15, 15, 7], lambda n: range(n[0] - 7, n[1] - 7, n[2] - 3 or 1)),
    "repeat": (0, 0, [9, 5], lambda n: itertools.repeat(n[0], n[1])),
    "roundrobin": (3, 5, [], lambda n, a, b, c: roundrobin(a, b, c)),
    "roundrobin_from_iterable": (UP_TO_6, 4, [MOST], lambda n, *r: first_of(roundrobin(*r), n[0])),
    "starmap": (2, 6, [3], lambda n, a, b: itertools.starmap(FUNCTIONS[n[0]], zip(a, b))),
    "takewhile": (1, 8, [3], lambda n, a: itertools.takewhile(PREDICATES[n[0]], a)),
    "tee": (1, 8, [256], lambda n, a: tee_in_turns(a, n[0])),
    "unique_everseen": (1, 9, [3], lambda n, a: unique_everseen(a, KEYS[n[0]])),
    "unique_justseen": (1, 9, [3], lambda n, a: unique_justseen(a, KEYS[n[0]])),
    "sliding_window": (1, 8, [4], lambda n, a: sliding_window(a, n[0] + 1)),
    "zip": (2, 6, [], lambda n, a, b: zip(a, b)),
    "zip_strict": (3, 2, [], lambda n, a, b, c: zip(a, b, c, strict=True)),
    "zip_from_iterable": (UP_TO_6, 4, [], lambda n, *r: zip(*r)),
    "zip_from_iterable_strict": (UP_TO_6, 1, [], lambda n, *r: zip(*r, strict=True)),
    "zip_longest": (2, 6, [], lambda n, a, b: itertools.zip_longest(a, b)),
    "zip_longest_filled": (3, 6, [9], lambda n, a, b, c: itertools.zip_longest(a, b, c, fillvalue=n[0])),
    "zip_longest_from_iterable": (UP_TO_6, 4, [], lambda n, *r: itertools.zip_longest(*r)),
    "zip_longest_from_iterable_filled": (UP_TO_6, 4, [9], lambda n, *r: itertools.zip_longest(*r, fillvalue=n[0])),
}


def order_for(name, numbers):
    """How the ranges of a call are sorted, if they have to be: the arguments of sorted()."""
    if not name.startswith("merge"):
        return None
    return {"key": KEYS[numbers[1]] if "by_key" in name else None, "reverse": "reverse" in name}


def noting(elements, which, asked):
    for element in elements:
        asked.append(which)
        yield element
    asked.append(which)


def error_text(name, error):
    """The same error in the words of deepyield."""
    adaptor = name.removesuffix("_strict")
    return re.sub(r"\w+\(\) argument (\d) is (\w+) than argument(s?) ",
                  rf"deepyield: range \1 of {adaptor}(strict, ...) is \2 than range\3 ", str(error))


def text(value):
    return "(" + " ".join(map(text, value)) + ")" if isinstance(value, (tuple, list)) else str(value)


def main():
    seed, calls_each = int(sys.argv[1]), int(sys.argv[2])
    choose = random.Random(seed)
    for name, (ranges, greatest_length, limits, call) in CALLS.items():
        for _ in range(calls_each):
            numbers = [choose.randrange(limit) for limit in limits]
            count = choose.choice(ranges) if isinstance(ranges, range) else ranges
            elements = [[choose.randrange(9) for _ in range(choose.randint(0, greatest_length))] for _ in range(count)]
            if order := order_for(name, numbers):
                elements = [sorted(range_, **order) for range_ in elements]
            asked = []
            # A chain, because heapq.merge delegates to its last range, and would close a generator when it is dropped.
            iterators = [itertools.chain(noting(range_, which, asked)) for which, range_ in enumerate(elements)]
            results, error = [], ""
            try:
                for each in call(numbers, *iterators):
                    results.append(text(each))
            except ValueError as e:
                error = " " + error_text(name, e)
            result = "(" + " ".join(results) + ")" + error
            asked = text(asked)
            rest = [text(list(iterator)) for iterator in iterators]
            print(";".join([name, text(numbers), *map(text, elements), result, asked, *rest]))


main()
