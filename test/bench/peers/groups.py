"""What the scripts beside this share: articles in, groups out. Each is run as: python use_X.py ARTICLES.jsonl SCRATCH GROUPS.json"""

import json
import sys

CORPUS, SCRATCH, RESULT = sys.argv[1:4]


def read_articles():
    """Ids and texts of all articles, in the order of the file."""
    with open(CORPUS, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [record["id"] for record in records], [record["text"] for record in records]


def shingles(text):
    """Runs of three words in small letters, for the libraries that leave the choice to their user."""
    words = text.lower().split()
    return [" ".join(run) for run in zip(words, words[1:], words[2:])]


class Groups:
    """Articles joined two by two."""

    def __init__(self):
        self.above = {}

    def find(self, key):
        above = self.above
        while above.setdefault(key, key) != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    def join(self, a, b):
        self.above[self.find(b)] = self.find(a)

    def write(self):
        members = {}
        for key in self.above:
            members.setdefault(self.find(key), []).append(key)
        write([group for group in members.values() if len(group) > 1])


def write(groups):
    with open(RESULT, "w", encoding="utf-8") as file:
        json.dump(groups, file)
