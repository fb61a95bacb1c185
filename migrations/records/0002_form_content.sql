-- What tells the same form sent twice from another one under the same token. NULL for forms sent before this was kept.
ALTER TABLE submission ADD COLUMN content_mac TEXT;
