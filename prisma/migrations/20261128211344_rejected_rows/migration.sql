-- Generated from prisma/schema.prisma:

-- AlterTable
ALTER TABLE "upload" ADD COLUMN     "rejected" JSONB;
-- End of the generated part.
