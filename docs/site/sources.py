"""Makes a page of each source that the pages link to: sources.py FOLDER PAGE...

So the site is complete by itself. For a folder, it makes a page that lists what is in it, and pages
of that. What is a header's reference, or a page already, is left to Doxygen.
"""
import os
import sys

import page

LANGUAGES = {'.cpp': '.cpp', '.hpp': '.cpp', '.py': '.py'}


def linked_sources(pages):
    for name in pages:
        text = open(name, encoding='utf-8').read()
        for link in page.links(text):
            path = page.path_of(name, link)
            if page.is_source(path):
                if not os.path.exists(path):
                    sys.exit(f'{name}: there is no {link}')
                yield path


def with_contents(path):
    yield path
    if os.path.isdir(path):
        for entry in sorted(os.listdir(path)):
            yield from with_contents(os.path.join(path, entry))


def page_of(path):
    title = f'# {path} {{#{page.source_label(path)}}}\n\n'
    if os.path.isdir(path):
        names = sorted(os.listdir(path), key=lambda name: (os.path.isdir(f'{path}/{name}'), name))
        return title + ''.join(f'- [{name}]({page.target(path + "/", name)})\n' for name in names)
    language = LANGUAGES.get(os.path.splitext(path)[1], '.unparsed')
    text = open(path, encoding='utf-8').read().replace('```', "'''")
    return f'{title}```{{{language}}}\n{text}```\n'


def main():
    folder, *pages = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    for source in sorted({part for path in linked_sources(pages) for part in with_contents(path)}):
        if page.is_source(source):
            with open(f'{folder}/{page.source_label(source)}.md', 'w', encoding='utf-8') as file:
                file.write(page_of(source))


main()
