-- From whom an application is kept: whoever knows the applicant, or must not see them. For these people it does not exist.
CREATE TABLE exclusion (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES application (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL REFERENCES account (id),
    lifted_at BIGINT,
    lifted_by TEXT
);
CREATE INDEX exclusion_application ON exclusion (application_id);
CREATE INDEX exclusion_account ON exclusion (account_id, application_id);

-- From whom every application to a posting is kept from its first moment on.
CREATE TABLE posting_exclusion (
    posting_id TEXT NOT NULL REFERENCES posting (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL REFERENCES account (id),
    PRIMARY KEY (posting_id, account_id)
);

-- A posting whose applications are reviewed blind, until HR lifts that.
ALTER TABLE posting ADD COLUMN blind_since BIGINT;
ALTER TABLE posting ADD COLUMN blind_lifted_at BIGINT;
ALTER TABLE posting ADD COLUMN blind_lifted_by TEXT;

-- A place in the talent pool whose application was erased while restricted: with it goes what could lift the restriction.
ALTER TABLE consent ADD COLUMN restricted_at BIGINT;
