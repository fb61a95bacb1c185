-- The documents that came with an envelope beside the CV; what they are stands sealed in the envelope.
CREATE TABLE envelope_document (
    object_id TEXT NOT NULL PRIMARY KEY,
    envelope_id TEXT NOT NULL REFERENCES envelope (id)
);
CREATE INDEX envelope_document_envelope ON envelope_document (envelope_id);
