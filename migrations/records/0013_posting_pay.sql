-- What a posting says in a form that programs understand too: the country of its place (ISO 3166-1), and its pay, in cents of a euro. And
-- how many days after an application arrived it is answered.
ALTER TABLE posting ADD COLUMN country TEXT NOT NULL DEFAULT 'DE';
ALTER TABLE posting ADD COLUMN pay_min BIGINT;
ALTER TABLE posting ADD COLUMN pay_max BIGINT;
ALTER TABLE posting ADD COLUMN pay_period TEXT;
ALTER TABLE posting ADD COLUMN answer_days BIGINT;
