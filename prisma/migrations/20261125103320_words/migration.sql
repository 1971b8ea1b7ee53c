-- Finding names among a hundred thousand in a few milliseconds: first the words that are meant, then the names with them.

-- Generated from prisma/schema.prisma:

-- DropIndex
DROP INDEX "contact_folded_idx";

-- DropIndex
DROP INDEX "deal_folded_idx";

-- DropIndex
DROP INDEX "lead_folded_idx";

-- DropIndex
DROP INDEX "member_folded_idx";

-- CreateTable
CREATE TABLE "word" (
    "word" TEXT NOT NULL,

    CONSTRAINT "word_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "word_word_idx" ON "word" USING GIN ("word" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "company_folded_hash" ON "company" USING HASH ("folded");

-- CreateIndex
CREATE INDEX "contact_folded_idx" ON "contact" USING HASH ("folded");

-- CreateIndex
CREATE INDEX "deal_folded_idx" ON "deal" USING HASH ("folded");

-- CreateIndex
CREATE INDEX "lead_folded_idx" ON "lead" USING HASH ("folded");
-- End of the generated part.

-- The words of a name, as they stand in it. The marks at its ends are no part of them, as in crm/find/rank. Not in
-- SQL: a function that is put in its place would look cheap, and rows be read one by one instead of the index.
CREATE FUNCTION words_of(folded text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 500 AS $$
BEGIN
  RETURN array_to_tsvector(array_remove(string_to_array(btrim(folded, ' ,.-'), ' '), ''));
END $$;

-- Without lists of what is pending: nothing vacuums the embedded database, and each search would read them through.
ALTER INDEX word_word_idx SET (fastupdate = off);
CREATE INDEX deal_words_idx ON deal USING GIN (words_of(folded)) WITH (fastupdate = off);
CREATE INDEX lead_words_idx ON lead USING GIN (words_of(folded)) WITH (fastupdate = off);
CREATE INDEX contact_words_idx ON contact USING GIN (words_of(folded)) WITH (fastupdate = off);
CREATE INDEX company_words_idx ON company USING GIN (words_of(folded)) WITH (fastupdate = off);

-- In their order, so that of two that write the same new words at once one waits for the other.
CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO word SELECT DISTINCT unnest(tsvector_to_array(words_of(folded))) AS word FROM written
  ORDER BY word ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['deal', 'lead', 'contact', 'company'] LOOP
    EXECUTE format('INSERT INTO word SELECT DISTINCT unnest(tsvector_to_array(words_of(folded))) FROM %I
      ON CONFLICT DO NOTHING', named);
    EXECUTE format('CREATE TRIGGER keep_words_added AFTER INSERT ON %I REFERENCING NEW TABLE AS written
      FOR EACH STATEMENT EXECUTE FUNCTION keep_words()', named);
    EXECUTE format('CREATE TRIGGER keep_words_changed AFTER UPDATE ON %I REFERENCING NEW TABLE AS written
      FOR EACH STATEMENT EXECUTE FUNCTION keep_words()', named);
  END LOOP;
END $$;
