-- Applications whose erasure failed at a step, and when it is tried again. The row goes with the application.
CREATE TABLE erasure_retry (
    application_id TEXT NOT NULL PRIMARY KEY,
    step BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    failed_at BIGINT NOT NULL,
    retry_at BIGINT NOT NULL
);

-- The last pass of the sweep that came to its end, by whichever process.
CREATE TABLE last_pass (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    began_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    erased BIGINT NOT NULL,
    failed BIGINT NOT NULL
);
