-- The employer's logo as the careers site shows it: public, so it is not sealed. One row at most, whose id is 'logo'.
CREATE TABLE logo (
    id TEXT NOT NULL PRIMARY KEY,
    hash TEXT NOT NULL,
    kind TEXT NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    size BIGINT NOT NULL,
    content BLOB NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT
);
