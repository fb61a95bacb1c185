-- What waits to be sent. A job is about an application and finds the address there; the last mail, when the application is gone,
-- carries it, sealed under an intake key. `run_at` is NULL while it may not be sent yet, `lost_at` the instant at which it is given up.
-- What was sent, or was given up, has no row.
DROP TABLE job;
CREATE TABLE job (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    employer_id TEXT NOT NULL,
    application_id TEXT,
    language TEXT NOT NULL,
    intake_key_id TEXT,
    sealed BLOB,
    queued_at BIGINT NOT NULL,
    run_at BIGINT,
    lost_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    until_at BIGINT,
    fence BIGINT NOT NULL
);
CREATE INDEX job_run ON job (run_at);
CREATE INDEX job_intake_key ON job (intake_key_id);
-- Of a kind, one waits for an application: it says where to look, not what is there.
CREATE UNIQUE INDEX job_application ON job (application_id, kind);
