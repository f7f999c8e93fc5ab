"""Reads one listing with the Python library people would use for it, once to warm up and then some rounds.

Prints papers, and seconds of the processor: the middle of the rounds.

usage: reference.py FORMAT FILE ROUNDS
"""
import json
import sys
import time


def feed(path):
    import feedparser
    parsed = feedparser.parse(path)
    return [(e.get("title"), e.get("summary")) for e in parsed.entries]


def oai(path):
    from bs4 import BeautifulSoup
    with open(path, encoding="utf-8") as file:
        soup = BeautifulSoup(file, "lxml-xml")
    return [(r.find("title").text, r.find("abstract").text) for r in soup.find_all("record")]


def page(path):
    from bs4 import BeautifulSoup
    with open(path, encoding="utf-8") as file:
        soup = BeautifulSoup(file, "lxml")
    props = json.loads(soup.select_one('[data-target="DailyPapers"]')["data-props"])
    return [(p["paper"]["title"], p["paper"]["summary"]) for p in props["dailyPapers"]]


READERS = {"arxiv-atom": feed, "rss": feed, "oai-pmh": oai, "hf-html": page}


def measure(read, path, rounds):
    found, times = read(path), []
    for _ in range(rounds):
        begin = time.process_time()
        found = read(path)
        times.append(time.process_time() - begin)
    return found, sorted(times)[len(times) // 2]


if __name__ == "__main__":
    papers, seconds = measure(READERS[sys.argv[1]], sys.argv[2], int(sys.argv[3]))
    if not all(title and text for title, text in papers):
        sys.exit("a paper came out without title or abstract")
    print(len(papers), seconds)
