-- By one key for each calendar month the journal names the people of the staff. When it goes, nobody can tell any more who acted in that
-- month. Sealed under the generation key like every other; the id is the month, YYYY-MM.
CREATE TABLE journal_month (
    id TEXT NOT NULL PRIMARY KEY,
    generation_id TEXT NOT NULL REFERENCES generation (id),
    wrapped BLOB NOT NULL
);
