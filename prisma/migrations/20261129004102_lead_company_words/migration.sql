-- A lead is found by the words of its company's name too: most have no company of their own yet. Bound to what it
-- calls as it is made, for ANALYZE looks up nothing by name.
CREATE FUNCTION lead_words(folded text, company_name text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT words_of(folded) || words_of(coalesce(bare_name(company_name), ''));
END;

DROP INDEX lead_words_idx;
CREATE INDEX lead_words_idx ON lead USING GIN (lead_words(folded, company_name)) WITH (fastupdate = off);

CREATE FUNCTION keep_lead_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO word SELECT DISTINCT unnest(tsvector_to_array(lead_words(folded, company_name))) AS word FROM written
  ORDER BY word ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

DROP TRIGGER keep_words_added ON lead;
DROP TRIGGER keep_words_changed ON lead;
CREATE TRIGGER keep_words_added AFTER INSERT ON lead REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION keep_lead_words();
CREATE TRIGGER keep_words_changed AFTER UPDATE ON lead REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION keep_lead_words();
INSERT INTO word SELECT DISTINCT unnest(tsvector_to_array(lead_words(folded, company_name))) FROM lead
  WHERE company_name IS NOT NULL ON CONFLICT DO NOTHING;
