-- The last time this database was written to only to see that it can be.
CREATE TABLE tick (
    name TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL
);
