-- Words in the order of their characters, whatever the server's language: those that begin alike stand together in
-- the index, which finds them also in a statement that is planned before the beginning is known.
ALTER TABLE word ALTER COLUMN word TYPE text COLLATE "C";
