-- From whom a place in the talent pool is kept whose application is gone: accounts, separated by blanks. While the application is there, its
-- own exclusions count.
ALTER TABLE consent ADD COLUMN kept_from TEXT;
