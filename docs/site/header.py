"""Prepares a header for Doxygen, as its filter: header.py FILE >prepared

The reference shows what a user writes, so this leaves out the inline namespace, namespace detail,
what follows the library's namespace, and constraints. It marks the comments' examples as code.
"""
import re
import sys


def only_lines(text):
    return '\n' * text.count('\n')


def blank(match):
    return only_lines(match[0])


def described(text):
    """The comment at the top describes the file."""
    top = re.match(r'(//.*\n)*', text)[0]
    comment = re.sub(r'^// ?', '/// ', top, flags=re.M)
    return comment.replace('/// ', r'/// \file \ilinebr ', 1) + text[len(top):]


def after_arguments(text, start):
    """The position behind the `>` of the template argument list that was opened before `start`."""
    depth = 1
    while depth:
        depth += {'<': 1, '>': -1}.get(text[start], 0)
        start += 1
    return start


def without(pattern, text, replacement=''):
    """Replaces what begins with the pattern, which ends with `<`, up to its `>`."""
    while True:
        start = re.search(pattern, text)
        if not start:
            return text
        end = re.compile(r'(\s*= 0)?').match(text, after_arguments(text, start.end())).end()
        text = text[:start.start()] + replacement + only_lines(text[start.start():end]) + text[end:]


def main():
    text = described(open(sys.argv[1], encoding='utf-8').read())
    text = re.sub(r'(^ *///   .*\n(^ *///\n)*)+', r'/// @code{.cpp}\n\g<0>/// @endcode\n', text, flags=re.M)
    text = re.sub(r'^namespace (detail|ranges) \{$.*?^\}  // namespace \1$', blank, text, flags=re.M | re.S)
    text = re.sub(r'^(inline namespace v\d+ \{|\}  // namespace v\d+)$', '', text, flags=re.M)
    text = re.sub(r'(?<=^\}  // namespace deepyield$).*', blank, text, flags=re.M | re.S)
    text = without(r',\s*(std::enable_if_t|detail::if_\w+)<', text)
    text = without(r'lazy_range<(?=detail::)', text, 'lazy_range')
    # Adaptors are function objects, of types that do not matter.
    text = re.sub(r'^constexpr (detail::[^;=]*?)(\w+)\{\};',
                  lambda m: 'constexpr auto ' + only_lines(m[1]) + m[2] + ';', text, flags=re.M)
    text = text.replace('detail::send_argument<Send>', 'Send')
    text = text.replace('typename detail::result_slot<Return>::type', 'Return&')
    sys.stdout.write(text)


main()
