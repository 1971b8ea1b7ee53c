-- Generated from prisma/schema.prisma:

-- CreateEnum
CREATE TYPE "Department" AS ENUM ('SALES', 'MARKETING', 'CARE');

-- AlterTable
ALTER TABLE "stage" ADD COLUMN     "department" "Department";
-- End of the generated part.

-- As the default pipeline has it; a stage of a lost deal has nobody.
UPDATE "stage" SET "department" = CASE "kind" WHEN 'OPEN' THEN 'SALES' WHEN 'WON' THEN 'CARE' END::"Department";
