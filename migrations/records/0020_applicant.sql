-- Who shows who they are by a code that was mailed (docs/PROMISES.md, n12).

-- The code that was mailed. By the subject, a keyed hash, tries at one address are counted; the address itself stands sealed under a key
-- that follows from the token, which the browser alone has.
DROP TABLE challenge;
CREATE TABLE challenge (
    token_hash TEXT NOT NULL PRIMARY KEY,
    subject TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    tries BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    sealed BLOB NOT NULL
);
CREATE INDEX challenge_expiry ON challenge (expires_at);

-- The visit that begins with the right code. Whose it is stands sealed in the same way.
CREATE TABLE visit (
    token_hash TEXT NOT NULL PRIMARY KEY,
    expires_at BIGINT NOT NULL,
    sealed BLOB NOT NULL
);
CREATE INDEX visit_expiry ON visit (expires_at);

-- When a code that was mailed to the address of an application was shown for the first time.
ALTER TABLE application ADD COLUMN address_confirmed_at BIGINT;

-- What applicants read of a remark about them, after HR looked whether it says something of somebody else (Art. 15(4) GDPR): the id is the
-- remark's, for the reason of an outcome the application's; `of_version` is the version of it that was looked at.
CREATE TABLE disclosure (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES application (id),
    verdict TEXT NOT NULL,
    of_version BIGINT NOT NULL,
    version BIGINT NOT NULL,
    decided_at BIGINT NOT NULL,
    decided_by TEXT NOT NULL REFERENCES account (id),
    sealed BLOB
);
CREATE INDEX disclosure_application ON disclosure (application_id);

-- What somebody asks about their data (chapter III GDPR), and by which day it is answered. Nothing wrote any before. One of which nobody
-- knows an application has none; then nothing in it says whose it is.
DROP TABLE request;
CREATE TABLE request (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT REFERENCES application (id),
    employer_id TEXT NOT NULL REFERENCES employer (id),
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    identity TEXT NOT NULL,
    received_on TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    entered_by TEXT REFERENCES account (id),
    answered_at BIGINT,
    answered_by TEXT REFERENCES account (id),
    answer TEXT,
    version BIGINT NOT NULL,
    sealed BLOB
);
CREATE INDEX request_application ON request (application_id);
CREATE INDEX request_employer ON request (employer_id, answered_at, answer_by);
