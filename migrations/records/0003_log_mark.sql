-- How far the log had come when these records last gave entries to it. Records that know less than the log holds are an older copy.
CREATE TABLE log_mark (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    size BIGINT NOT NULL
);
