"""The workloads in CPython: prints {"workload": nanoseconds each} as JSON. The least of several repetitions, as for C++."""
import json
import time


def count_up_to(n):
    for i in range(1, n + 1):
        yield i


def all_strings(strings, rounds):
    for _ in range(rounds):
        for string in strings:
            yield string


class Node:
    __slots__ = ("left", "right", "value")

    def __init__(self, first, last):
        middle = (first + last) // 2
        self.left = Node(first, middle) if first < middle else None
        self.right = Node(middle + 1, last) if middle + 1 < last else None
        self.value = middle


def in_order(node):
    if node.left:
        yield from in_order(node.left)
    yield node
    if node.right:
        yield from in_order(node.right)


def descend(depth, n):
    if depth > 1:
        yield from descend(depth - 1, n)
    else:
        yield from count_up_to(n)


def add_one(numbers):
    for number in numbers:
        yield number + 1


def pipeline(stages, n):
    numbers = count_up_to(n)
    for _ in range(stages):
        numbers = add_one(numbers)
    return numbers


def one_element(element):
    yield element


def create_and_finish(n):
    for i in range(n):
        for _ in one_element(i):
            pass


def create_and_abandon(n):
    for i in range(n):
        for _ in count_up_to(2):
            break


def exhaust(iterable):
    for _ in iterable:
        pass


def nanoseconds_each(count, work, repetitions=5):
    best = float("inf")
    for _ in range(repetitions):
        start = time.process_time_ns()
        work()
        best = min(best, time.process_time_ns() - start)
    return best / count


def main():
    n = 300_000
    strings = [f"a string that is not interned by anybody: {i}" for i in range(1000)]
    size = 2**20 - 1
    tree = Node(0, size)
    results = {
        "flat_ints": nanoseconds_each(n, lambda: exhaust(count_up_to(n))),
        "strings_by_reference": nanoseconds_each(n, lambda: exhaust(all_strings(strings, n // 1000))),
        "tree_walk": nanoseconds_each(size, lambda: exhaust(in_order(tree)), 3),
        "depth_1": nanoseconds_each(n, lambda: exhaust(count_up_to(n))),
        "depth_10": nanoseconds_each(n, lambda: exhaust(descend(10, n))),
        "depth_100": nanoseconds_each(n // 10, lambda: exhaust(descend(100, n // 10))),
        "create_and_finish": nanoseconds_each(n, lambda: create_and_finish(n)),
        "create_and_abandon": nanoseconds_each(n, lambda: create_and_abandon(n)),
    }
    for stages in (1, 2, 4, 8):
        results[f"pipeline_{stages}"] = nanoseconds_each(n // 4, lambda: exhaust(pipeline(stages, n // 4)))
    print(json.dumps(results))


main()
