-- What moves a date, or stops it: procedures that are reopened or extended, claims.

-- When the procedure ended for an application: a procedure that is reopened is so only for those who were chosen.
ALTER TABLE application ADD COLUMN closed_at BIGINT;
UPDATE application SET closed_at = (SELECT p.closed_at FROM posting p WHERE p.id = application.posting_id);

-- How often a procedure was reopened.
ALTER TABLE posting ADD COLUMN reopened BIGINT NOT NULL DEFAULT 0;

-- What one person proposed and a second one must agree to. One proposal of a kind stands for a subject at a time.
CREATE TABLE proposal (
    id TEXT NOT NULL PRIMARY KEY,
    employer_id TEXT NOT NULL REFERENCES employer (id),
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    value TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_account TEXT NOT NULL REFERENCES account (id),
    UNIQUE (kind, subject_id)
);

-- A claim, announced or brought: the holds of the claimant and of those compared with them stand and end together.
CREATE TABLE claim (
    id TEXT NOT NULL PRIMARY KEY,
    employer_id TEXT NOT NULL REFERENCES employer (id),
    posting_id TEXT NOT NULL REFERENCES posting (id),
    kind TEXT NOT NULL,
    review_on TEXT NOT NULL,
    missed BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    opened_by TEXT NOT NULL REFERENCES account (id),
    ended_at BIGINT
);
CREATE INDEX claim_employer ON claim (employer_id, ended_at);
DROP TABLE hold;
CREATE TABLE hold (
    id TEXT NOT NULL PRIMARY KEY,
    claim_id TEXT NOT NULL REFERENCES claim (id),
    application_id TEXT NOT NULL REFERENCES application (id),
    part TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    ended_by TEXT,
    ended_by_second TEXT,
    version BIGINT NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE (claim_id, application_id)
);
CREATE INDEX hold_application ON hold (application_id);

-- Who set a restriction, and on which day the person was told before it was lifted (Art. 18(3) GDPR).
ALTER TABLE restriction ADD COLUMN set_by TEXT;
ALTER TABLE restriction ADD COLUMN lifted_by TEXT;
ALTER TABLE restriction ADD COLUMN told_on TEXT;

-- One person of HR reads what is blocked or restricted, for a purpose and half an hour.
CREATE TABLE opening (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES application (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    purpose TEXT NOT NULL,
    until_at BIGINT NOT NULL
);
CREATE INDEX opening_application ON opening (application_id);
