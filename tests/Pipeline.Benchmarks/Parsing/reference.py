"""Reads one listing with the Python library people would use for it; prints papers and seconds.

usage: reference.py FORMAT FILE
"""
import json
import sys
import time


def feed(path):
    import feedparser
    begin = time.perf_counter()
    parsed = feedparser.parse(path)
    papers = [(e.get("title"), e.get("summary")) for e in parsed.entries]
    return papers, time.perf_counter() - begin


def oai(path):
    from bs4 import BeautifulSoup
    begin = time.perf_counter()
    with open(path, encoding="utf-8") as file:
        soup = BeautifulSoup(file, "lxml-xml")
    papers = [(r.find("title").text, r.find("abstract").text) for r in soup.find_all("record")]
    return papers, time.perf_counter() - begin


def page(path):
    from bs4 import BeautifulSoup
    begin = time.perf_counter()
    with open(path, encoding="utf-8") as file:
        soup = BeautifulSoup(file, "lxml")
    props = json.loads(soup.select_one('[data-target="DailyPapers"]')["data-props"])
    papers = [(p["paper"]["title"], p["paper"]["summary"]) for p in props["dailyPapers"]]
    return papers, time.perf_counter() - begin


READERS = {"arxiv-atom": feed, "rss": feed, "oai-pmh": oai, "hf-html": page}

if __name__ == "__main__":
    found, seconds = READERS[sys.argv[1]](sys.argv[2])
    if not all(title and text for title, text in found):
        sys.exit("a paper came out without title or abstract")
    print(len(found), seconds)
