-- What is kept for a reason of its own, beside the procedure and beyond it, each under its own key until its own date: papers that a
-- statute keeps, the talent pool, and the evidence of a consent. `from_on` is the calendar day from which its period is counted.
CREATE TABLE kept (
    id TEXT NOT NULL PRIMARY KEY,
    employer_id TEXT NOT NULL REFERENCES employer (id),
    class TEXT NOT NULL,
    rk_id TEXT NOT NULL UNIQUE,
    certificate_no TEXT NOT NULL UNIQUE,
    from_on TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    erasing_at BIGINT,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL REFERENCES account (id),
    version BIGINT NOT NULL,
    sealed BLOB NOT NULL
);
CREATE INDEX kept_due ON kept (due_at);
CREATE INDEX kept_class ON kept (employer_id, class, due_at);

CREATE TABLE kept_document (
    id TEXT NOT NULL PRIMARY KEY,
    kept_id TEXT NOT NULL REFERENCES kept (id),
    object_id TEXT NOT NULL REFERENCES object (id),
    version BIGINT NOT NULL,
    sealed BLOB NOT NULL
);
CREATE INDEX kept_document_kept ON kept_document (kept_id);
CREATE INDEX kept_document_object ON kept_document (object_id);

-- A consent to the talent pool, in dates and codes. It goes with its evidence; the place in the pool goes before. Which application it
-- followed is known while that is there.
DROP TABLE consent;
CREATE TABLE consent (
    id TEXT NOT NULL PRIMARY KEY,
    evidence_id TEXT NOT NULL UNIQUE REFERENCES kept (id),
    pool_id TEXT NOT NULL UNIQUE,
    application_id TEXT,
    text_version TEXT NOT NULL,
    channel TEXT NOT NULL,
    given_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    withdrawn_on TEXT,
    withdrawn_by TEXT
);
CREATE INDEX consent_application ON consent (application_id);
