"""Prepares a page of Markdown for Doxygen, as its filter: page.py FILE >prepared

The pages are written for sites that host code, too. Here they get what Doxygen wants:
- labels of pages and headings. Doxygen's are global, so a heading's label begins with its page's;
- links within the site: to a page, to a header's reference, or to the page of a source.
"""
import os
import re
import sys

HIDDEN = re.compile(r'<!--.*?-->\n?', re.S)
FENCED = re.compile(r'^( *```)(\w*)\n(.*?)^ *```$\n', re.M | re.S)
HEADING = re.compile(r'^(#{1,6}) (.*)$', re.M)
BOLD_CODE = re.compile(r'\*\*([^*\n]*`[^*\n]*)\*\*')  # Doxygen would show the asterisks
# A code span, or a link.
LINK = re.compile(r'`[^`]*`|(?P<image>!?)\[(?P<shown>(?:[^][`]|`[^`]*`)*)\]\((?P<link>[^() ]+)(?P<title> "[^"]*")?\)')
HEADERS = 'include/deepyield'
PUBLIC_HEADER = re.compile(r'include/deepyield/(itertools/)?\w+\.hpp')
LANGUAGES = {'python': '.py', 'cpp': '.cpp'}  # the others are not coloured


def label(path):
    """The name of a page within the site: docs/how_to/recurse.md is how_to_recurse."""
    if path == 'README.md':
        return 'index'
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
    return path != HEADERS and not PUBLIC_HEADER.fullmatch(path) and not path.endswith('.md')


def target(page, link):
    """Where that link leads to within the site."""
    path, anchor = path_of(page, link), link.partition('#')[2]
    if path == HEADERS:
        return 'files.html'
    if is_source(path):
        return source_label(path) + '.html'
    if path.endswith('.md'):
        return label(path) + '.html' + (f'#{label(path)}-{anchor}' if anchor else '')
    return os.path.basename(path).replace('_', '__').replace('.', '_8') + '.html'


def links(text):
    """The relative links of a page."""
    text = FENCED.sub('', HIDDEN.sub('', text))
    return [match['link'] for match in LINK.finditer(text) if match['link'] and is_relative(match)]


def is_relative(match):
    return not match['image'] and not re.match(r'\w+:', match['link'])


def with_links(page, text):
    def replace(match):
        if match['image']:  # Doxygen knows the folders of images
            return f'![{match["shown"]}]({os.path.basename(match["link"])})'
        if not match['link'] or not is_relative(match):
            return match[0]
        return f'[{match["shown"]}]({target(page, match["link"])}{match["title"] or ""})'
    return LINK.sub(replace, text)


def headings(page, text):
    name = label(page)
    contents = '\n\n[TOC]' if len(re.findall(r'^## ', text, re.M)) > 2 else ''

    def replace(match):
        if name == 'index':  # its sections are not entries of the navigation
            level = len(match[1])
            return match[0] if level == 1 else f'<h{level} id="{name}-{slug(match[2])}">{match[2]}</h{level}>'
        if match[1] != '#':
            return f'{match[0]} {{#{name}-{slug(match[2])}}}'
        return f'{match[0]} {{#{name}}}{contents}'
    return lambda part: HEADING.sub(replace, part)


def prepared(page, text):
    text = HIDDEN.sub('', text)
    with_labels = headings(page, text)
    parts = FENCED.split(text)  # text, ```, language, code, text, ...
    for start in range(0, len(parts), 4):
        parts[start] = with_links(page, BOLD_CODE.sub(r'<b>\1</b>', with_labels(parts[start])))
        if start:
            language = LANGUAGES.get(parts[start - 2], '.unparsed')
            parts[start - 2] = f'{{{language}}}\n'
            parts[start - 1] += '```\n'
    return ''.join(parts)


def main():
    page = os.path.relpath(sys.argv[1])
    with open(page, encoding='utf-8') as file:
        text = file.read()
    # The pages of sources are prepared already.
    sys.stdout.write(text if page.startswith('build/') else prepared(page, text))


if __name__ == '__main__':
    main()
