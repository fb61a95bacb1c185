-- A clock that was moved stops the sweep of every process until a person confirms it. Times are numbered from one, and one at most stands.
CREATE TABLE clock_stop (
    number BIGINT NOT NULL PRIMARY KEY,
    moved TEXT NOT NULL,
    expected_at BIGINT NOT NULL,
    found_at BIGINT NOT NULL,
    confirmed_at BIGINT
);
