-- Where an entry of the journal is found again. Derived from the leaves, and made anew from them where it is lost: in no backup.

CREATE TABLE act (
    idx BIGINT NOT NULL PRIMARY KEY,
    employer_id TEXT NOT NULL,
    -- An account, or the code of whoever else it was.
    actor TEXT NOT NULL,
    what TEXT NOT NULL,
    sort TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX act_employer ON act (employer_id, idx);
CREATE INDEX act_actor ON act (employer_id, actor, idx);
CREATE INDEX act_sort ON act (employer_id, sort, idx);
CREATE INDEX act_at ON act (employer_id, at);

CREATE TABLE touch (
    subject TEXT NOT NULL,
    idx BIGINT NOT NULL,
    PRIMARY KEY (subject, idx)
);
CREATE INDEX touch_idx ON touch (idx);

-- So many leaves were looked at, from the first one on.
CREATE TABLE indexed (
    one BIGINT NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL
);
