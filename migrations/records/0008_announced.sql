-- On which day the person was told that the restricted application goes, and that it stays for a claim of their own (n13).
ALTER TABLE restriction ADD COLUMN announced_on TEXT;
