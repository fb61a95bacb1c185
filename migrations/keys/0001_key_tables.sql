-- The only place where record keys stand, each sealed under the generation key, which stands in no database.

CREATE TABLE store (
    id TEXT NOT NULL PRIMARY KEY,
    created_at BIGINT NOT NULL
);

CREATE TABLE generation (
    id TEXT NOT NULL PRIMARY KEY,
    created_at BIGINT NOT NULL,
    retired_at BIGINT
);

-- Keys of the house itself: for the hashes of e-mail addresses, for receipt codes.
CREATE TABLE house_key (
    name TEXT NOT NULL PRIMARY KEY,
    generation_id TEXT NOT NULL REFERENCES generation (id),
    wrapped BLOB NOT NULL
);

CREATE TABLE intake_key (
    id TEXT NOT NULL PRIMARY KEY,
    generation_id TEXT NOT NULL REFERENCES generation (id),
    wrapped BLOB NOT NULL,
    created_at BIGINT NOT NULL,
    retired_at BIGINT
);

CREATE TABLE rk (
    id TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    generation_id TEXT NOT NULL REFERENCES generation (id),
    wrapped BLOB NOT NULL,
    email_mac BLOB,
    created_at BIGINT NOT NULL
);
CREATE INDEX rk_state ON rk (state, created_at);
CREATE INDEX rk_email ON rk (email_mac);

-- A key that died stays dead, whatever an old backup of the records says.
CREATE TABLE tombstone (
    rk_id TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL
);
