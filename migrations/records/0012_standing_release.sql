-- A release to a body that counts for applications to a posting that come in later too (section 99 BetrVG): each gets a release of its own
-- when it arrives. It ends with all that were made by it.
CREATE TABLE standing_release (
    id TEXT NOT NULL PRIMARY KEY,
    posting_id TEXT NOT NULL REFERENCES posting (id),
    audience_kind TEXT NOT NULL,
    audience_id TEXT NOT NULL,
    sections TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL REFERENCES account (id),
    revoked_at BIGINT,
    revoked_by TEXT
);
CREATE INDEX standing_release_posting ON standing_release (posting_id);

ALTER TABLE release ADD COLUMN standing_id TEXT REFERENCES standing_release (id);
-- When the house itself told a body of a severely disabled applicant (section 164(1) SGB IX).
ALTER TABLE release ADD COLUMN told_at BIGINT;
