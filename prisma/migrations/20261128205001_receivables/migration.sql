-- Generated from prisma/schema.prisma:

-- AlterTable
ALTER TABLE "company" ADD COLUMN     "receivable" DECIMAL(20,2),
ADD COLUMN     "receivable_currency" TEXT,
ADD COLUMN     "receivable_due" DATE;
-- End of the generated part.
