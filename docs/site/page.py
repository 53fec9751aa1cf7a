"""Prepares a page of Markdown for Doxygen, as its filter: page.py FILE >prepared

The pages are written for sites that host code, too. Here they get what Doxygen wants:
- labels of pages and headings. Doxygen's are global, so a heading's label begins with its page's;
- links within the site: to a page, to a header's reference, or to the page of a source.
"""
import os
import re
import sys

HIDDEN = re.compile(r'<!--.*?-->\n?', re.S)
FENCE = re.compile(r'^ *```(\w*)')
HEADING = re.compile(r'^(#{1,6}) (.*)$')
BOLD_CODE = re.compile(r'\*\*(`[^`]*`)\*\*')  # Doxygen would show the asterisks
# A code span, or a link.
LINK = re.compile(r'`[^`]*`|(?P<image>!?)\[(?P<shown>(?:[^][`]|`[^`]*`)*)\]\((?P<link>[^() ]+)\)')
PUBLIC_HEADER = re.compile(r'include/deepyield/(itertools/)?\w+\.hpp')
LANGUAGES = {'python': '.py', 'cpp': '.cpp'}  # the others are not coloured


def label(path):
    """The name of a page within the site: docs/how_to/recursion.md is how_to_recursion."""
    return re.sub(r'^docs/|\.md$', '', path).replace('/', '_').lower()


def source_label(path):
    return 'source_' + re.sub(r'\W', '_', path).lower()


def slug(heading):
    """The anchor that hosting sites give a heading."""
    return re.sub(r'[^\w\- ]', '', heading.lower()).replace(' ', '-')


def path_of(page, link):
    """The path in the repository that a relative link of that page leads to."""
    path = link.partition('#')[0]
    return os.path.normpath(os.path.join(os.path.dirname(page), path)) if path else page


def is_source(path):
    return not PUBLIC_HEADER.fullmatch(path) and not path.endswith('.md')


def target(page, link):
    """Where that link leads to within the site."""
    path, anchor = path_of(page, link), link.partition('#')[2]
    if path == 'README.md':
        path, anchor = 'docs/index.md', ''
    if is_source(path):
        return source_label(path) + '.html'
    if path.endswith('.md'):
        return label(path) + '.html' + (f'#{label(path)}-{anchor}' if anchor else '')
    return os.path.basename(path).replace('_', '__').replace('.', '_8') + '.html'


def links(text):
    """The relative links of a page."""
    text = re.sub(r'^ *```.*?^ *```$', '', HIDDEN.sub('', text), flags=re.M | re.S)
    return [match['link'] for match in LINK.finditer(text) if match['link'] and is_relative(match)]


def is_relative(match):
    return not match['image'] and not re.match(r'\w+:', match['link'])


def with_links(page, text):
    def replace(match):
        if match['image']:  # Doxygen knows the folders of images
            return f'![{match["shown"]}]({os.path.basename(match["link"])})'
        if not match['link'] or not is_relative(match):
            return match[0]
        return f'[{match["shown"]}]({target(page, match["link"])})'
    return LINK.sub(replace, text)


def prepared(page, text):
    lines, fenced = [], False
    headings = len(re.findall(r'^## ', text, re.M))
    for line in HIDDEN.sub('', text).splitlines():
        fence, heading = FENCE.match(line), HEADING.match(line)
        if fence:
            fenced = not fenced
            if fenced:
                line = line.rstrip('`abcdefghijklmnopqrstuvwxyz') + '```{%s}' % LANGUAGES.get(fence[1], '.unparsed')
        elif heading and not fenced:
            name = label(page)
            if heading[1] != '#':
                line += f' {{#{name}-{slug(heading[2])}}}'
            elif name != 'index':
                line += f' {{#{name}}}' + ('\n\n[TOC]' if headings > 2 else '')
        elif not fenced:
            line = with_links(page, BOLD_CODE.sub(r'<b>\1</b>', line))
        lines.append(line)
    return '\n'.join(lines) + '\n'


def main():
    page = os.path.relpath(sys.argv[1])
    with open(page, encoding='utf-8') as file:
        text = file.read()
    # The pages of sources are prepared already.
    sys.stdout.write(text if page.startswith('build/') else prepared(page, text))


if __name__ == '__main__':
    main()
