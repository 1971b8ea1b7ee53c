-- Generated from prisma/schema.prisma:

-- CreateTable
CREATE TABLE "merged" (
    "id" SERIAL NOT NULL,
    "record" TEXT NOT NULL,
    "row_id" INTEGER NOT NULL,
    "into_id" INTEGER NOT NULL,

    CONSTRAINT "merged_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "merged_record_into_id_idx" ON "merged"("record", "into_id");

-- CreateIndex
CREATE UNIQUE INDEX "merged_record_row_id_key" ON "merged"("record", "row_id");

-- CreateIndex
CREATE INDEX "company_phones_idx" ON "company" USING GIN ("phones" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "contact_phones_idx" ON "contact" USING GIN ("phones" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "lead_phones_idx" ON "lead" USING GIN ("phones" jsonb_path_ops);
-- End of the generated part.

-- By what customers are known again: expressions, which the schema cannot say.

-- A name as foldCompany in src/lib/fold.ts folds it: lower case, no accents, no legal form around it.
CREATE FUNCTION bare_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(nullif(btrim(regexp_replace(
    ' ' || btrim(regexp_replace(folded || ' ', '^(?:(?:cong ty|c\.?ty)[ .,:-]+(?:(?:tnhh|trach nhiem huu han|co phan|cp|hop danh)[ .,:-]+)?(?:(?:mtv|mot thanh vien|1 thanh vien|hai thanh vien(?: tro len)?)[ .,:-]+)?|tnhh[ .,:-]+(?:(?:mtv|mot thanh vien|1 thanh vien|hai thanh vien(?: tro len)?)[ .,:-]+)?|(?:ctcp|dntn|doanh nghiep tu nhan)[ .,:-]+)', '')),
    '(?:[ ,.(-]+(?:(?:&? ?co(?:mpany)?[., ]+)?(?:ltd|limited)|&? ?co\.|company|jsc|joint stock company|llc|llp|inc|incorporated|corp|corporation|gmbh|plc|pte|ctcp|tnhh(?: mtv)?)[.)]*)+$', ''), ' ,.-'), ''), folded)
  FROM (SELECT btrim(regexp_replace(lower(translate(
    regexp_replace(normalize(name, NFD), '[\u0300-\u036F\u200B-\u200F\u2060\uFEFF\u00AD]', '', 'g'), 'Đđ', 'dd')), '\s+', ' ', 'g')) AS folded) f;
END;

-- What is left of a name when one of its words is misspelt, in whatever order: names with a key in common may be one.
CREATE FUNCTION name_keys(name text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT ARRAY['=' || array_to_string(words, '')] || CASE WHEN cardinality(words) = 1
    THEN ARRAY['^' || left(words[1], 3), '$' || right(words[1], 3)]
    ELSE ARRAY(
      SELECT (SELECT string_agg(w, ' ' ORDER BY w) FROM unnest(words[:i - 1] || words[i + 1:]) w) || ' _' || left(words[i], 1)
      FROM generate_subscripts(words, 1) i)
    END
  FROM (SELECT string_to_array(bare_name(name), ' ') AS words) n;
END;

CREATE INDEX company_name_keys_idx ON company USING gin (name_keys(folded));
CREATE INDEX lead_bare_company_idx ON lead (bare_name(company_name));
CREATE INDEX company_email_idx ON company (lower(email));
CREATE INDEX contact_email_idx ON contact (lower(email));
CREATE INDEX lead_email_idx ON lead (lower(email));
CREATE INDEX company_emails_idx ON company USING gin ((lower(emails::text)::jsonb) jsonb_path_ops);
CREATE INDEX contact_emails_idx ON contact USING gin ((lower(emails::text)::jsonb) jsonb_path_ops);
CREATE INDEX lead_emails_idx ON lead USING gin ((lower(emails::text)::jsonb) jsonb_path_ops);
