-- A breach of personal data (Art. 33(5) GDPR): which account was in wrong hands between two instants, since when the house knows, and when
-- the authority was told. Whom it touched, the journal says.
CREATE TABLE breach (
    id TEXT NOT NULL PRIMARY KEY,
    employer_id TEXT NOT NULL REFERENCES employer (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    from_at BIGINT NOT NULL,
    to_at BIGINT NOT NULL,
    known_at BIGINT NOT NULL,
    reported_at BIGINT,
    created_by TEXT NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL
);
CREATE INDEX breach_known ON breach (employer_id, known_at);
