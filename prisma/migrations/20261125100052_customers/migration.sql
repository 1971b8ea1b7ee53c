-- Generated from prisma/schema.prisma:

-- CreateEnum
CREATE TYPE "Extent" AS ENUM ('NONE', 'OWN', 'TEAM', 'ALL');

-- CreateEnum
CREATE TYPE "CustomKind" AS ENUM ('TEXT', 'NUMBER', 'MONEY', 'DAY', 'CHOICE', 'YESNO');

-- CreateEnum
CREATE TYPE "AssignmentMethod" AS ENUM ('ROUND_ROBIN', 'WORKLOAD');

-- AlterEnum
ALTER TYPE "Role" ADD VALUE 'MARKETING' AFTER 'REP';
ALTER TYPE "Role" ADD VALUE 'CARE' AFTER 'MARKETING';

-- AlterTable
ALTER TABLE "activity" ADD COLUMN     "inbound" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "company" ADD COLUMN     "address" TEXT,
ADD COLUMN     "bank" TEXT,
ADD COLUMN     "branches" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "custom" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "email" TEXT,
ADD COLUMN     "emails" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "fax" TEXT,
ADD COLUMN     "industries" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "legal" TEXT,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "payment_terms" TEXT,
ADD COLUMN     "phones" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "region" TEXT,
ADD COLUMN     "short_name" TEXT,
ADD COLUMN     "social" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "tier" TEXT;

-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "address" TEXT,
ADD COLUMN     "birthday" DATE,
ADD COLUMN     "custom" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "duty" TEXT,
ADD COLUMN     "emails" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "gender" TEXT,
ADD COLUMN     "interests" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "note" TEXT,
ADD COLUMN     "phones" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "region" TEXT,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "tier" TEXT;

-- AlterTable
ALTER TABLE "deal" ADD COLUMN     "custom" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "lead" ADD COLUMN     "accepted_at" TIMESTAMPTZ(3),
ADD COLUMN     "assigned_at" TIMESTAMPTZ(3),
ADD COLUMN     "authority" TEXT,
ADD COLUMN     "budget" DECIMAL(20,2),
ADD COLUMN     "budget_currency" TEXT,
ADD COLUMN     "contact_id" INTEGER,
ADD COLUMN     "converted_at" TIMESTAMPTZ(3),
ADD COLUMN     "custom" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "decision_on" DATE,
ADD COLUMN     "disqualified_at" TIMESTAMPTZ(3),
ADD COLUMN     "emails" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "employees" INTEGER,
ADD COLUMN     "industry" TEXT,
ADD COLUMN     "interest" TEXT,
ADD COLUMN     "mql_at" TIMESTAMPTZ(3),
ADD COLUMN     "need" TEXT,
ADD COLUMN     "phones" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "region" TEXT,
ADD COLUMN     "sql_at" TIMESTAMPTZ(3),
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "away_from" DATE,
ADD COLUMN     "away_until" DATE,
ADD COLUMN     "capacity" INTEGER;

-- CreateTable
CREATE TABLE "permission" (
    "id" SERIAL NOT NULL,
    "role" "Role" NOT NULL,
    "record" TEXT NOT NULL,
    "sees" "Extent" NOT NULL,
    "changes" "Extent" NOT NULL,

    CONSTRAINT "permission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "custom_field" (
    "id" SERIAL NOT NULL,
    "record" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "kind" "CustomKind" NOT NULL,
    "options" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "custom_field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "segment" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "member_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "segment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_rule" (
    "id" SERIAL NOT NULL,
    "position" INTEGER NOT NULL,
    "region" TEXT,
    "industry" TEXT,
    "source" TEXT,
    "min_employees" INTEGER,
    "max_employees" INTEGER,
    "method" "AssignmentMethod" NOT NULL,
    "member_ids" INTEGER[],
    "last_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignment_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "distinct_pair" (
    "id" SERIAL NOT NULL,
    "record" TEXT NOT NULL,
    "a" INTEGER NOT NULL,
    "b" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "distinct_pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "permission_role_record_key" ON "permission"("role", "record");

-- CreateIndex
CREATE UNIQUE INDEX "custom_field_record_folded_key" ON "custom_field"("record", "folded");

-- CreateIndex
CREATE UNIQUE INDEX "segment_folded_key" ON "segment"("folded");

-- CreateIndex
CREATE UNIQUE INDEX "distinct_pair_record_a_b_key" ON "distinct_pair"("record", "a", "b");

-- CreateIndex
CREATE UNIQUE INDEX "setting_key_key" ON "setting"("key");

-- CreateIndex
CREATE INDEX "company_owner_id_idx" ON "company"("owner_id");

-- CreateIndex
CREATE INDEX "company_phone_idx" ON "company"("phone");

-- CreateIndex
CREATE INDEX "company_tax_code_idx" ON "company"("tax_code");

-- CreateIndex
CREATE INDEX "contact_owner_id_idx" ON "contact"("owner_id");

-- CreateIndex
CREATE INDEX "contact_phone_idx" ON "contact"("phone");

-- CreateIndex
CREATE INDEX "lead_company_id_idx" ON "lead"("company_id");

-- CreateIndex
CREATE INDEX "lead_contact_id_idx" ON "lead"("contact_id");

-- CreateIndex
CREATE INDEX "lead_phone_idx" ON "lead"("phone");

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- End of the generated part.
