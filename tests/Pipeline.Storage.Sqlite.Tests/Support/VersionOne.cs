namespace Pipeline.Storage.Sqlite.Tests.Support;

/// <summary>A database as the first released schema wrote it: its tables, and one enriched paper of one listing. Never edited.</summary>
internal static class VersionOne
{
    public const string PaperId = "title:6057e074a50d3c2b4c7bf591";
    public const string ListingId = "e4a8613aa0c45f8a9e6440cfbbb0601b";

    public const string Tables = """
        CREATE TABLE papers (
            pk INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            revision TEXT NOT NULL,
            observed_at INTEGER NOT NULL,
            pending INTEGER NOT NULL,
            sweep_at INTEGER NOT NULL,
            sweeps INTEGER NOT NULL,
            claims_revision TEXT,
            claims_version TEXT,
            claim_count INTEGER NOT NULL DEFAULT 0,
            topics_revision TEXT,
            topics_version TEXT,
            topic_count INTEGER NOT NULL DEFAULT 0,
            completion TEXT
        ) STRICT;
        CREATE INDEX papers_by_age ON papers (observed_at DESC, id);
        CREATE INDEX papers_pending ON papers (sweep_at, id) WHERE pending = 1;

        CREATE TABLE contents (paper INTEGER PRIMARY KEY REFERENCES papers, json TEXT NOT NULL) STRICT;
        CREATE TABLE claims (paper INTEGER PRIMARY KEY REFERENCES papers, json TEXT NOT NULL) STRICT;
        CREATE TABLE topics (paper INTEGER PRIMARY KEY REFERENCES papers, json TEXT NOT NULL) STRICT;

        CREATE TABLE aliases (alias TEXT PRIMARY KEY, paper INTEGER NOT NULL REFERENCES papers) STRICT, WITHOUT ROWID;
        CREATE TABLE sightings (
            listing_id TEXT NOT NULL,
            paper INTEGER NOT NULL REFERENCES papers,
            rank INTEGER NOT NULL,
            PRIMARY KEY (listing_id, paper)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE paper_topics (
            topic TEXT NOT NULL,
            paper INTEGER NOT NULL REFERENCES papers,
            PRIMARY KEY (topic, paper)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX paper_topics_by_paper ON paper_topics (paper);

        CREATE VIRTUAL TABLE paper_words USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = ascii);
        CREATE VIRTUAL TABLE claim_words USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = ascii);

        CREATE TABLE listings (
            id TEXT PRIMARY KEY,
            source_id TEXT NOT NULL,
            fetched_at INTEGER NOT NULL,
            waiting INTEGER NOT NULL,
            sweep_at INTEGER,
            json TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX listings_by_source ON listings (source_id, fetched_at DESC, id);
        CREATE INDEX listings_waiting ON listings (fetched_at, id) WHERE waiting = 1;
        PRAGMA user_version = 1;
        """;

    public const string Rows = """
        INSERT INTO papers VALUES (
            1, 'title:6057e074a50d3c2b4c7bf591', 'bbae4e0b60b6187f', 1795574134903, 0, 1795574135047, 0, 'bbae4e0b60b6187f',
            'cues/1', 2, 'bbae4e0b60b6187f', 'terms/1+arxiv/1', 1,
            '{"revision":"bbae4e0b60b6187f","claimsVersion":"cues/1","topicsVersion":"terms/1+arxiv/1","by":"claims","at":"2026-11-25T02:35:35.182+00:00"}');
        INSERT INTO contents VALUES (1, '{"id":"title:6057e074a50d3c2b4c7bf591","aliases":["title:6057e074a50d3c2b4c7bf591"],"title":"A test of migrations","abstract":"We propose a method. It reaches 91.5 % on ImageNet and outperforms all baselines.","abstractSource":"listing","authors":[],"publishedAt":null,"updatedAt":null,"listedAt":null,"categories":[],"urls":{},"upvotes":null,"revision":"bbae4e0b60b6187f","observedAt":"2026-11-25T02:35:34.903+00:00","firstSeenAt":"2026-11-25T02:35:34.903+00:00","sightings":[{"listingId":"e4a8613aa0c45f8a9e6440cfbbb0601b","sourceId":"file:one.jsonl","rank":1,"upvotes":null,"at":"2026-11-25T02:35:34.903+00:00"}],"firstListingId":"e4a8613aa0c45f8a9e6440cfbbb0601b","contentListingId":"e4a8613aa0c45f8a9e6440cfbbb0601b","sequence":1,"pending":true,"claims":null,"topics":null,"enriched":null}');
        INSERT INTO claims VALUES (1, '{"revision":"bbae4e0b60b6187f","version":{"name":"cues","version":"1"},"at":"2026-11-25T02:35:35.182+00:00","analysis":{"sentences":[{"start":0,"end":20,"role":"method","roleScore":0.4013,"claim":true,"claimScore":0.8018,"mainClaim":true,"mainClaimScore":0.6548,"claimType":"contribution"},{"start":21,"end":81,"role":"result","roleScore":0.835,"claim":true,"claimScore":0.9099,"mainClaim":true,"mainClaimScore":0.8947,"claimType":"comparison"}],"claims":[{"id":"f051bdd453e458c19ce94b2d5d121262","type":"contribution","start":0,"end":20,"text":"We propose a method.","confidence":0.8018,"quantities":[]},{"id":"38a35f63d17756b486fdd2ed4eeab223","type":"comparison","start":21,"end":81,"text":"It reaches 91.5 % on ImageNet and outperforms all baselines.","confidence":0.9099,"quantities":[{"start":32,"end":38,"text":"91.5 %","values":[91.5],"unit":"%","kind":"percent","direction":"none","metric":null,"baseline":null,"dataset":"ImageNet","entity":null,"confidence":0.8,"spans":{"dataset":[42,50]}}]}],"quantities":[{"start":32,"end":38,"text":"91.5 %","values":[91.5],"unit":"%","kind":"percent","direction":"none","metric":null,"baseline":null,"dataset":"ImageNet","entity":null,"confidence":0.8,"spans":{"dataset":[42,50]}}],"names":{"methods":[],"datasets":[{"start":42,"end":50,"text":"ImageNet"}]},"urls":[]}}');
        INSERT INTO topics VALUES (1, '{"revision":"bbae4e0b60b6187f","version":{"name":"terms","version":"1","taxonomy":"arxiv/1"},"at":"2026-11-25T02:35:35.195+00:00","analysis":{"abstained":false,"topics":[{"id":"cs.CV","score":0.4775,"evidence":[{"start":42,"end":50,"text":"ImageNet","in":"abstract","weight":2.5}]}]}}');
        INSERT INTO aliases VALUES ('title:6057e074a50d3c2b4c7bf591', 1);
        INSERT INTO sightings VALUES ('e4a8613aa0c45f8a9e6440cfbbb0601b', 1, 1);
        INSERT INTO paper_topics VALUES ('cs.CV', 1);
        INSERT INTO paper_words (rowid, words) VALUES (1, 'a test of migrations we propose method');
        INSERT INTO claim_words (rowid, words) VALUES (1, 'we propose a method');
        INSERT INTO listings VALUES (
            'e4a8613aa0c45f8a9e6440cfbbb0601b', 'file:one.jsonl', 1795574134903, 0, 1795574135047,
            '{"id":"e4a8613aa0c45f8a9e6440cfbbb0601b","sourceId":"file:one.jsonl","contentHash":"b6319eff5d7ce292ad7e5eaf2479110ffc1fce9db021d1618e936ac6db5921c0","contentLength":151,"name":"one.jsonl","format":null,"fetchedAt":"2026-11-25T02:35:34.903+00:00","state":"parsed","result":{"parsedAt":"2026-11-25T02:35:35.109+00:00","parserVersion":"listings/1","format":"json-lines","papers":1,"new":1,"changed":0,"unchanged":0,"rejected":0,"rejections":[],"reason":null}}');
        """;
}
