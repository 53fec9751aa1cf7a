"""Checks the links of the site: check.py SITE

Each href and src leads to a file of the site, and each #anchor to an element; what leads out of the
site is https. Every page is in the navigation.
"""
import glob
import html.parser
import os
import re
import sys
import urllib.parse

# What Doxygen and its theme bring along.
ELSEWHERE = ('https://', 'javascript:', 'mailto:')


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.links, self.anchors = [], set()
        with open(path, encoding='utf-8') as file:
            self.feed(file.read())

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ('href', 'src', 'data') and value:
                self.links.append(value)
            elif name in ('id', 'name'):
                self.anchors.add(value)


def main():
    site = sys.argv[1]
    pages = {os.path.basename(path): Page(path) for path in glob.glob(f'{site}/*.html')}
    wrong, count = [], 0
    for name, page in pages.items():
        for link in page.links:
            if link.startswith(ELSEWHERE):
                continue
            count += 1
            path, _, anchor = urllib.parse.unquote(link).partition('#')
            path = path or name
            if not os.path.exists(f'{site}/{path}'):
                wrong.append(f'{name}: no file for {link}')
            elif anchor and path in pages and anchor not in pages[path].anchors:
                wrong.append(f'{name}: no anchor for {link}')
    for script in glob.glob(f'{site}/navtreedata.js') + glob.glob(f'{site}/search/*.js'):
        with open(script, encoding='utf-8') as file:
            for link in re.findall(r'"(?:\.\./)?(\w+\.html)[#"]', file.read()):
                if link not in pages:
                    wrong.append(f'{script}: no file for {link}')
    with open(f'{site}/navtreedata.js', encoding='utf-8') as file:
        navigation = file.read()
    documents = glob.glob('docs/*.md') + glob.glob('docs/how_to/*.md') + glob.glob('examples/*/*.md')
    for document in documents:
        page = document.removeprefix('docs/')[:-3].replace('/', '_').lower() + '.html'
        if f'"{page}' not in navigation:
            wrong.append(f'{document} is not in docs/site/layout.xml')
    if wrong:
        sys.exit('\n'.join(sorted(wrong)))
    print(f'{len(pages)} pages, {count} links: all lead somewhere')


main()
