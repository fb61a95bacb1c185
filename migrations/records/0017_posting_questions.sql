-- What a posting asks beside the form's own fields, in their order, as JSON (rules::question::Question).
ALTER TABLE posting ADD COLUMN questions TEXT NOT NULL DEFAULT '[]';
