-- One portable set for SQLite and PostgreSQL: TEXT for identifiers and codes, BIGINT for unix milliseconds and counts, BLOB for what
-- is sealed (on PostgreSQL a domain over bytea). A nullable instant says more than a flag.

CREATE TABLE store (
    id TEXT NOT NULL PRIMARY KEY,
    created_at BIGINT NOT NULL
);

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT
);

-- The last time a recurring job ran, for the clock guard.
CREATE TABLE tick (
    name TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL
);

-- Who runs a job right now. The fence only grows: a holder whose lease was taken over can tell.
CREATE TABLE lease (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    fence BIGINT NOT NULL
);

CREATE TABLE employer (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE department (
    id TEXT NOT NULL PRIMARY KEY,
    employer_id TEXT NOT NULL REFERENCES employer (id),
    name TEXT NOT NULL
);

CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    disabled_at BIGINT
);

CREATE TABLE membership (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    employer_id TEXT NOT NULL REFERENCES employer (id),
    role TEXT NOT NULL,
    department_id TEXT REFERENCES department (id),
    until_at BIGINT
);
CREATE INDEX membership_account ON membership (account_id);

CREATE TABLE session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_expiry ON session (expires_at);

-- Failed tries, by a keyed hash of what was tried; kept for minutes, never joined with an applicant.
CREATE TABLE attempt (
    id TEXT NOT NULL PRIMARY KEY,
    subject TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX attempt_subject ON attempt (subject, at);

CREATE TABLE posting (
    id TEXT NOT NULL PRIMARY KEY,
    employer_id TEXT NOT NULL REFERENCES employer (id),
    department_id TEXT NOT NULL REFERENCES department (id),
    slug TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    place TEXT NOT NULL,
    employment TEXT NOT NULL,
    pay TEXT NOT NULL,
    contact TEXT NOT NULL,
    next_steps TEXT NOT NULL,
    seats BIGINT NOT NULL,
    state TEXT NOT NULL,
    intake_ends_on TEXT NOT NULL,
    planned_close_on TEXT NOT NULL,
    published_at BIGINT,
    closed_at BIGINT,
    close_kind TEXT,
    closed_by TEXT,
    retention_months BIGINT NOT NULL,
    retention_start TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT
);
CREATE INDEX posting_state ON posting (state, planned_close_on);
CREATE INDEX posting_employer ON posting (employer_id, created_at);

-- What was handed in and is not yet an application. The sealed part opens only with an intake key.
CREATE TABLE envelope (
    id TEXT NOT NULL PRIMARY KEY,
    posting_id TEXT NOT NULL REFERENCES posting (id),
    intake_key_id TEXT NOT NULL,
    object_id TEXT NOT NULL,
    receipt_hash TEXT NOT NULL,
    certificate_no TEXT NOT NULL,
    notice_version TEXT NOT NULL,
    language TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    quarantined_at BIGINT,
    quarantine_reason TEXT,
    sealed BLOB NOT NULL
);
CREATE INDEX envelope_received ON envelope (received_at);
CREATE INDEX envelope_posting ON envelope (posting_id);
CREATE INDEX envelope_receipt ON envelope (receipt_hash);

-- A form that is sent twice is one application.
CREATE TABLE submission (
    token_hash TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL UNIQUE,
    at BIGINT NOT NULL
);

CREATE TABLE application (
    id TEXT NOT NULL PRIMARY KEY,
    posting_id TEXT NOT NULL REFERENCES posting (id),
    employer_id TEXT NOT NULL REFERENCES employer (id),
    rk_id TEXT NOT NULL UNIQUE,
    stage TEXT NOT NULL,
    stage_at BIGINT NOT NULL,
    outcome TEXT,
    outcome_at BIGINT,
    outcome_by TEXT,
    outcome_reason BLOB,
    outcome_version BIGINT NOT NULL,
    rejection_sent_at BIGINT,
    rejection_received_at BIGINT,
    received_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    life TEXT NOT NULL,
    notice_version TEXT NOT NULL,
    receipt_hash TEXT NOT NULL UNIQUE,
    certificate_no TEXT NOT NULL UNIQUE,
    basis TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL
);
CREATE INDEX application_newest ON application (employer_id, received_at, id);
CREATE INDEX application_stage ON application (employer_id, stage, received_at, id);
CREATE INDEX application_outcome ON application (employer_id, outcome, received_at, id);
CREATE INDEX application_posting ON application (posting_id, received_at, id);
CREATE INDEX application_posting_stage ON application (posting_id, stage, received_at, id);
CREATE INDEX application_posting_outcome ON application (posting_id, outcome, received_at, id);
CREATE INDEX application_counts ON application (employer_id, life, posting_id, outcome, stage);
CREATE INDEX application_posting_counts ON application (posting_id, life, outcome, stage);
CREATE INDEX application_plan ON application (employer_id, posting_id, due_at);
CREATE INDEX application_due ON application (due_at, life, employer_id);

CREATE TABLE section (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES application (id),
    name TEXT NOT NULL,
    version BIGINT NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE (application_id, name)
);

-- Bulk objects in the object store; the size is the padded, sealed one.
CREATE TABLE object (
    id TEXT NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE document (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES application (id),
    section TEXT NOT NULL,
    object_id TEXT NOT NULL REFERENCES object (id),
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    sealed BLOB NOT NULL
);
CREATE INDEX document_application ON document (application_id);
CREATE INDEX document_object ON document (object_id);

CREATE TABLE note (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES application (id),
    kind TEXT NOT NULL,
    author_id TEXT NOT NULL REFERENCES account (id),
    author_role TEXT NOT NULL,
    department_id TEXT REFERENCES department (id),
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    sealed BLOB NOT NULL
);
CREATE INDEX note_application ON note (application_id, created_at);

CREATE TABLE release (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES application (id),
    audience_kind TEXT NOT NULL,
    audience_id TEXT NOT NULL,
    sections TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    revoked_at BIGINT,
    revoked_by TEXT
);
CREATE INDEX release_application ON release (application_id);
CREATE INDEX release_audience ON release (audience_kind, audience_id, application_id);

CREATE TABLE hold (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES application (id),
    review_on TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    ended_by TEXT,
    ended_by_second TEXT,
    version BIGINT NOT NULL,
    sealed BLOB NOT NULL
);
CREATE INDEX hold_application ON hold (application_id);

CREATE TABLE restriction (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES application (id),
    ground TEXT NOT NULL,
    since BIGINT NOT NULL,
    lifted_at BIGINT
);
CREATE INDEX restriction_application ON restriction (application_id);

CREATE TABLE history (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL REFERENCES application (id),
    at BIGINT NOT NULL,
    by_account TEXT,
    what TEXT NOT NULL,
    sealed BLOB
);
CREATE INDEX history_application ON history (application_id, at);

CREATE TABLE request (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT REFERENCES application (id),
    employer_id TEXT NOT NULL REFERENCES employer (id),
    kind TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    answer_by TEXT NOT NULL,
    answered_at BIGINT,
    version BIGINT NOT NULL,
    sealed BLOB
);

CREATE INDEX request_application ON request (application_id);

CREATE TABLE consent (
    id TEXT NOT NULL PRIMARY KEY,
    rk_id TEXT NOT NULL UNIQUE,
    text_version TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    withdrawn_at BIGINT,
    until_at BIGINT NOT NULL
);

CREATE TABLE employee (
    id TEXT NOT NULL PRIMARY KEY,
    employer_id TEXT NOT NULL REFERENCES employer (id),
    department_id TEXT NOT NULL REFERENCES department (id),
    posting_title TEXT NOT NULL,
    rk_id TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL
);

CREATE INDEX employee_employer ON employee (employer_id, created_at);

CREATE TABLE employee_item (
    id TEXT NOT NULL PRIMARY KEY,
    employee_id TEXT NOT NULL REFERENCES employee (id),
    item TEXT NOT NULL,
    purpose TEXT NOT NULL,
    basis TEXT NOT NULL,
    object_id TEXT REFERENCES object (id),
    version BIGINT NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE (employee_id, item)
);
CREATE INDEX employee_item_object ON employee_item (object_id);

-- Once per application: the database says so too. The row goes with the application.
CREATE TABLE handover (
    application_id TEXT NOT NULL PRIMARY KEY REFERENCES application (id),
    employee_id TEXT NOT NULL UNIQUE REFERENCES employee (id),
    at BIGINT NOT NULL,
    by_account TEXT NOT NULL
);

-- An erasure under way. It holds no reference, since the application's rows go before it does.
CREATE TABLE erasure (
    application_id TEXT NOT NULL PRIMARY KEY,
    rk_id TEXT NOT NULL,
    step BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    unreadable_at BIGINT,
    keys BIGINT NOT NULL,
    objects BIGINT NOT NULL
);

CREATE TABLE challenge (
    id TEXT NOT NULL PRIMARY KEY,
    subject TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    tries BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE job (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    run_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    holder TEXT,
    until_at BIGINT,
    fence BIGINT NOT NULL,
    sealed BLOB
);
CREATE INDEX job_run ON job (run_at);

-- What other instances have to look at again.
CREATE TABLE change (
    id TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL
);
CREATE INDEX change_at ON change (at);

-- Journal entries and certificates, written in the transaction of their act, before the sequencer moves them into the log.
CREATE TABLE entry_in (
    id TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    employer_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX entry_in_order ON entry_in (at, id);
