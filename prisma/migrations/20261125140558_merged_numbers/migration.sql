-- Generated from prisma/schema.prisma:

-- AlterTable
ALTER TABLE "merged" ADD COLUMN     "external_id" TEXT;

-- CreateIndex
CREATE INDEX "merged_external_id_idx" ON "merged"("external_id");
-- End of the generated part.

-- Without lists of what is pending: nothing vacuums the embedded database, and whoever adds a customer, or imports a
-- hundred thousand, would read them through for each number.
ALTER INDEX company_phones_idx SET (fastupdate = off);
ALTER INDEX contact_phones_idx SET (fastupdate = off);
ALTER INDEX lead_phones_idx SET (fastupdate = off);
ALTER INDEX company_emails_idx SET (fastupdate = off);
ALTER INDEX contact_emails_idx SET (fastupdate = off);
ALTER INDEX lead_emails_idx SET (fastupdate = off);
ALTER INDEX company_name_keys_idx SET (fastupdate = off);
