-- The append-only Merkle log (RFC 6962, section 2): journal entries and certificates, without the contents of any application.

CREATE TABLE store (
    id TEXT NOT NULL PRIMARY KEY,
    created_at BIGINT NOT NULL
);

CREATE TABLE leaf (
    idx BIGINT NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    employer_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    hash BLOB NOT NULL
);
CREATE INDEX leaf_kind ON leaf (kind, idx);
CREATE INDEX leaf_subject ON leaf (subject, idx);

-- Roots of complete subtrees: node (level, idx) covers the leaves from idx * 2^level on.
CREATE TABLE node (
    level BIGINT NOT NULL,
    idx BIGINT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (level, idx)
);

CREATE TABLE checkpoint (
    size BIGINT NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    at BIGINT NOT NULL
);
