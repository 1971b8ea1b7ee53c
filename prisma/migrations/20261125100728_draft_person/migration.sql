-- Generated from prisma/schema.prisma:

-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "person" TEXT;
-- End of the generated part.
